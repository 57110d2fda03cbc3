import { containsAddress } from '../../net/prefix.ts'
import type { ResourceId } from '../../model/id.ts'
import { instanceInterfaces } from '../compile/subnet.ts'
import { arrive, type Context, destinationText, pass, type Place, stop } from './context.ts'
import { checkSecurityGroups } from './filters.ts'
import { takeRoute } from './links.ts'
import { forgetGroups } from './packet.ts'

/** Where an appliance sends what is not for its own VPC: by its longest route over a tunnel; undefined when it has none, so its subnet's table decides. */
export function applianceWay(context: Context, instance: ResourceId): Place | undefined {
  const { network, routing, packet } = context
  const router = network.fragment('router', instance)
  if (!router || network.fragment('vpc', router.vpc)?.prefixes.some((prefix) => containsAddress(prefix, packet.destination)) === true) return undefined
  const groups = routing.lookup(instance, packet.destination)
  const route = groups.flat().find(({ type }) => type !== 'site')
  return route && takeRoute(context, instance, route, groups, 'F-SW-12')
}

/** Out of a tunnel into an appliance: for itself, on through another tunnel, or by its interface into its VPC. */
export function arriveAtAppliance(context: Context, place: Extract<Place, { at: 'appliance' }>): Place {
  const { network, journey, health, packet } = context
  const instance = network.index.getOf('instance', place.instance)
  const host = instance && instanceInterfaces(instance)[0]
  journey.visit(place.instance)
  if (!host) return stop('blackhole', 'the appliance is gone')
  if (!health.isRunning(place.instance)) return stop('element-down', 'the appliance is down')
  if (host.addresses.includes(destinationText(context))) return arrive('delivered', 'it is the appliance itself', { on: 'host', host })
  const way = applianceWay(context, place.instance)
  if (way) return way
  const checked = pass(context, { kind: 'filter', filter: 'source-dest-check', direction: 'out', allowed: !host.sourceDestCheck, detail: host.sourceDestCheck ? 'the packet is not from this interface and the check is on' : 'the check is off, so it may forward', fact: 'F-SW-10' })
  forgetGroups(packet, 'they come through an appliance')
  return checked ?? pass(context, checkSecurityGroups(context, host, 'out')) ?? { at: 'subnet', subnet: host.subnet }
}
