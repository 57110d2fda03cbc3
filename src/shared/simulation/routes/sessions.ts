import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { equalPrefix } from '../../net/prefix.ts'
import type { DeviceFragment, SiteFragment } from '../compile/fragment.ts'
import type { Health } from '../health.ts'
import type { NextHop, Route, RouteType, Session } from './route.ts'

/** The best route of a list, if it may be told at all: dropped traffic is never announced. */
const best = (routes: readonly Route[]): Route | undefined => (routes[0]?.next.kind === 'blackhole' || routes[0]?.next.kind === 'unknown' ? undefined : routes[0])

const told = (route: Route, type: RouteType, senderAsn: number, next: NextHop, key: string, localPreference = 0): Route => ({
  prefix: route.prefix,
  type,
  asPath: [senderAsn, ...route.asPath],
  localPreference,
  next,
  key,
})

/**
 * What a device tells AWS: the prefixes it is to announce. One that is not its site's but learned by BGP is passed on with its
 * AS path, so the gateway that it came from, and any with the same ASN, drops it (patterns B6); a summary is the device's own.
 */
function fromDevice(device: DeviceFragment, site: SiteFragment | undefined, type: 'vpn-bgp' | 'dx', next: NextHop, key: string, localPreference?: number) {
  return (routes: readonly Route[]): Route[] => {
    const listed = routes.find((route) => route.type === 'site')
    if (!listed) return []
    const isOwn = site?.prefixes.some((prefix) => equalPrefix(prefix, listed.prefix)) === true
    const learned = isOwn ? undefined : routes.find((route) => route.asPath.length > 0)
    return [told(learned ?? listed, type, device.asn, next, key, localPreference)]
  }
}

/** Lets through only what a VPN connection carries: one address family (F-VPN-61). */
const ofFamily = (family: 4 | 6, tell: Session['export']): Session['export'] => (routes) => (routes[0]?.prefix.family === family ? tell(routes) : [])

/** True for a route that a VGW passes on to a neighbour: its VPC, and other BGP sites (CloudHub, F-VPN-65), not static ones nor what comes through a DX gateway (F-RT-55). */
const isRetold = (route: Route) => route.type === 'local' || route.type === 'vpn-bgp' || (route.type === 'dx' && route.next.kind === 'virtual-interface')

function fromVpnGateway(asn: number, type: 'vpn-bgp' | 'dx', next: NextHop, key: string) {
  return (routes: readonly Route[]): Route[] => {
    const route = best(routes)
    return route && isRetold(route) ? [told(route, type, asn, next, key)] : []
  }
}

/** What a transit gateway tells a VPN neighbour: the routes of the table its attachment is associated with (F-TGW-32), but not back to itself. */
function fromTransitTable(asn: number, connection: ResourceId, next: NextHop, key: string) {
  return (routes: readonly Route[]): Route[] => {
    const route = best(routes)
    const sendsBack = route && ((route.next.kind === 'tunnel' && route.next.connection === connection) || (route.next.kind === 'attachment' && route.next.id === connection))
    return route && !sendsBack ? [told(route, 'vpn-bgp', asn, next, key)] : []
  }
}

function vpnSessions(health: Health, connection: ResourceOf<'vpn-connection'>): Session[] {
  const { network } = health
  const fragment = network.fragment('vpn-connection', connection.id)
  const device = network.fragment('customer-gateway', fragment?.device)
  if (!fragment || !device || fragment.isStatic || fragment.noBgpBecause !== undefined) return []
  // A receiver keeps what it learned until it notices that the tunnel is down.
  const heard = (tunnel: 1 | 2, by: ResourceId | undefined, sessions: readonly Session[]) => (by !== undefined && health.isTunnelUp(connection.id, tunnel, by) ? sessions : [])
  return fragment.tunnels.flatMap((tunnel): Session[] => {
    const next: NextHop = { kind: 'tunnel', connection: connection.id, tunnel }
    const key = `${connection.id}/${tunnel}`
    const up = ofFamily(fragment.family, fromDevice(device, network.fragment('site', device.site), 'vpn-bgp', next, key))
    const gateway = network.fragment('vpn-gateway', connection.VpnGatewayId)
    if (gateway && connection.VpnGatewayId !== undefined) {
      return [
        ...heard(tunnel, connection.VpnGatewayId, [{ from: fragment.device, to: connection.VpnGatewayId, export: up }]),
        ...heard(tunnel, fragment.device, [{ from: connection.VpnGatewayId, to: fragment.device, export: ofFamily(fragment.family, fromVpnGateway(gateway.asn, 'vpn-bgp', next, key)) }]),
      ]
    }
    const transit = network.index.getOf('transit-gateway', connection.TransitGatewayId)
    if (!transit) return []
    const propagated = (network.propagatedTables.get(connection.id) ?? []).map((table): Session => ({ from: fragment.device, to: table, export: up }))
    const table = network.associatedTable.get(connection.id)
    const back: Session[] = table === undefined ? [] : [{ from: table, to: fragment.device, export: ofFamily(fragment.family, fromTransitTable(transit.AmazonSideAsn, connection.id, next, key)) }]
    return [...heard(tunnel, transit.id, propagated), ...heard(tunnel, fragment.device, back)]
  })
}

const COMMUNITY_PREFERENCE = { '7224:7100': 100, '7224:7200': 200, '7224:7300': 300 } as const
/** Untagged routes: as medium in the location's own Region, below it elsewhere (F-DX-51). */
const UNTAGGED_SAME_REGION = 200
const UNTAGGED_OTHER_REGION = 150

/** Local preference of what a virtual interface brings, as seen from a Region. */
export function localPreferenceOf(health: Health, vif: ResourceOf<'virtual-interface'>, region: string | undefined): number {
  if (vif.localPreference !== undefined) return COMMUNITY_PREFERENCE[vif.localPreference]
  const location = health.network.index.getOf('direct-connect-connection', vif.ConnectionId)?.Region
  return location === undefined || region === undefined || location === region ? UNTAGGED_SAME_REGION : UNTAGGED_OTHER_REGION
}

/** The sessions over a link whose receiver takes the link to be up: it keeps what it learned until it notices otherwise. */
const heardOver = (health: Health, link: ResourceId, sessions: readonly Session[]): Session[] => sessions.filter(({ to }) => health.isUp(link, to))

function virtualInterfaceSessions(health: Health, vif: ResourceOf<'virtual-interface'>): Session[] {
  const { network } = health
  const device = network.fragment('customer-gateway', vif.customerRouter)
  if (!device?.bgp) return [] // a virtual interface has no static routing
  const next: NextHop = { kind: 'virtual-interface', id: vif.id }
  const up = fromDevice(device, network.fragment('site', device.site), 'dx', next, vif.id, localPreferenceOf(health, vif, undefined))
  const vgw = network.fragment('vpn-gateway', vif.VirtualGatewayId)
  if (vgw && vif.VirtualGatewayId !== undefined) {
    return heardOver(health, vif.id, [
      { from: vif.customerRouter, to: vif.VirtualGatewayId, export: up },
      { from: vif.VirtualGatewayId, to: vif.customerRouter, export: fromVpnGateway(vgw.asn, 'dx', next, vif.id) },
    ])
  }
  const dxgw = network.fragment('direct-connect-gateway', vif.DirectConnectGatewayId)
  if (!dxgw || vif.DirectConnectGatewayId === undefined) return []
  return heardOver(health, vif.id, [
    { from: vif.customerRouter, to: vif.DirectConnectGatewayId, export: up },
    {
      from: vif.DirectConnectGatewayId,
      to: vif.customerRouter,
      export: (routes) => {
        const wanted = vif.VirtualInterfaceType === 'transit' ? 'transit-gateway' : 'vpn-gateway'
        const own = routes.find((route) => route.type === 'allowed' && associationKind(health, route) === wanted)
        return own ? [told(own, 'dx', dxgw.asn, next, vif.id)] : []
      },
    },
  ])
}

function associationKind(health: Health, route: Route): 'transit-gateway' | 'vpn-gateway' | undefined {
  const association = route.next.kind === 'association' ? health.network.index.getOf('direct-connect-gateway-association', route.next.id) : undefined
  return association === undefined ? undefined : association.TransitGatewayId === undefined ? 'vpn-gateway' : 'transit-gateway'
}

/** What a Direct Connect gateway tells a gateway behind it: the best of its virtual interfaces of the fitting type, as that Region prefers them. */
function associationSessions(health: Health, association: ResourceOf<'direct-connect-gateway-association'>): Session[] {
  const { network } = health
  const dxgw = network.fragment('direct-connect-gateway', association.DirectConnectGatewayId)
  const transit = network.index.getOf('transit-gateway', association.TransitGatewayId)
  const vgw = network.index.getOf('vpn-gateway', association.VpnGatewayId)
  const region = transit?.Region ?? vgw?.Region
  if (!dxgw) return []
  const tell = (routes: readonly Route[]): Route[] => {
    const route = bestInterface(health, routes, transit ? 'transit' : 'private', region)
    if (!route) return []
    const down = told(route, 'dx', dxgw.asn, { kind: 'association', id: association.id }, association.id)
    // A VGW stands behind the gateway's ASN, and both may have the same; a transit gateway is a neighbour of its own (F-DX-46).
    return [transit ? down : { ...down, asPath: route.asPath }]
  }
  // A VGW takes part only while it is attached to a VPC (F-DX-42).
  const isAttached = network.fragment('vpn-gateway', vgw?.id)?.vpc !== undefined
  const targets = transit ? (network.propagatedTables.get(association.id) ?? []) : vgw && isAttached ? [vgw.id] : []
  return targets.map((to) => ({ from: association.DirectConnectGatewayId, to, export: tell }))
}

/** The virtual interface route that a Region uses for a prefix: local preference, AS path, then the first by id. */
export function bestInterface(health: Health, routes: readonly Route[], type: 'private' | 'transit', region: string | undefined): Route | undefined {
  const candidates = routes.flatMap((route) => {
    const vif = route.next.kind === 'virtual-interface' ? health.network.index.getOf('virtual-interface', route.next.id) : undefined
    return vif?.VirtualInterfaceType === type ? [{ route, preference: localPreferenceOf(health, vif, region) }] : []
  })
  candidates.sort((a, b) => b.preference - a.preference || a.route.asPath.length - b.route.asPath.length || (a.route.key < b.route.key ? -1 : 1))
  return candidates[0]?.route
}

/** Every session of the network that is up. */
export function sessionsOf(health: Health): Session[] {
  const { index } = health.network
  return [
    ...index.all('vpn-connection').flatMap((connection) => vpnSessions(health, connection)),
    ...index.all('virtual-interface').flatMap((vif) => virtualInterfaceSessions(health, vif)),
    ...index.all('direct-connect-gateway-association').flatMap((association) => associationSessions(health, association)),
  ]
}
