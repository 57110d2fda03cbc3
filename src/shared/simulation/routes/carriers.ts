import type { ResourceId } from '../../model/id.ts'
import { tunnelElement } from '../element-names.ts'
import type { Health } from '../health.ts'
import type { ElementId } from '../types.ts'
import type { NextHop, Route } from './route.ts'

/** What carries the exchange of a prefix: resources with all that they rely on, and tunnels. */
export interface Swaying {
  readonly resources: readonly ResourceId[]
  readonly tunnels: readonly ElementId[]
}

function under(health: Health, next: NextHop): readonly ResourceId[] {
  switch (next.kind) {
    case 'here':
    case 'blackhole':
    case 'unknown':
      return []
    case 'tunnel':
      return [next.connection, ...health.underlaysOf(next.connection)]
    case 'software-vpn':
      return [next.id, ...(health.network.fragment('software-vpn', next.id)?.underlays.flatMap(({ options }) => options) ?? [])]
    default:
      return [next.id]
  }
}

/** Everybody who has a route to the prefix, and what carried it there. */
export function carriersOf(health: Health, routes: ReadonlyMap<ResourceId, readonly Route[]>): Swaying {
  const { index } = health.network
  const held = [...routes.values()].flat()
  const gateways = [...routes.keys()].flatMap((id) => index.getOf('transit-gateway-route-table', id)?.TransitGatewayId ?? [])
  return {
    resources: [...new Set([...routes.keys(), ...gateways, ...held.flatMap(({ next }) => under(health, next))])],
    tunnels: [...new Set(held.flatMap(({ next }) => (next.kind === 'tunnel' ? [tunnelElement(next.connection, next.tunnel)] : [])))],
  }
}
