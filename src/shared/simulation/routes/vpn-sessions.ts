import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { ROUTES_TO_GATEWAY } from '../../facts/routing.ts'
import type { Health } from '../health.ts'
import { announcedCount } from './policy.ts'
import type { NextHop, Route, Session } from './route.ts'
import { heldInSegment } from './segments.ts'
import { bestToTell, fromRouter, intoRouter, ofFamily, told, type Told } from './telling.ts'

/** True for a route that a VGW passes on to a neighbour: its VPC, and other BGP sites (CloudHub, F-VPN-65), not static ones nor what comes through a DX gateway (F-RT-55). */
const isRetold = (route: Route) => route.type === 'local' || route.type === 'vpn-bgp' || (route.type === 'dx' && route.next.kind === 'virtual-interface')

/** True when both lead over one link, be it over its other tunnel. */
const isSameLink = (a: NextHop, b: NextHop) => (a.kind === 'tunnel' && b.kind === 'tunnel' && a.connection === b.connection) || (a.kind === 'virtual-interface' && b.kind === 'virtual-interface' && a.id === b.id)

/** What a VGW tells a neighbour, but not back what it has from there. */
export function fromVpnGateway(asn: number, to: Told): Session['export'] {
  return (routes) => {
    const route = bestToTell(routes)
    return route && isRetold(route) && !isSameLink(route.next, to.next) ? [told(route, asn, to)] : []
  }
}

/** What a transit gateway tells a BGP neighbour: the routes of the table its attachment is associated with (F-TGW-32), but not back to itself. */
export function fromTransitTable(asn: number, attachment: ResourceId, to: Told): Session['export'] {
  return (routes) => {
    const route = bestToTell(routes)
    const sendsBack = route && ((route.next.kind === 'tunnel' && route.next.connection === attachment) || ((route.next.kind === 'attachment' || route.next.kind === 'connect-peer') && route.next.id === attachment))
    return route && !sendsBack ? [told(route, asn, to)] : []
  }
}

/** The BGP sessions over the tunnels of a VPN connection. A receiver keeps what it learned until it notices that the tunnel is down. */
export function vpnSessions(health: Health, connection: ResourceOf<'vpn-connection'>): Session[] {
  const { network } = health
  const fragment = network.fragment('vpn-connection', connection.id)
  const router = network.fragment('router', fragment?.device)
  if (!fragment || !router || fragment.isStatic || fragment.noBgpBecause !== undefined) return []
  const heard = (tunnel: 1 | 2, by: ResourceId, sessions: readonly Session[]) => (health.isTunnelUp(connection.id, tunnel, by) ? sessions : [])
  const gateway = network.fragment('vpn-gateway', connection.VpnGatewayId)
  const transit = network.index.getOf('transit-gateway', connection.TransitGatewayId)
  const limit = ROUTES_TO_GATEWAY.value[gateway ? 'vpn-gateway' : 'transit-gateway']
  const count = announcedCount(router, connection.id, fragment.family)
  const doubt = count > limit ? `the device announces ${count} prefixes over the VPN connection, which takes ${limit}; what becomes of the session then is not documented` : undefined
  return fragment.tunnels.flatMap((tunnel): Session[] => {
    const next: NextHop = { kind: 'tunnel', connection: connection.id, tunnel }
    const key = `${connection.id}/${tunnel}`
    const type = fragment.overDirectConnect && !gateway ? 'vpn-private' : 'vpn-bgp'
    const up = (asn: number) => ofFamily(fragment.family, fromRouter(network, router, { link: connection.id, asn, doubt }, { type, next, key }))
    const down = (tell: Session['export']) => ofFamily(fragment.family, intoRouter(router, connection.id, tell))
    if (gateway && connection.VpnGatewayId !== undefined) {
      return [
        ...heard(tunnel, connection.VpnGatewayId, [{ from: fragment.device, to: connection.VpnGatewayId, export: up(gateway.asn) }]),
        ...heard(tunnel, fragment.device, [{ from: connection.VpnGatewayId, to: fragment.device, export: down(fromVpnGateway(gateway.asn, { type: 'vpn-bgp', next, key })) }]),
      ]
    }
    const segment = network.fragment('core-network-segment', connection.segment)
    const id = connection.segment
    if (segment && id !== undefined && segment.network === connection.CoreNetworkId) {
      const tell = fromTransitTable(segment.asn, connection.id, { type: 'vpn-bgp', next, key })
      return [
        ...heard(tunnel, id, [{ from: fragment.device, to: id, export: up(segment.asn) }]),
        ...heard(tunnel, fragment.device, [{ from: id, to: fragment.device, export: down((routes) => tell(heldInSegment(network, id, routes))) }]),
      ]
    }
    if (!transit) return []
    const propagated = (network.propagatedTables.get(connection.id) ?? []).map((table): Session => ({ from: fragment.device, to: table, export: up(transit.AmazonSideAsn) }))
    const table = network.tableOf(transit.id, connection.id)
    const back: Session[] = table === undefined ? [] : [{ from: table, to: fragment.device, export: down(fromTransitTable(transit.AmazonSideAsn, connection.id, { type: 'vpn-bgp', next, key })) }]
    return [...heard(tunnel, transit.id, propagated), ...heard(tunnel, fragment.device, back)]
  })
}
