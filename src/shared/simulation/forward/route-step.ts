import { displayName } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import { formatPrefix } from '../../net/prefix.ts'
import type { Network } from '../network.ts'
import { routeWords, whyLost } from '../routes/preference.ts'
import type { NextHop, Route } from '../routes/route.ts'
import type { RouteCandidate, Step } from '../types.ts'

function nameOf(network: Network, id: ResourceId): string {
  const resource = network.index.get(id)
  return resource ? displayName(resource) : id
}

function nextHopWords(network: Network, next: NextHop): string {
  switch (next.kind) {
    case 'here':
      return 'here'
    case 'blackhole':
      return 'blackhole'
    case 'unknown':
      return 'something that is not in the design'
    case 'tunnel':
      return `${nameOf(network, next.connection)}, tunnel ${next.tunnel}`
    default:
      return nameOf(network, next.id)
  }
}

function candidate(network: Network, route: Route, chosen: boolean, reason: string): RouteCandidate {
  const origin = route.type === 'local' ? 'local' : route.type === 'static' || route.type === 'vpn-static' ? 'static' : route.type === 'vpc' ? 'propagated' : 'bgp'
  return { destination: formatPrefix(route.prefix), target: `${nextHopWords(network, route.next)} (${routeWords(route.type)})`, origin, reason, chosen }
}

/** The step that shows a routing decision: the winner, the equals that lost and why, and the shorter prefixes. `shares`: whether two equal routes carry flows side by side. */
export function routeStep(network: Network, table: ResourceId, groups: readonly (readonly Route[])[], winner: Route | undefined, fact: string, shares: (winner: Route, other: Route) => boolean = () => false): Step {
  const shown = groups.flatMap((group) =>
    group.map((route) => {
      if (route === winner) return candidate(network, route, true, group.length > 1 ? 'preferred among equal prefixes' : groups.length > 1 ? 'longest usable prefix' : 'only route')
      if (!winner || route.prefix.length > winner.prefix.length) return candidate(network, route, false, 'leads back to where the packet came from, or to nothing')
      if (route.prefix.length < winner.prefix.length) return candidate(network, route, false, 'shorter prefix')
      return shares(winner, route) ? { ...candidate(network, route, false, 'equal: other flows may take it (ECMP); this trace follows one'), shares: true as const } : candidate(network, route, false, whyLost(winner, route))
    }),
  )
  shown.sort((a, b) => Number(b.chosen) - Number(a.chosen))
  return { kind: 'route', table: nameOf(network, table), resource: table, candidates: shown, detail: winner ? `${formatPrefix(winner.prefix)} → ${nextHopWords(network, winner.next)}` : 'no route', fact }
}
