import { CHECKED } from '../../facts/fact.ts'
import { isOver, missingRoutes } from '../readings/missing-routes.ts'
import { reportGap } from '../remedies/report-gap.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'transit-gateway-route-missing',
  catalogue: 'R-TGW-01',
  title: 'Subnets that must use a transit gateway have no route to it',
  severity: 'error',
  appliesTo: ['route-table', 'vpc'],
  why: 'Subnet route tables never learn routes from a transit gateway. Attaching the VPC is not enough: every table whose subnets need it wants a static route to it.',
  remedy: 'Add a static route to the transit gateway for the prefix, or a default route.',
  sources: [{ fact: 'F-TGW-24', checked: CHECKED }],
  messages: {
    'no-route': '{table} has no route for {block}, so {subnets} cannot reach it through {gateways}.',
    'no-table': '{vpc} has no route table, so {subnets} cannot reach {block} through {gateways}.',
  },
  *check(context) {
    for (const gap of missingRoutes(context)) {
      // Where a virtual private gateway leads there too, site-route-missing speaks.
      if (gap.opens && isOver(gap, 'transit') && !isOver(gap, 'vpn-gateway')) yield reportGap(context.index, gap)
    }
  },
})
