import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { formatPrefix } from '../../net/prefix.ts'
import { announcedBy } from '../readings/learned.ts'
import { referrersOf } from '../readings/sessions.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Fix, type Report } from '../rule.ts'

type Connection = ResourceOf<'vpn-connection'>

function* onVpnGateway(connection: Connection, gateway: ResourceOf<'vpn-gateway'>, prefixes: readonly string[]): Generator<Report> {
  if (connection.Routes.length > 0) return
  const name = displayName(connection)
  const fixes = prefixes.length === 0 ? [] : [fix(`Give ${name} the static routes ${prefixes.join(', ')}`, setField(connection, 'Routes', prefixes.map((DestinationCidrBlock) => ({ DestinationCidrBlock }))))]
  yield { message: 'no-prefix', slots: { connection: name, gateway: displayName(gateway) }, resources: [connection.id, gateway.id], field: 'Routes', fixes }
}

/** The route in the one table that there is, or in the default one. */
function route(hub: ResourceOf<'transit-gateway'>, tables: readonly ResourceOf<'transit-gateway-route-table'>[], connection: Connection, prefixes: readonly string[]): Fix[] {
  const table = tables.find(({ id }) => id === hub.PropagationDefaultRouteTableId) ?? (tables.length === 1 ? tables[0] : undefined)
  if (!table || prefixes.length === 0) return []
  const routes = prefixes.filter((prefix) => !table.Routes.some(({ DestinationCidrBlock }) => DestinationCidrBlock === prefix)).map((DestinationCidrBlock) => ({ DestinationCidrBlock, attachment: connection.id }))
  return routes.length === 0 ? [] : [fix(`Route ${prefixes.join(', ')} to ${displayName(connection)} in ${displayName(table)}`, setField(table, 'Routes', [...table.Routes, ...routes]))]
}

export default defineRule({
  id: 'static-vpn-routes',
  catalogue: 'R-VPN-14',
  title: 'Static VPN connection without static routes',
  severity: 'error',
  profiles: ['seed-caveats'],
  appliesTo: ['vpn-connection'],
  after: ['transit-gateway-table-route', 'static-hides-propagated'],
  why: 'Over a static connection AWS learns nothing. A virtual private gateway needs the prefixes of the site on the connection, a transit gateway static routes in its tables.',
  remedy: "Add the site's prefixes as static routes, or use BGP.",
  sources: [
    { fact: 'F-VPN-94', checked: CHECKED },
    { fact: 'F-TGW-27', checked: CHECKED },
  ],
  messages: {
    'no-prefix': '{connection} is static but has no static routes, so {gateway} sends nothing over it.',
    'no-route': '{connection} is static, and no route table of {gateway} has a static route to it: nothing is ever sent over it.',
    unread: '{connection} is static; whether {gateway} has a route to it cannot be told, because its route tables were not part of the import: say their static routes.',
  },
  checkEach: {
    *'vpn-connection'(connection, { index }) {
      if (!connection.StaticRoutesOnly) return
      const device = index.getOf('customer-gateway', connection.CustomerGatewayId)
      const prefixes = ((device && announcedBy(index, device)) ?? []).map(formatPrefix)
      const gateway = index.getOf('vpn-gateway', connection.VpnGatewayId)
      if (gateway) yield* onVpnGateway(connection, gateway, prefixes)
      const hub = index.getOf('transit-gateway', connection.TransitGatewayId)
      if (!hub || referrersOf(index, 'transit-gateway-route-table', connection.id).some((table) => table.Routes.some(({ attachment }) => attachment === connection.id))) return
      const tables = index.childrenOf('transit-gateway-route-table', hub.id)
      const isBlind = tables.some(({ routesUnread }) => routesUnread === true) || (tables.length === 0 && hub.awsId !== undefined)
      const common = { slots: { connection: displayName(connection), gateway: displayName(hub) }, resources: [connection.id, hub.id, ...tables.map(({ id }) => id)] as const, field: 'Routes' }
      if (isBlind) yield { message: 'unread', ...common, verdict: 'cannot-tell', severity: 'advice' }
      else yield { message: 'no-route', ...common, fixes: route(hub, tables, connection, prefixes) }
    },
  },
})
