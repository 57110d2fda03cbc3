import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import type { Health } from '../health.ts'
import { COMMUNITY_PREFERENCE, overrun } from './policy.ts'
import { selectOnDirectConnectGateway } from './preference.ts'
import type { NextHop, Route, Session } from './route.ts'
import { heldInSegment } from './segments.ts'
import { bestToTell, fromRouter, intoRouter, told } from './telling.ts'
import { fromVpnGateway } from './vpn-sessions.ts'

/** Untagged routes: as medium in the location's own Region, below it elsewhere (F-DX-51). */
const UNTAGGED = { sameRegion: 200, otherRegion: 150 } as const

type Interface = ResourceOf<'virtual-interface'>

/** Local preference of a route that a virtual interface brings, as seen from a Region. */
function preferenceOf(health: Health, vif: Interface, route: Pick<Route, 'community'>, region: string | undefined): number {
  const tagged = route.community ?? vif.localPreference
  if (tagged !== undefined && COMMUNITY_PREFERENCE[tagged] !== undefined) return COMMUNITY_PREFERENCE[tagged]
  const { index } = health.network
  const location = (index.getOf('direct-connect-connection', vif.ConnectionId) ?? index.getOf('direct-connect-lag', vif.ConnectionId))?.Region
  return location === undefined || region === undefined || location === region ? UNTAGGED.sameRegion : UNTAGGED.otherRegion
}

const interfaceOf = (health: Health, route: Route): Interface | undefined => (route.next.kind === 'virtual-interface' ? health.network.index.getOf('virtual-interface', route.next.id) : undefined)

/** What SiteLink brings a virtual interface from the others of its gateway: the shortest AS path, whatever the Region (F-DX-44). */
export function siteLinkRoute(health: Health, vif: Interface, routes: readonly Route[]): Route | undefined {
  if (vif.SiteLinkEnabled !== true) return undefined
  const offers = routes.filter((route) => {
    const other = interfaceOf(health, route)
    return other !== undefined && other.id !== vif.id && other.SiteLinkEnabled === true && health.isUp(other.id, other.DirectConnectGatewayId)
  })
  const [best, second] = [...offers].sort((a, b) => a.asPath.length - b.asPath.length || (a.key < b.key ? -1 : 1))
  if (!best || second?.asPath.length !== best.asPath.length) return best
  return { ...best, doubt: 'several SiteLink interfaces bring the prefix with AS paths of one length, which AWS says does not work' }
}

/** Which virtual interfaces an association serves: transit ones for transit gateways and core networks, private ones for VGWs (F-DX-42). */
function servedBy(health: Health, route: Route): 'transit' | 'private' | undefined {
  const association = route.next.kind === 'association' ? health.network.index.getOf('direct-connect-gateway-association', route.next.id) : undefined
  return association === undefined ? undefined : association.VpnGatewayId === undefined ? 'transit' : 'private'
}

/** The BGP session over a private or transit virtual interface. A receiver keeps what it learned until it notices that the interface is down. */
export function virtualInterfaceSessions(health: Health, vif: Interface): Session[] {
  const { network } = health
  const router = network.fragment('router', vif.customerRouter)
  // A session comes up only with the ASN that AWS expects (RFC 4271 6.2). A virtual interface has no static routing; a public one brings AWS's public prefixes, which are looked up elsewhere.
  if (!router?.bgp || vif.VirtualInterfaceType === 'public' || vif.Asn !== router.asn || overrun(router, vif)) return []
  const heard = (sessions: readonly Session[]) => sessions.filter(({ to }) => health.isUp(vif.id, to))
  const next: NextHop = { kind: 'virtual-interface', id: vif.id }
  const to = { type: 'dx', next, key: vif.id } as const
  const up = (asn: number): Session['export'] => {
    const tell = fromRouter(network, router, { link: vif.id, asn, community: vif.localPreference }, to)
    return (routes) => tell(routes).map((route) => ({ ...route, localPreference: preferenceOf(health, vif, route, undefined) }))
  }
  const down = (tell: Session['export']) => intoRouter(router, vif.id, tell)
  const vgw = network.fragment('vpn-gateway', vif.VirtualGatewayId)
  if (vgw && vif.VirtualGatewayId !== undefined) {
    return heard([
      { from: vif.customerRouter, to: vif.VirtualGatewayId, export: up(vgw.asn) },
      { from: vif.VirtualGatewayId, to: vif.customerRouter, export: down(fromVpnGateway(vgw.asn, to)) },
    ])
  }
  const dxgw = network.fragment('direct-connect-gateway', vif.DirectConnectGatewayId)
  if (!dxgw || vif.DirectConnectGatewayId === undefined) return []
  return heard([
    { from: vif.customerRouter, to: vif.DirectConnectGatewayId, export: up(dxgw.asn) },
    {
      from: vif.DirectConnectGatewayId,
      to: vif.customerRouter,
      export: down((routes) => {
        const own = routes.find((route) => route.type === 'allowed' && servedBy(health, route) === vif.VirtualInterfaceType) ?? siteLinkRoute(health, vif, routes)
        return own ? [told(own, dxgw.asn, to)] : []
      }),
    },
  ])
}

/** What a Direct Connect gateway tells a gateway behind it: the best of its virtual interfaces of the fitting type, as that Region prefers them. */
export function associationSessions(health: Health, association: ResourceOf<'direct-connect-gateway-association'>): Session[] {
  const { network } = health
  const dxgw = network.fragment('direct-connect-gateway', association.DirectConnectGatewayId)
  const transit = network.index.getOf('transit-gateway', association.TransitGatewayId)
  const vgw = network.index.getOf('vpn-gateway', association.VpnGatewayId)
  const region = transit?.Region ?? vgw?.Region
  if (!dxgw) return []
  const segment = network.fragment('core-network-segment', association.segment)
  if (segment && association.segment !== undefined && segment.network === association.CoreNetworkId) return segmentSessions(health, association, association.segment, { dxgw: dxgw.asn, segment: segment.asn })
  const tell = (routes: readonly Route[]): Route[] => {
    const route = bestInterface(health, routes, transit ? 'transit' : 'private', region)
    if (!route) return []
    const down = told(route, dxgw.asn, { type: 'dx', next: { kind: 'association', id: association.id }, key: association.id })
    // A VGW stands behind the gateway's ASN, and both may have the same; a transit gateway is a neighbour of its own (F-DX-46).
    return [transit ? down : { ...down, asPath: route.asPath }]
  }
  // A VGW takes part only while it is attached to a VPC (F-DX-42).
  const isAttached = network.fragment('vpn-gateway', vgw?.id)?.vpc !== undefined
  const targets: readonly ResourceId[] = transit ? (network.propagatedTables.get(association.id) ?? []) : vgw && isAttached ? [vgw.id] : []
  return targets.map((to) => ({ from: association.DirectConnectGatewayId, to, export: tell }))
}

/** Between a Direct Connect gateway and a segment: it takes what the site announces, and announces what the segment has, allowed prefixes aside (F-DX-45, F-DX-48). */
function segmentSessions(health: Health, { id, DirectConnectGatewayId }: ResourceOf<'direct-connect-gateway-association'>, segment: ResourceId, asn: { readonly dxgw: number; readonly segment: number }): Session[] {
  const next: NextHop = { kind: 'association', id }
  const isBack = (route: Route) => route.next.kind === 'association' && route.next.id === id
  return [
    { from: DirectConnectGatewayId, to: segment, export: (routes) => [bestInterface(health, routes, 'transit', undefined)].flatMap((route) => (route ? [told(route, asn.dxgw, { type: 'dx', next, key: id })] : [])) },
    { from: segment, to: DirectConnectGatewayId, export: (routes) => [bestToTell(heldInSegment(health.network, segment, routes))].flatMap((route) => (route && !isBack(route) ? [told(route, asn.segment, { type: 'allowed', next, key: id })] : [])) },
  ]
}

/** The virtual interface routes that a Region has for a prefix, best first: local preference as seen from there, AS path, MED of one neighbouring AS, then by id. */
export function interfacesInOrder(health: Health, routes: readonly Route[], type: 'private' | 'transit', region: string | undefined): Route[] {
  const seen = new Map(
    routes.flatMap((route): [Route, Route][] => {
      const vif = interfaceOf(health, route)
      return vif?.VirtualInterfaceType === type ? [[{ ...route, localPreference: preferenceOf(health, vif, route, region) }, route]] : []
    }),
  )
  return selectOnDirectConnectGateway([...seen.keys()]).map((route) => seen.get(route) ?? route)
}

/** The virtual interface route that a Region uses for a prefix. */
export function bestInterface(health: Health, routes: readonly Route[], type: 'private' | 'transit', region: string | undefined): Route | undefined {
  return interfacesInOrder(health, routes, type, region)[0]
}
