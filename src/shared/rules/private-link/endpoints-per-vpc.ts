import { displayName } from '../../document/query.ts'
import { QUOTAS } from '../../facts/quotas.ts'
import { overQuota } from '../readings/over-quota.ts'
import { countOf } from '../readings/quotas/counters.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'endpoints-per-vpc',
  catalogue: 'R-PL-10',
  title: 'VPC has more endpoints than its quota allows',
  severity: 'warning',
  appliesTo: ['vpc', 'vpc-endpoint'],
  why: 'Interface and Gateway Load Balancer endpoints of a VPC share a quota. Many VPCs with the same endpoints can share those of a central VPC instead.',
  remedy: 'Have the quota raised and record it, or share the endpoints of one VPC over a transit gateway.',
  sources: [QUOTAS['interface-endpoints-per-vpc']],
  messages: { many: '{vpc} has {count} {what}, and the quota is {quota} ({raise}).' },
  checkEach: {
    *vpc(vpc, context) {
      const count = countOf(context.index, 'interface-endpoints-per-vpc', vpc)
      const exceeded = overQuota(context, 'interface-endpoints-per-vpc', count)
      if (exceeded) yield { message: 'many', slots: { vpc: displayName(vpc), ...exceeded.slots, what: 'interface and Gateway Load Balancer endpoints' }, resources: [vpc.id], severity: exceeded.severity }
    },
  },
})
