import { displayName } from '../../document/query.ts'
import { RESERVED_VPC_RANGES } from '../../facts/addressing.ts'
import { containsPrefix, formatPrefix, parsePrefix, parsePrefixes } from '../../net/prefix.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'vpc-cidr-reserved',
  catalogue: 'R-ADDR-02',
  title: 'VPC block lies in a reserved range',
  severity: 'error',
  appliesTo: ['vpc'],
  why: 'Loopback, link-local, multicast and "this network" addresses have a meaning of their own on every host. AWS refuses them as the block of a VPC.',
  remedy: 'Choose a private range, such as a part of 10.0.0.0/8.',
  sources: [RESERVED_VPC_RANGES],
  messages: { reserved: '{name} has the block {block}, which lies in {range} ({use}).' },
  *check({ index }) {
    for (const vpc of index.all('vpc')) {
      for (const block of parsePrefixes(vpc.CidrBlocks)) {
        // A block around a whole reserved range is larger than AWS allows, and cidr-size says so.
        const hit = RESERVED_VPC_RANGES.value.find(({ cidr }) => {
          const range = parsePrefix(cidr)
          return range !== undefined && containsPrefix(range, block)
        })
        if (!hit) continue
        yield { message: 'reserved', slots: { name: displayName(vpc), block: formatPrefix(block), range: hit.cidr, use: hit.use }, resources: [vpc.id], field: 'CidrBlocks' }
      }
    }
  },
})
