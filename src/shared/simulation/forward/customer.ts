import type { ResourceId } from '../../model/id.ts'
import { parseAddress } from '../../net/address.ts'
import { containsAddress } from '../../net/prefix.ts'
import { isPublicAddress } from '../../net/public.ts'
import { equallyGood, selectOnDevice } from '../routes/preference.ts'
import type { Route } from '../routes/route.ts'
import { tunnelElement } from '../elements.ts'
import { arrive, type Context, destinationText, type Place, stop, translate } from './context.ts'
import { routeStep } from './route-step.ts'

/** Through a VPN tunnel, in either direction. */
export function crossTunnel(context: Context, place: Extract<Place, { at: 'tunnel' }>): Place {
  const { network, journey, health, packet } = context
  const connection = network.index.getOf('vpn-connection', place.connection)
  const gateway = connection?.VpnGatewayId ?? connection?.TransitGatewayId
  if (!connection || gateway === undefined) return stop('no-route', 'the VPN connection ends on no gateway', 'F-VPN-1')
  journey
    .visit(place.connection)
    .depend([tunnelElement(place.connection, place.tunnel)])
    .depend(health.ispLinksOf(place.connection).flatMap((link) => network.elements.of(link)))
    .step({ kind: 'tunnel', resource: place.connection, tunnel: place.tunnel, detail: `IPsec tunnel ${place.tunnel} ${place.towards === 'aws' ? 'to AWS' : 'to the customer device'}`, fact: 'F-VPN-2' })
  packet.senderGroups = []
  if (!health.isTunnelUp(place.connection, place.tunnel)) return stop('blackhole', 'the tunnel is down, which this end has not noticed yet', 'F-VPN-58')
  const carried = network.fragment('vpn-connection', place.connection)?.family
  if (carried !== packet.destination.family) return stop('no-route', `the VPN connection carries IPv${carried} only`, 'F-VPN-61')
  if (place.towards === 'customer') return { at: 'device', device: connection.CustomerGatewayId, from: place.connection }
  return connection.VpnGatewayId === undefined ? { at: 'transit-gateway', gateway, attachment: place.connection } : { at: 'vpn-gateway', gateway, from: place.connection }
}

/** Over a Direct Connect virtual interface, in either direction. */
export function crossVirtualInterface(context: Context, place: Extract<Place, { at: 'virtual-interface' }>): Place {
  const { network, journey, packet, health } = context
  const vif = network.index.getOf('virtual-interface', place.id)
  if (!vif) return stop('blackhole', 'the virtual interface is gone')
  packet.senderGroups = []
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

/** True when the site still sends to the device or ISP link, down or not. */
const isInUse = ({ health }: Context, id: ResourceId, site: ResourceId | undefined): boolean => health.isUp(id, site ?? id)

/** Length of the site's own prefix that holds the destination; -1 when the site has none. */
function ownLength(context: Context, site: ResourceId | undefined): number {
  const prefixes = context.network.fragment('site', site)?.prefixes ?? []
  return Math.max(-1, ...prefixes.filter((prefix) => containsAddress(prefix, context.packet.destination)).map((prefix) => prefix.length))
}

/**
 * True when the destination lives at the site, as far as prefixes tell. An inferred prefix is only what AWS was seen to send: on
 * the way out, where the site learned an equal one, the address is taken to be beyond it.
 */
function staysAtSite(context: Context, site: ResourceId, best: WayToAws | undefined, leaving: boolean): boolean {
  const own = ownLength(context, site)
  if (own < 0 || !best || best.route.prefix.length !== own) return own >= 0 && (!best || best.route.prefix.length < own)
  return !(leaving && context.network.fragment('site', site)?.inferred === true)
}

interface WayToAws {
  readonly device: ResourceId
  readonly route: Route
  readonly groups: readonly (readonly Route[])[]
}

/** The route to AWS that a device would use; its own announcements lead nowhere else. It may be the way that the packet came. */
function routeToAws(context: Context, device: ResourceId): WayToAws | undefined {
  const groups = context.routing.lookup(device, context.packet.destination)
  const route = groups.flat().find((candidate) => candidate.type !== 'site')
  return route ? { device, route, groups } : undefined
}

function takeRoute(context: Context, device: ResourceId, route: Route, groups: readonly (readonly Route[])[]): Place {
  context.journey.visit(device).step(routeStep(context.network, device, groups, route, 'F-VPN-57'))
  if (route.next.kind === 'tunnel') return { at: 'tunnel', connection: route.next.connection, tunnel: route.next.tunnel, towards: 'aws' }
  if (route.next.kind === 'virtual-interface') return { at: 'virtual-interface', id: route.next.id, towards: 'aws' }
  return stop('no-route', 'the route leads nowhere')
}

/** At a customer device: into the site when the address lives there, else on by its best route. */
export function crossDevice(context: Context, place: Extract<Place, { at: 'device' }>): Place {
  const { network, journey, health } = context
  const device = network.fragment('customer-gateway', place.device)
  journey.visit(place.device)
  if (!device) return stop('blackhole', 'the device is gone')
  if (!health.isUp(place.device)) return stop('element-down', 'the device is down')
  if (context.standIns.get(destinationText(context)) === place.device) return arrive('delivered', `${destinationText(context)} is the device itself`, { on: 'device', device: place.device })
  if (device.site !== undefined && context.standIns.get(destinationText(context)) === device.site) {
    journey.visit(device.site)
    return arrive('delivered', `${destinationText(context)} stands for a host behind the site's announced routes`, { on: 'site', site: device.site, device: place.device })
  }
  const found = bestOf(context, (network.fragment('site', device.site)?.devices ?? [place.device]).filter((candidate) => isInUse(context, candidate, device.site)), place.device)
  if (device.site !== undefined && staysAtSite(context, device.site, found, place.from === 'lan')) {
    journey.visit(device.site)
    return arrive('delivered', `${destinationText(context)} is in the site's network`, { on: 'site', site: device.site, device: place.device })
  }
  if (found) return takeRoute(context, found.device, found.route, found.groups)
  const announced = device.announced.some((prefix) => containsAddress(prefix, context.packet.destination))
  return stop('no-route', announced ? `the device announces a route that covers ${destinationText(context)}, but the site has no such network` : `the device has no route to ${destinationText(context)}`)
}

/** The device and route that a site uses: longest prefix over all its devices, then the devices' own preference, then the device where the packet is. */
function bestOf(context: Context, devices: readonly ResourceId[], here: ResourceId | undefined): WayToAws | undefined {
  const found = devices.flatMap((device) => routeToAws(context, device) ?? [])
  const longest = Math.max(-1, ...found.map(({ route }) => route.prefix.length))
  const equals = found.filter(({ route }) => route.prefix.length === longest)
  const winner = selectOnDevice(equals.map(({ route }) => route))[0]
  const local = equals.find(({ device, route }) => device === here && winner && equallyGood(route, winner))
  return local ?? equals.find(({ route }) => route === winner)
}

/** From a site's own network: stay, take the best device towards AWS, or go out by the site's ISP. */
export function leaveSite(context: Context, place: Extract<Place, { at: 'site' }>): Place {
  const { network, journey, packet, health } = context
  journey.visit(place.site)
  const best = bestOf(context, (network.fragment('site', place.site)?.devices ?? []).filter((device) => isInUse(context, device, place.site)), undefined)
  if (staysAtSite(context, place.site, best, true)) return arrive('delivered', `${destinationText(context)} is in the same site`, { on: 'site', site: place.site })
  if (best) return takeRoute(context, best.device, best.route, best.groups)
  const link = (network.fragment('site', place.site)?.ispLinks ?? []).find((candidate) => isInUse(context, candidate, place.site))
  if (link === undefined || !isPublicAddress(packet.destination)) {
    const down = (network.fragment('site', place.site)?.devices ?? []).every((device) => !health.isUp(device))
    return stop('no-route', down ? 'no device of the site is up' : `no device of the site has a route to ${destinationText(context)}`)
  }
  journey.visit(link)
  if (!health.isUp(link)) return stop('blackhole', 'the ISP link is down, which the site has not noticed yet')
  const address = (network.fragment('site', place.site)?.devices ?? []).map((device) => network.index.getOf('customer-gateway', device)?.IpAddress).find((text) => text !== undefined)
  const outside = address === undefined ? undefined : parseAddress(address)
  if (!outside) return stop('unknown', 'the design does not say the public address that the site uses on the internet')
  if (!isPublicAddress(packet.source)) {
    context.translations.push({ at: place.site, inside: packet.source, outside })
    translate(context, 'source', outside, "the site's public address takes the place of the private source", 'F-VPN-40')
  }
  return { at: 'internet' }
}
