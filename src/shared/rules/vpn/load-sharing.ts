import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { prependsOver } from '../readings/announcements.ts'
import { nameOf } from '../readings/names.ts'
import { referrersOf } from '../readings/sessions.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Report } from '../rule.ts'

type Connection = ResourceOf<'vpn-connection'>

const ends = (connection: Connection) => connection.TransitGatewayId ?? connection.CoreNetworkId

/** AS path of what a device announces over a connection: its ASN as often as it stands there. */
function pathOf(index: DesignIndex, connection: Connection): string | undefined {
  const device = index.getOf('customer-gateway', connection.CustomerGatewayId)
  return device && Array.from({ length: prependsOver(index, device, connection.id) + 1 }, () => device.BgpAsn).join(' ')
}

/** Another connection of the same place that is to share the load but announces with another AS path. */
function otherPath(index: DesignIndex, connection: Connection): { readonly other: Connection; readonly path: string } | undefined {
  const site = index.getOf('customer-gateway', connection.CustomerGatewayId)?.site
  const end = ends(connection)
  const own = pathOf(index, connection)
  if (site === undefined || end === undefined || own === undefined) return undefined
  for (const other of referrersOf(index, 'vpn-connection', end)) {
    if (other.id >= connection.id || other.sharesLoad !== true || other.StaticRoutesOnly || index.getOf('customer-gateway', other.CustomerGatewayId)?.site !== site) continue
    const path = pathOf(index, other)
    if (path !== undefined && path !== own) return { other, path }
  }
  return undefined
}

function* check(index: DesignIndex, connection: Connection): Generator<Report> {
  if (connection.sharesLoad !== true) return
  const slots = { connection: displayName(connection) }
  const resources = [connection.id] as const
  if (connection.VpnGatewayId !== undefined) return yield { message: 'gateway', slots: { ...slots, gateway: nameOf(index, connection.VpnGatewayId) }, resources: [connection.id, connection.VpnGatewayId], field: 'VpnGatewayId' }
  if (connection.StaticRoutesOnly) return yield { message: 'static', slots, resources, field: 'StaticRoutesOnly' }
  const hub = index.getOf('transit-gateway', connection.TransitGatewayId)
  if (hub?.VpnEcmpSupport === 'disable') {
    return yield { message: 'off', slots: { ...slots, gateway: displayName(hub) }, resources: [connection.id, hub.id], field: 'sharesLoad', fixes: [fix(`Turn VPN ECMP of ${displayName(hub)} on`, setField(hub, 'VpnEcmpSupport', 'enable'))] }
  }
  const different = otherPath(index, connection)
  if (different) yield { message: 'path', slots: { ...slots, other: displayName(different.other), path: pathOf(index, connection) ?? '', otherPath: different.path }, resources: [connection.id, different.other.id] }
}

export default defineRule({
  id: 'load-sharing',
  catalogue: 'R-VPN-11',
  title: 'VPN is expected to share load where AWS does not',
  severity: 'error',
  profiles: ['seed-caveats'],
  appliesTo: ['vpn-connection'],
  why: 'Only a transit gateway or core network spreads traffic over several tunnels, and only for connections with BGP that announce a prefix with the same AS path. A virtual private gateway uses one tunnel of all its connections.',
  remedy: 'Use BGP connections to a transit gateway with VPN ECMP, and announce the same prefixes with the same AS path.',
  sources: [
    { fact: 'F-VPN-13', checked: CHECKED },
    { fact: 'F-TGW-31', checked: CHECKED },
  ],
  messages: {
    gateway: '{connection} is to share load, but {gateway} sends everything for a prefix over one tunnel.',
    static: '{connection} is to share load, but has static routes: AWS shares load among BGP routes only.',
    off: '{connection} is to share load, but VPN ECMP of {gateway} is off.',
    path: '{connection} and {other} are to share load, but announce with different AS paths ({path} and {otherPath}).',
  },
  checkEach: { 'vpn-connection': (connection, { index }) => check(index, connection) },
})
