import { displayName } from '../../document/query.ts'
import { IPV6_BLOCK_LENGTHS } from '../../facts/addressing.ts'
import type { ResourceOf } from '../../model/index.ts'
import { formatPrefix, parsePrefixes } from '../../net/prefix.ts'
import { defineRule, type Report } from '../rule.ts'

const { step } = IPV6_BLOCK_LENGTHS.value

function* check(resource: ResourceOf<'vpc'> | ResourceOf<'subnet'>, field: string, cidrs: readonly string[]): Generator<Report> {
  const { shortest, longest } = IPV6_BLOCK_LENGTHS.value[resource.kind]
  for (const block of parsePrefixes(cidrs)) {
    if (block.length >= shortest && block.length <= longest && block.length % step === 0) continue
    yield { message: resource.kind, slots: { name: displayName(resource), block: formatPrefix(block), shortest, longest, step }, resources: [resource.id], field }
  }
}

export default defineRule({
  id: 'ipv6-cidr-size',
  catalogue: 'R-ADDR-15',
  title: 'IPv6 block of a VPC or subnet has a length that AWS does not take',
  severity: 'error',
  appliesTo: ['vpc', 'subnet'],
  why: `AWS takes IPv6 blocks of VPCs and subnets in steps of ${step} bits only, within limits. It refuses any other length.`,
  remedy: 'Choose one of the lengths that AWS takes; a block of Amazon\'s own pool is a /56.',
  sources: [IPV6_BLOCK_LENGTHS],
  messages: {
    vpc: '{name} has the IPv6 block {block}; a VPC takes /{shortest} to /{longest} in steps of {step}.',
    subnet: '{name} has the IPv6 block {block}; a subnet takes /{shortest} to /{longest} in steps of {step}.',
  },
  checkEach: {
    vpc: (vpc) => check(vpc, 'Ipv6CidrBlocks', vpc.Ipv6CidrBlocks),
    subnet: (subnet) => check(subnet, 'Ipv6CidrBlock', subnet.Ipv6CidrBlock === undefined ? [] : [subnet.Ipv6CidrBlock]),
  },
})
