import { displayName } from '../../document/query.ts'
import { QUOTAS } from '../../facts/quotas.ts'
import { peersOf } from '../readings/connections.ts'
import { overQuota } from '../readings/over-quota.ts'
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
      const exceeded = overQuota(context, 'peerings-per-vpc', peersOf(context.index, vpc.id).length)
      if (exceeded) yield { message: 'many', slots: { ...exceeded.slots, vpc: displayName(vpc), what: 'active peering connections' }, resources: [vpc.id], severity: exceeded.severity }
    },
  },
})
