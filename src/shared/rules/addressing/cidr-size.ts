import { displayName } from '../../document/query.ts'
import { IPV4_BLOCK_LENGTHS } from '../../facts/addressing.ts'
import type { Resource } from '../../model/index.ts'
import { formatPrefix, parsePrefix } from '../../net/prefix.ts'
import { defineRule, type Report } from '../rule.ts'

const { shortest, longest } = IPV4_BLOCK_LENGTHS.value

function* checkBlock(resource: Resource, field: string, cidr: string): Generator<Report> {
  const prefix = parsePrefix(cidr)
  if (prefix?.family !== 4 || (prefix.length >= shortest && prefix.length <= longest)) return
  yield {
    message: prefix.length < shortest ? 'too-large' : 'too-small',
    slots: { name: displayName(resource), block: formatPrefix(prefix), shortest, longest },
    resources: [resource.id],
    field,
    evidence: [{ what: 'prefix length', value: `/${prefix.length}`, resource: resource.id }],
  }
}

export default defineRule({
  id: 'cidr-size',
  catalogue: 'R-ADDR-01',
  title: 'IPv4 block of a VPC or subnet is too large or too small',
  severity: 'error',
  appliesTo: ['vpc', 'subnet'],
  why: `AWS creates IPv4 blocks between /${shortest} and /${longest} only, for VPCs and for subnets. It refuses any other size.`,
  remedy: `Choose a block between /${shortest} and /${longest}.`,
  sources: [IPV4_BLOCK_LENGTHS],
  messages: {
    'too-large': '{name} has the block {block}, which is larger than /{shortest}.',
    'too-small': '{name} has the block {block}, which is smaller than /{longest}.',
  },
  *check({ index }) {
    for (const vpc of index.all('vpc')) for (const cidr of vpc.CidrBlocks) yield* checkBlock(vpc, 'CidrBlocks', cidr)
    for (const subnet of index.all('subnet')) if (subnet.CidrBlock !== undefined) yield* checkBlock(subnet, 'CidrBlock', subnet.CidrBlock)
  },
})
