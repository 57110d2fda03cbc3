import { displayName } from '../../document/query.ts'
import { INTERNALLY_USED_RANGE } from '../../facts/addressing.ts'
import { formatPrefix, overlaps, parsePrefixes } from '../../net/prefix.ts'
import { defineRule } from '../rule.ts'

const used = parsePrefixes([INTERNALLY_USED_RANGE.value])

export default defineRule({
  id: 'vpc-cidr-used-internally',
  catalogue: 'R-ADDR-04',
  title: 'VPC block meets a range that services use internally',
  severity: 'warning',
  appliesTo: ['vpc'],
  after: ['cidr-size'],
  why: `Some services of AWS, and Docker's default bridge, keep ${INTERNALLY_USED_RANGE.value} for themselves inside a host. What has such an address in the VPC is then out of their reach.`,
  remedy: 'Give the VPC a block outside of that range.',
  sources: [INTERNALLY_USED_RANGE],
  messages: { used: '{name} has the block {block}, which meets {range}: some services and Docker use that range inside their hosts.' },
  checkEach: {
    *vpc(vpc) {
      for (const block of parsePrefixes(vpc.CidrBlocks)) {
        const range = used.find((other) => overlaps(other, block))
        if (range) yield { message: 'used', slots: { name: displayName(vpc), block: formatPrefix(block), range: formatPrefix(range) }, resources: [vpc.id], field: 'CidrBlocks' }
      }
    },
  },
})
