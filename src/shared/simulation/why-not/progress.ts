import { formatPrefix } from '../../net/prefix.ts'
import type { Fragment } from '../compile/fragment.ts'
import { Health } from '../health.ts'
import { Routing } from '../routes/index.ts'
import type { ElementId, Path, Trace } from '../types.ts'
import type { Failure } from './failure.ts'

function pathMark(path: Path): unknown {
  return path.hops.map(({ resource, steps }) => [resource, steps.map((step) => (step.kind === 'route' ? [step.table, step.detail] : step.kind === 'filter' ? [step.filter, step.direction, step.detail] : step.kind === 'end' ? step.detail : step.kind))])
}

/** What can be seen of a trace. */
const markOf = (trace: Trace): string => JSON.stringify([pathMark(trace.forward), trace.return ? pathMark(trace.return) : null])

/** What exchanges routes. */
const SPEAKERS: ReadonlySet<Fragment['kind']> = new Set<Fragment['kind']>(['router', 'site', 'vpn-gateway', 'transit-gateway-route-table', 'direct-connect-gateway'])

/** The routes that devices and gateways hold for the flow's addresses: a change may first show there. */
function routesMark(failure: Failure, failed: readonly ElementId[]): string {
  const { network } = failure
  const routing = new Routing(new Health(network, failed))
  const speakers = [...network.compilation].filter(([, { fragment }]) => SPEAKERS.has(fragment.kind))
  const addresses = [failure.leg.last.source, failure.leg.last.destination]
  return JSON.stringify(speakers.map(([id]) => addresses.map((address) => routing.lookup(id, address).map((routes) => routes.map((route) => [formatPrefix(route.prefix), route.key])))))
}

/**
 * Whether a change did anything to how the flow fails: it ends otherwise, takes another way, or a router knows more than it did. A change
 * without any effect is not worth building on; what a set needs can always be made in an order in which each change shows.
 */
export function hasProgressed(before: Failure, after: Failure): boolean {
  // A reply that failed before is lost sight of when the packet does not even arrive any more.
  if (before.leg.isReply && !after.leg.isReply) return false
  if (markOf(before.trace) !== markOf(after.trace)) return true
  return routesMark(before, before.failed) !== routesMark(after, after.failed)
}
