import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { QUOTAS } from '../../facts/quotas.ts'
import { overQuota } from '../readings/over-quota.ts'
import { countOf } from '../readings/quotas/counters.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'route-server-limits',
  catalogue: 'R-SW-19',
  title: 'Route server learns too much, or writes into a table that it cannot',
  severity: 'advice',
  appliesTo: ['route-server', 'route-table', 'instance'],
  why: 'A route server keeps a hundred routes and writes them into tables of subnets and internet gateways. A table of a virtual private gateway is none of them.',
  remedy: 'Summarise what the appliances announce, and choose subnet tables.',
  sources: [QUOTAS['route-server-routes'], { fact: 'F-SW-30', checked: CHECKED }],
  messages: {
    routes: '{server} hears {count} routes from its peers, and the quota is {quota} ({raise}).',
    table: '{server} propagates into {table}, the table of a virtual private gateway, which takes no routes from it.',
  },
  checkEach: {
    *'route-server'(server, context) {
      const { index } = context
      const peers = server.Peers.flatMap(({ peer }) => index.getOf('instance', peer) ?? [])
      const exceeded = overQuota(context, 'route-server-routes', countOf(index, 'route-server-routes', server))
      if (exceeded) yield { message: 'routes', slots: { server: displayName(server), ...exceeded.slots }, resources: [server.id, ...peers.map(({ id }) => id)], severity: 'advice' }
      for (const id of server.PropagationRouteTableIds) {
        const table = index.getOf('route-table', id)
        if (!table?.Associations.some(({ GatewayId }) => index.get(GatewayId)?.kind === 'vpn-gateway')) continue
        yield { message: 'table', slots: { server: displayName(server), table: displayName(table) }, resources: [server.id, table.id], field: 'PropagationRouteTableIds', fixes: [fix(`Take ${displayName(table)} off ${displayName(server)}`, setField(server, 'PropagationRouteTableIds', server.PropagationRouteTableIds.filter((other) => other !== id)))] }
      }
    },
  },
})
