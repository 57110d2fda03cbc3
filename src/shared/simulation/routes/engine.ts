import type { ResourceId } from '../../model/id.ts'
import type { Prefix } from '../../net/prefix.ts'
import type { Route, Session, Speaker } from './route.ts'

/** The routes that each speaker uses for one prefix. `settled` is false when the exchange never came to rest; `cycle` are those who kept changing their minds then. */
export interface PrefixRoutes {
  readonly routes: ReadonlyMap<ResourceId, readonly Route[]>
  readonly settled: boolean
  readonly cycle: readonly ResourceId[]
}

/** Speakers and the sessions between them, indexed for the exchange. */
export class RouteExchange {
  readonly #speakers = new Map<ResourceId, Speaker>()
  readonly #outgoing = new Map<ResourceId, Session[]>()
  readonly #incoming = new Map<ResourceId, Session[]>()
  readonly #limit: number

  /** Sessions whose ends are not among the speakers are ignored. */
  constructor(speakers: readonly Speaker[], sessions: readonly Session[]) {
    for (const speaker of speakers) this.#speakers.set(speaker.id, speaker)
    for (const session of sessions) {
      if (!this.#speakers.has(session.from) || !this.#speakers.has(session.to)) continue
      push(this.#outgoing, session.from, session)
      push(this.#incoming, session.to, session)
    }
    // A path-vector exchange that settles visits a speaker at most once per hop of its longest path.
    this.#limit = 20 * (speakers.length + sessions.length) + 100
  }

  /**
   * Path-vector exchange for one prefix to its fixed point. A route whose AS path holds the receiver's own ASN is dropped
   * (RFC 4271 loop detection). Prefixes do not influence each other, so each is settled alone.
   */
  settle(prefix: Prefix): PrefixRoutes {
    const held = new Map<ResourceId, readonly Route[]>()
    const queue: ResourceId[] = []
    const restless = new Set<ResourceId>()
    let work = 0
    const update = (speaker: Speaker): void => {
      const learned = (this.#incoming.get(speaker.id) ?? []).flatMap((session) => session.export(held.get(session.from) ?? []))
      const usable = speaker.allowsOwnAs === true ? learned : learned.filter((route) => !route.asPath.includes(speaker.asn))
      const best = speaker.select([...speaker.originate(prefix), ...usable])
      if (sameRoutes(held.get(speaker.id) ?? [], best)) return
      held.set(speaker.id, best)
      queue.push(speaker.id)
      // What comes to rest at all does so in the first half of the budget by far.
      if (work > this.#limit / 2) restless.add(speaker.id)
    }
    for (const speaker of this.#speakers.values()) if (speaker.originate(prefix).length > 0) update(speaker)
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      for (const session of this.#outgoing.get(id) ?? []) {
        if (work++ > this.#limit) return { routes: held, settled: false, cycle: [...restless].sort() }
        const receiver = this.#speakers.get(session.to)
        if (receiver) update(receiver)
      }
    }
    return { routes: held, settled: true, cycle: [] }
  }
}

/** Same in everything that a receiver's choice or answer can depend on; where they lead is in the key. */
function sameRoute(a: Route, b: Route | undefined): boolean {
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

function sameRoutes(a: readonly Route[], b: readonly Route[]): boolean {
  return a.length === b.length && a.every((route, index) => sameRoute(route, b[index]))
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
