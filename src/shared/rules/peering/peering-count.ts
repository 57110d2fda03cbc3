import { displayName } from '../../document/query.ts'
import { QUOTAS } from '../../facts/quotas.ts'
import { overQuota } from '../readings/over-quota.ts'
import { countOf } from '../readings/quotas/counters.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'peering-count',
  catalogue: 'R-PEER-09',
  title: 'VPC has more peering connections than its quota allows',
  severity: 'warning',
  appliesTo: ['vpc', 'vpc-peering-connection'],
  why: 'A VPC takes a limited number of active peering connections, and AWS raises that on request up to a limit. Beyond it there is no further peer.',
  remedy: 'Use a transit gateway, or have the quota raised and record the increase.',
  sources: [QUOTAS['peerings-per-vpc']],
  messages: { many: '{vpc} has {count} {what}, and the quota is {quota} ({raise}).' },
  checkEach: {
    *vpc(vpc, context) {
      const exceeded = overQuota(context, 'peerings-per-vpc', countOf(context.index, 'peerings-per-vpc', vpc))
      if (exceeded) yield { message: 'many', slots: { ...exceeded.slots, vpc: displayName(vpc), what: 'active peering connections' }, resources: [vpc.id], severity: exceeded.severity }
    },
  },
})
