import type { ResourceOf } from '../../src/shared/model/index.ts'
import { type Router, routerOf, speaksBgp } from './routers.ts'
import { connectUp, softwareUp, vifUp, vpnUp } from './up.ts'
import type { World } from './world.ts'

export type Gateway = ResourceOf<'vpn-gateway'> | ResourceOf<'transit-gateway'> | ResourceOf<'direct-connect-gateway'> | ResourceOf<'core-network'>

/**
 * A link that is up between a router and an AWS gateway, or between two routers (`peer`). Neither `bgp` nor `isStatic`: BGP was
 * meant and cannot come up.
 */
export interface Session {
  readonly id: string
  readonly type: 'dx' | 'connect' | 'private-vpn' | 'vpn' | 'software'
  readonly link: ResourceOf<'vpn-connection'> | ResourceOf<'virtual-interface'> | ResourceOf<'transit-gateway-connect-peer'> | ResourceOf<'software-vpn'>
  readonly router: Router
  readonly gateway?: Gateway
  readonly peer?: Router
  readonly bgp: boolean
  readonly isStatic: boolean
  readonly asn: number
  /** Of the far end. */
  readonly farAsn: number
  readonly families: readonly (4 | 6)[]
}

/** The ASN of a core network: of its first edge location. */
export const coreAsn = (core: ResourceOf<'core-network'>): number => core.EdgeLocations[0]?.Asn ?? 64_512

const asnOf = (gateway: Gateway) => (gateway.kind === 'core-network' ? coreAsn(gateway) : gateway.AmazonSideAsn)

function vpnSessions(world: World): Session[] {
  return world.all('vpn-connection').flatMap((link): Session[] => {
    const router = routerOf(world, link.CustomerGatewayId)
    const vgw = world.get('vpn-gateway', link.VpnGatewayId)
    const gateway = vgw ?? world.get('transit-gateway', link.TransitGatewayId) ?? world.get('core-network', link.CoreNetworkId)
    if (!router || !gateway || !vpnUp(world, link)) return []
    // BGP and IPsec end on the same device (F-VPN-5); one that does not speak BGP brings no session up.
    const speaks = speaksBgp(router) && (link.bgpDevice === undefined || link.bgpDevice === router.id)
    const inside6 = !vgw && link.TunnelOptions.some(({ TunnelInsideCidr }) => TunnelInsideCidr?.includes(':'))
    const type = link.OutsideIpAddressType === 'PrivateIpv4' ? 'private-vpn' : 'vpn'
    return [{ id: link.id, type, link, router, gateway, bgp: !link.StaticRoutesOnly && speaks, isStatic: link.StaticRoutesOnly, asn: router.BgpAsn ?? 0, farAsn: asnOf(gateway), families: [inside6 ? 6 : 4] }]
  })
}

function vifSessions(world: World): Session[] {
  return world.all('virtual-interface').flatMap((link): Session[] => {
    const router = world.get('customer-gateway', link.customerRouter)
    const vgw = link.VirtualInterfaceType === 'private' ? world.get('vpn-gateway', link.VirtualGatewayId) : undefined
    const gateway = link.VirtualInterfaceType === 'public' ? undefined : (world.get('direct-connect-gateway', link.DirectConnectGatewayId) ?? vgw)
    if (!router || !gateway || !vifUp(world, link) || (gateway.kind === 'vpn-gateway' && !world.regionUp(gateway))) return []
    return [{ id: link.id, type: 'dx', link, router, gateway, bgp: true, isStatic: false, asn: router.BgpAsn, farAsn: asnOf(gateway), families: [4, 6] }]
  })
}

function connectSessions(world: World): Session[] {
  return world.all('transit-gateway-connect-peer').flatMap((link): Session[] => {
    const router = routerOf(world, link.peer)
    const gateway = world.get('transit-gateway', link.TransitGatewayId)
    if (!router || !gateway || !connectUp(world, link)) return []
    return [{ id: link.id, type: 'connect', link, router, gateway, bgp: true, isStatic: false, asn: router.BgpAsn ?? 0, farAsn: gateway.AmazonSideAsn, families: [4, 6] }]
  })
}

function softwareSessions(world: World): Session[] {
  return world.all('software-vpn').flatMap((link): Session[] => {
    const [router, peer] = [routerOf(world, link.near), routerOf(world, link.far)]
    if (!router || !peer || !softwareUp(world, link)) return []
    const isStatic = link.routing === 'static'
    return [{ id: link.id, type: 'software', link, router, peer, bgp: !isStatic && speaksBgp(router) && speaksBgp(peer), isStatic, asn: router.BgpAsn ?? 0, farAsn: peer.BgpAsn ?? 0, families: [4, 6] }]
  })
}

/** Every link over which routes are exchanged, as far as it is up. */
export const sessionsOf = (world: World): Session[] => [...vpnSessions(world), ...vifSessions(world), ...connectSessions(world), ...softwareSessions(world)]
