import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { tunnelElement } from '../element-names.ts'
import { connectInterfaces, isConnectPeerUp } from '../routes/router-sessions.ts'
import { equallyGood } from '../routes/preference.ts'
import type { Route } from '../routes/route.ts'
import { type Context, type Place, stop } from './context.ts'
import { forgetGroups } from './packet.ts'
import { noteInterface, noteSoftwareVpn, noteTunnel } from './quality.ts'
import { routeStep } from './route-step.ts'

/** True for a tunnel to a virtual private gateway: AWS marks the one it prefers with a lower MED, so equal ones are not used side by side (F-VPN-56). */
const endsOnVpnGateway = ({ network }: Context, { next }: Route): boolean => next.kind === 'tunnel' && network.index.getOf('vpn-connection', next.connection)?.VpnGatewayId !== undefined

/** From a router out by a route that leads over a tunnel, a virtual interface or a Connect peer; `besides` are equal routes of others at its site. */
export function takeRoute(context: Context, router: ResourceId, route: Route, groups: readonly (readonly Route[])[], fact: string, besides: readonly Route[] = []): Place {
  context.journey.visit(router).step(routeStep(context.network, router, [...groups, besides], route, fact, (winner, other) => equallyGood(winner, other) && !endsOnVpnGateway(context, winner) && !endsOnVpnGateway(context, other)))
  if (route.doubt !== undefined) return stop('unknown', route.doubt)
  const { next } = route
  switch (next.kind) {
    case 'tunnel':
      return { at: 'tunnel', connection: next.connection, tunnel: next.tunnel, towards: 'aws' }
    case 'virtual-interface':
      return { at: 'virtual-interface', id: next.id, towards: 'aws' }
    case 'software-vpn':
      return { at: 'software-vpn', id: next.id, from: router }
    case 'connect-peer':
      return { at: 'connect-peer', id: next.id, towards: 'aws' }
    default:
      return stop('no-route', 'the route leads nowhere')
  }
}

/** Where a packet comes out at a router. */
export function atRouter({ network }: Context, router: ResourceId, from: ResourceId): Place {
  return network.index.getOf('instance', router) ? { at: 'appliance', instance: router, from } : { at: 'device', device: router, from }
}

/** Shows the wire under a tunnel where it is drawn: the virtual interface that carries it now. */
function visitUnderlay({ journey, network, health }: Context, options: readonly ResourceId[]): void {
  journey.depend(options.flatMap((option) => network.elements.reliesOn(option)))
  const carrier = options.find((option) => health.isUp(option))
  const vif = network.index.getOf('virtual-interface', carrier)
  if (vif) {
    journey.visit(vif.id)
    if (vif.ConnectionId !== undefined) journey.visit(vif.ConnectionId)
  } else if (carrier !== undefined) journey.visit(carrier)
}

/** Through a VPN tunnel, in either direction. */
export function crossTunnel(context: Context, place: Extract<Place, { at: 'tunnel' }>): Place {
  const { network, journey, health, packet } = context
  const connection = network.index.getOf('vpn-connection', place.connection)
  const gateway = connection?.VpnGatewayId ?? connection?.TransitGatewayId ?? connection?.CoreNetworkId
  if (!connection || gateway === undefined) return stop('no-route', 'the VPN connection ends on no gateway', 'F-VPN-1')
  const options = health.underlaysOf(place.connection)
  const wired = options.some((option) => network.index.getOf('virtual-interface', option) !== undefined)
  if (wired && place.towards === 'aws') visitUnderlay(context, options)
  journey
    .visit(place.connection)
    .depend([tunnelElement(place.connection, place.tunnel)])
    .depend(options.flatMap((option) => network.elements.reliesOn(option)))
    .step({ kind: 'tunnel', resource: place.connection, tunnel: place.tunnel, detail: `IPsec tunnel ${place.tunnel} ${place.towards === 'aws' ? 'to AWS' : 'to the customer device'}`, fact: 'F-VPN-2' })
  noteTunnel(context, connection)
  forgetGroups(packet, 'they come through a VPN connection')
  const fragment = network.fragment('vpn-connection', place.connection)
  if (fragment?.family !== packet.destination.family) return stop('no-route', `the VPN connection carries IPv${fragment?.family} only`, 'F-VPN-61')
  if (fragment.underlay.broken !== undefined) return stop('blackhole', `the tunnel cannot come up: ${fragment.underlay.broken}`)
  if (!health.isTunnelUp(place.connection, place.tunnel)) return stop('blackhole', 'the tunnel is down, which this end has not noticed yet', 'F-VPN-58')
  if (place.towards === 'customer') {
    if (wired) visitUnderlay(context, options)
    return atRouter(context, connection.CustomerGatewayId, place.connection)
  }
  if (connection.VpnGatewayId === undefined && connection.TransitGatewayId === undefined) return { at: 'core-network', network: gateway, attachment: place.connection }
  return connection.VpnGatewayId === undefined ? { at: 'transit-gateway', gateway, attachment: place.connection } : { at: 'vpn-gateway', gateway, from: place.connection }
}

/** Over a private or transit virtual interface, in either direction. */
export function crossVirtualInterface(context: Context, place: Extract<Place, { at: 'virtual-interface' }>): Place {
  const { network, journey, packet, health } = context
  const vif = network.index.getOf('virtual-interface', place.id)
  if (!vif) return stop('blackhole', 'the virtual interface is gone')
  forgetGroups(packet, 'they come over Direct Connect')
  noteInterface(context, vif)
  if (!health.isUp(vif.id)) {
    journey.visit(vif.id)
    return stop('blackhole', 'the virtual interface is down, which this end has not noticed yet', 'F-DX-26')
  }
  const wire = () => {
    if (vif.ConnectionId !== undefined) journey.visit(vif.ConnectionId)
  }
  if (place.towards === 'customer') {
    journey.visit(place.id).step({ kind: 'forward', detail: 'over the virtual interface to the customer router', fact: 'F-DX-21' })
    wire()
    return { at: 'device', device: vif.customerRouter, from: place.id }
  }
  wire()
  journey.visit(place.id).step({ kind: 'forward', detail: 'over the virtual interface to AWS', fact: 'F-DX-21' })
  if (vif.VirtualGatewayId !== undefined) return { at: 'vpn-gateway', gateway: vif.VirtualGatewayId, from: place.id }
  if (vif.DirectConnectGatewayId !== undefined) return { at: 'direct-connect-gateway', gateway: vif.DirectConnectGatewayId, from: place.id }
  return stop('no-route', 'the virtual interface ends on no gateway', 'F-DX-21')
}

/** Through a tunnel between two routers of the customer's own. */
export function crossSoftwareVpn(context: Context, place: Extract<Place, { at: 'software-vpn' }>): Place {
  const { network, journey, packet, health } = context
  const vpn = network.fragment('software-vpn', place.id)
  const link = network.index.getOf('software-vpn', place.id)
  if (!vpn || !link) return stop('blackhole', 'the software VPN is gone')
  forgetGroups(packet, 'they come through a VPN')
  journey
    .visit(place.id)
    .depend(vpn.underlays.flatMap(({ options }) => options.flatMap((option) => network.elements.reliesOn(option))))
    .step({ kind: 'tunnel', resource: place.id, detail: `${link.protocol === 'ipsec' ? 'IPsec' : link.protocol.toUpperCase()} tunnel between public addresses`, fact: 'F-SW-3' })
  noteSoftwareVpn(context, link)
  const broken = vpn.underlays.find((underlay) => underlay.broken !== undefined)?.broken
  if (broken !== undefined) return stop('blackhole', `the tunnel cannot come up: ${broken}`, 'F-SW-11')
  if (!health.isUp(place.id)) return stop('blackhole', 'the tunnel is down, which this end has not noticed yet', 'F-SW-21')
  return atRouter(context, place.from === vpn.near ? vpn.far : vpn.near, place.id)
}

/** Over a Connect peer's GRE tunnel, in either direction (F-TGW-50). */
export function crossConnectPeer(context: Context, place: Extract<Place, { at: 'connect-peer' }>): Place {
  const { network, journey, packet, health } = context
  const peer = network.index.getOf('transit-gateway-connect-peer', place.id)
  if (!peer) return stop('blackhole', 'the Connect peer is gone', 'F-TGW-50')
  forgetGroups(packet, 'they come through a Connect peer')
  journey.visit(peer.id).depend(transportElements(context, peer)).step({ kind: 'tunnel', resource: peer.id, detail: `GRE tunnel ${place.towards === 'aws' ? 'to the transit gateway' : 'to the appliance'}`, fact: 'F-TGW-50' })
  journey.carry({ by: peer.id, mtuBytes: 8500, bandwidthMbps: 5000, encryption: peerIsRemote(context, peer) ? 'plain' : 'inside' })
  if (!isConnectPeerUp(health, peer)) return stop('blackhole', 'the Connect peer has no transport that is up', 'F-TGW-50')
  return place.towards === 'aws' ? { at: 'transit-gateway', gateway: peer.TransitGatewayId, attachment: peer.id } : atRouter(context, peer.peer, peer.id)
}

const peerIsRemote = ({ network }: Context, peer: ResourceOf<'transit-gateway-connect-peer'>): boolean => network.index.getOf('customer-gateway', peer.peer) !== undefined

/** What the transport of a Connect peer depends on. */
function transportElements({ network, health }: Context, peer: ResourceOf<'transit-gateway-connect-peer'>) {
  const attachment = network.index.getOf('transit-gateway-vpc-attachment', peer.TransportTransitGatewayAttachmentId)
  return [...(attachment?.SubnetIds ?? []), ...connectInterfaces(health, peer)].flatMap((id) => network.elements.reliesOn(id))
}
