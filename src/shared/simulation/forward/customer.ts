import type { ResourceId } from '../../model/id.ts'
import { parseAddress } from '../../net/address.ts'
import { containsAddress } from '../../net/prefix.ts'
import { isPublicAddress } from '../../net/public.ts'
import { equallyGood, selectAtSite, selectOnRouter } from '../routes/preference.ts'
import type { Route } from '../routes/route.ts'
import { arrive, type Context, destinationText, type Place, stop, translate } from './context.ts'
import { takeRoute } from './links.ts'
import { SHORTEST_OWN } from './internet-host.ts'
import { forgetGroups } from './packet.ts'
import { noteWan } from './quality.ts'
import { routeStep } from './route-step.ts'
import { returnByDevice } from './users.ts'

/** A way on from a site: `device` is undefined for a line to another site. */
interface WayOut {
  readonly device: ResourceId | undefined
  readonly route: Route
  readonly groups: readonly (readonly Route[])[]
  /** Routes of other devices of the site that are as good: flows may take them as well. */
  readonly besides?: readonly Route[]
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
function staysAtSite(context: Context, site: ResourceId, best: WayOut | undefined, leaving: boolean): boolean {
  const own = ownLength(context, site)
  if (own < 0 || !best || best.route.prefix.length !== own) return own >= 0 && (!best || best.route.prefix.length < own)
  return !(leaving && context.network.fragment('site', site)?.inferred === true)
}

/** The route that a device would use; its own announcements lead nowhere else. It may be the way that the packet came. */
function routeOfDevice(context: Context, device: ResourceId): WayOut | undefined {
  const groups = context.routing.lookup(device, context.packet.destination)
  const route = groups.flat().find(({ type }) => type !== 'site' && type !== 'wan')
  return route ? { device, route, groups } : undefined
}

/** The routes to other sites, or by way of them to AWS, over the customer's own lines. */
function routesOverWan(context: Context, site: ResourceId | undefined): WayOut[] {
  if (site === undefined || (context.network.fragment('site', site)?.wanLinks.length ?? 0) === 0) return []
  const groups = context.routing.lookup(site, context.packet.destination)
  const route = groups.flat().find(({ type }) => type === 'wan')
  return route ? [{ device: undefined, route, groups }] : []
}

/**
 * What a site uses: longest prefix over everything, then another site's own network, its routers by their preference, and other
 * sites' ways to AWS; among equal routers the one where the packet is.
 */
function bestOf(context: Context, site: ResourceId | undefined, devices: readonly ResourceId[], here: ResourceId | undefined): WayOut | undefined {
  const found = [...devices.flatMap((device) => routeOfDevice(context, device) ?? []), ...routesOverWan(context, site)]
  const longest = Math.max(-1, ...found.map(({ route }) => route.prefix.length))
  const equals = found.filter(({ route }) => route.prefix.length === longest)
  const routes = equals.map(({ route }) => route)
  const winner = (routes.some(({ wan }) => wan) ? selectAtSite(routes) : selectOnRouter(routes))[0]
  const local = equals.find(({ device, route }) => device !== undefined && device === here && winner !== undefined && !winner.wan && equallyGood(route, winner))
  const chosen = local ?? equals.find(({ route }) => route === winner)
  if (!chosen || chosen.route.wan) return chosen
  return { ...chosen, besides: equals.flatMap(({ device, route }) => (device !== chosen.device && !route.wan && equallyGood(route, chosen.route) ? [route] : [])) }
}

function takeWay(context: Context, site: ResourceId | undefined, way: WayOut): Place {
  if (way.device !== undefined) return takeRoute(context, way.device, way.route, way.groups, 'F-VPN-57', way.besides)
  if (site === undefined || way.route.next.kind !== 'wan-link') return stop('no-route', 'the route leads nowhere')
  context.journey.visit(site).step(routeStep(context.network, site, way.groups, way.route, 'F-VPN-57'))
  return { at: 'wan-link', id: way.route.next.id, from: site }
}

/** Over a line of the customer's own network to the next site. */
export function crossWanLink(context: Context, place: Extract<Place, { at: 'wan-link' }>): Place {
  const { network, journey, health, packet } = context
  const link = network.fragment('site', place.from)?.wanLinks.find(({ id }) => id === place.id)
  journey.visit(place.id)
  if (!link) return stop('blackhole', 'the line is gone')
  forgetGroups(packet, "they come over the customer's own lines")
  noteWan(context, place.id)
  if (!health.isUp(place.id)) return stop('blackhole', 'the line is down, which the site has not noticed yet')
  return { at: 'site', site: link.to, arrived: true }
}

/** At a customer device: into the site when the address lives there, else on by its best route. */
export function crossDevice(context: Context, place: Extract<Place, { at: 'device' }>): Place {
  const { network, journey, health } = context
  const device = network.fragment('router', place.device)
  journey.visit(place.device)
  if (!device) return stop('blackhole', 'the device is gone')
  if (!health.isUp(place.device)) return stop('element-down', 'the device is down')
  if (context.standIns.get(destinationText(context)) === place.device) return arrive('delivered', `${destinationText(context)} is the device itself`, { on: 'device', device: place.device })
  if (device.site !== undefined && context.standIns.get(destinationText(context)) === device.site) {
    journey.visit(device.site)
    return arrive('delivered', `${destinationText(context)} stands for a host behind the site's announced routes`, { on: 'site', site: device.site, device: place.device })
  }
  const home = returnByDevice(context, device.site)
  if (home) return home
  const devices = (network.fragment('site', device.site)?.devices ?? [place.device]).filter((candidate) => isInUse(context, candidate, device.site))
  const found = bestOf(context, device.site, devices, place.device)
  if (device.site !== undefined && staysAtSite(context, device.site, found, place.from === 'lan')) {
    journey.visit(device.site)
    return arrive('delivered', `${destinationText(context)} is in the site's network`, { on: 'site', site: device.site, device: place.device })
  }
  if (found) return takeWay(context, device.site, found)
  const announced = device.announced.some((prefix) => containsAddress(prefix, context.packet.destination))
  const draws = device.announced.some((prefix) => prefix.length < SHORTEST_OWN && containsAddress(prefix, context.packet.destination))
  if (draws && device.site !== undefined && isPublicAddress(context.packet.destination)) {
    // What draws public destinations to a site is meant to send them on from there.
    if ((network.fragment('site', device.site)?.ispLinks ?? []).length > 0) return { at: 'site', site: device.site, arrived: true }
    return stop('unknown', `the device announces a route that covers ${destinationText(context)}, and the design does not say how its site gets to the internet`)
  }
  return stop('no-route', announced ? `the device announces a route that covers ${destinationText(context)}, but the site has no such network` : `the device has no route to ${destinationText(context)}`)
}

/** From a site's own network: stay, take the best way on, or go out by the site's ISP. */
export function leaveSite(context: Context, place: Extract<Place, { at: 'site' }>): Place {
  const { network, journey, packet, health } = context
  journey.visit(place.site)
  const home = returnByDevice(context, place.site)
  if (home) return home
  const site = network.fragment('site', place.site)
  const devices = (site?.devices ?? []).filter((device) => isInUse(context, device, place.site))
  const best = bestOf(context, place.site, devices, undefined)
  if (staysAtSite(context, place.site, best, place.arrived !== true)) return arrive('delivered', place.arrived ? `${destinationText(context)} is in the site's network` : `${destinationText(context)} is in the same site`, { on: 'site', site: place.site })
  if (best) return takeWay(context, place.site, best)
  const link = (site?.ispLinks ?? []).find((candidate) => isInUse(context, candidate, place.site))
  if (link === undefined || !isPublicAddress(packet.destination)) {
    const down = (site?.devices ?? []).every((device) => !health.isUp(device))
    return stop('no-route', down ? 'no device of the site is up' : `no device of the site has a route to ${destinationText(context)}`)
  }
  journey.visit(link)
  if (!health.isUp(link)) return stop('blackhole', 'the ISP link is down, which the site has not noticed yet')
  const address = (site?.devices ?? []).map((device) => network.index.getOf('customer-gateway', device)?.IpAddress).find((text) => text !== undefined)
  const outside = address === undefined ? undefined : parseAddress(address)
  if (!outside) return stop('unknown', 'the design does not say the public address that the site uses on the internet')
  if (!isPublicAddress(packet.source)) {
    context.translations.push({ at: place.site, inside: packet.source, outside })
    translate(context, 'source', outside, "the site's public address takes the place of the private source", 'F-VPN-40')
  }
  return { at: 'internet' }
}
