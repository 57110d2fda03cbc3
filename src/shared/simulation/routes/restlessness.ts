import type { ResourceId } from '../../model/id.ts'
import type { Route, Session } from './route.ts'

/** Same in everything that a receiver's choice or answer can depend on; where they lead is in the key. */
export function sameRoute(a: Route, b: Route | undefined): boolean {
  return (
    b !== undefined &&
    a.key === b.key &&
    a.type === b.type &&
    a.localPreference === b.localPreference &&
    a.med === b.med &&
    a.community === b.community &&
    a.doubt === b.doubt &&
    a.asPath.length === b.asPath.length &&
    a.asPath.every((asn, index) => asn === b.asPath[index]) &&
    a.wan?.toSite === b.wan?.toSite &&
    a.wan?.backup === b.wan?.backup &&
    a.wan?.sites.join() === b.wan?.sites.join()
  )
}

/** Same routes in the same order. */
export function sameRoutes(a: readonly Route[], b: readonly Route[]): boolean {
  return a.length === b.length && a.every((route, index) => sameRoute(route, b[index]))
}

/** Watches an exchange that does not come to rest: over which sessions what is told keeps changing. */
export class Restlessness {
  readonly #told = new Map<Session, { readonly first: readonly Route[]; changes: boolean }>()

  /** What the receiver of a session takes of it now. */
  note(session: Session, routes: readonly Route[]): void {
    const told = this.#told.get(session)
    if (told) told.changes ||= !sameRoutes(told.first, routes)
    else this.#told.set(session, { first: routes, changes: false })
  }

  /** The shortest ring of speakers of which each tells the next one now this, now that; of equally short ones the first by id, begun by its first. */
  cycle(): readonly ResourceId[] {
    const next = new Map<ResourceId, Set<ResourceId>>()
    for (const [{ from, to }, { changes }] of this.#told) if (changes) next.set(from, (next.get(from) ?? new Set()).add(to))
    const speakers = [...next.keys()].sort()
    const rings = speakers.map((start) => ringFrom(start, next)).filter((ring) => ring !== undefined)
    return [...rings].sort((a, b) => a.length - b.length)[0] ?? speakers
  }
}

/** The shortest way from a speaker over such sessions back to itself; the last one tells the first. */
function ringFrom(start: ResourceId, next: ReadonlyMap<ResourceId, ReadonlySet<ResourceId>>): readonly ResourceId[] | undefined {
  const ways: ResourceId[][] = [[start]]
  const seen = new Set<ResourceId>()
  for (const way of ways) {
    for (const to of [...(next.get(way.at(-1) ?? start) ?? [])].sort()) {
      if (to === start) return way
      if (seen.has(to)) continue
      seen.add(to)
      ways.push([...way, to])
    }
  }
  return undefined
}
