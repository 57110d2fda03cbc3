import type { Address } from '../../src/shared/net/address.ts'
import { containsAddress, formatPrefix, type Prefix } from '../../src/shared/net/prefix.ts'
import type { Session } from './sessions.ts'

export interface Route {
  readonly prefix: Prefix
  /** Higher is better, on routers; 100 unless a policy says otherwise. */
  readonly localPreference: number
  /** Lower is better: by what kind of link it came. */
  readonly rank: number
  /** Higher is better, among Direct Connect routes. */
  readonly preference: number
  readonly path: readonly number[]
  readonly med: number
  /** Where the packet goes: a session, an attachment, or nowhere (blackhole). */
  readonly session?: Session
  readonly attachment?: string
  readonly isStatic?: boolean
  /** Learned over a session that has more routes than it may have. */
  readonly unsure?: boolean
}

/** Attributes of a route that nobody has said anything about. */
export const PLAIN = { localPreference: 100, preference: 0, path: [], med: 0 } as const

const idOf = (route: Route) => route.session?.id ?? route.attachment ?? ''

/** Of routes for one prefix, those that are equally good: each attribute in turn strikes out the worse ones. */
export function equallyGood(routes: readonly Route[]): Route[] {
  const keep = (list: readonly Route[], worth: (route: Route) => number) => list.filter((route) => list.every((other) => worth(other) <= worth(route)))
  const byPreference = keep(keep(keep(routes, (route) => route.localPreference), (route) => -route.rank), (route) => route.preference)
  const shortest = keep(byPreference, (route) => -route.path.length)
  // The MED counts only among routes from the same neighbouring AS.
  return shortest.filter((route) => !shortest.some((other) => other.path[0] === route.path[0] && other.med < route.med)).sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))
}

/** The best route of each prefix; of equally good ones one that `first` picks, else the first by id. */
export function best(routes: readonly Route[], first: (route: Route) => boolean = () => false): Route[] {
  const byPrefix = new Map<string, Route[]>()
  for (const route of routes) byPrefix.set(formatPrefix(route.prefix), [...(byPrefix.get(formatPrefix(route.prefix)) ?? []), route])
  return [...byPrefix.values()].flatMap((list) => {
    const good = equallyGood(list)
    return good.find(first) ?? good[0] ?? []
  })
}

/** The longest match; equal prefixes are already settled. */
export function longest<R extends { readonly prefix: Prefix }>(routes: readonly R[], address: Address): R | undefined {
  return routes.filter((route) => containsAddress(route.prefix, address)).sort((a, b) => b.prefix.length - a.prefix.length)[0]
}
