import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { QUOTAS } from '../../facts/quotas.ts'
import { overQuota } from '../readings/over-quota.ts'
import { countOf } from '../readings/quotas/counters.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'vpc-cidr-count',
  catalogue: 'R-ADDR-19',
  title: 'VPC has more blocks than its quota allows',
  severity: 'warning',
  appliesTo: ['vpc'],
  why: 'A VPC takes a few blocks of each address family, and AWS raises that on request up to a limit. Beyond the limit nothing helps but fewer, larger blocks.',
  remedy: 'Use fewer blocks, or have the quota raised and record the increase.',
  sources: [QUOTAS['ipv4-cidrs-per-vpc'], { fact: 'F-ADDR-11', checked: CHECKED }],
  messages: { many: '{vpc} has {count} {what}, and the quota is {quota} ({raise}).' },
  checkEach: {
    *vpc(vpc, context) {
      const ipv4 = overQuota(context, 'ipv4-cidrs-per-vpc', countOf(context.index, 'ipv4-cidrs-per-vpc', vpc))
      const ipv6 = overQuota(context, 'ipv6-cidrs-per-vpc', countOf(context.index, 'ipv6-cidrs-per-vpc', vpc))
      if (ipv4) yield { message: 'many', slots: { vpc: displayName(vpc), ...ipv4.slots, what: 'IPv4 blocks' }, resources: [vpc.id], field: 'CidrBlocks', severity: ipv4.severity }
      if (ipv6) yield { message: 'many', slots: { vpc: displayName(vpc), ...ipv6.slots, what: 'IPv6 blocks' }, resources: [vpc.id], field: 'Ipv6CidrBlocks', severity: ipv6.severity }
    },
  },
})
