import { CHECKED } from '../../facts/fact.ts'
import { isOver, missingRoutes } from '../readings/missing-routes.ts'
import { reportGap } from '../remedies/report-gap.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'site-route-missing',
  catalogue: 'R-RT-06',
  title: 'Subnets have no route to an on-premises prefix that they must reach',
  severity: 'error',
  profiles: ['seed-caveats'],
  appliesTo: ['route-table', 'vpc'],
  why: 'A VPN or Direct Connect on a virtual private gateway is of no use to a subnet whose route table does not send the site\'s prefixes to that gateway. Route propagation is off until it is switched on for each table.',
  remedy: 'Switch on route propagation from the virtual private gateway in the table, or add a static route to it.',
  sources: [
    { fact: 'F-RT-30', checked: CHECKED },
    { fact: 'F-VPN-92', checked: CHECKED },
  ],
  messages: {
    'no-route': '{table} has no route for {block}, so {subnets} cannot reach it through {gateways}.',
    'no-table': '{vpc} has no route table, so {subnets} cannot reach {block} through {gateways}.',
  },
  *check(context) {
    for (const gap of missingRoutes(context)) if (gap.opens && isOver(gap, 'vpn-gateway')) yield reportGap(context.index, gap)
  },
})
