import type { ResourceId } from '../../model/id.ts'
import type { Prefix } from '../../net/prefix.ts'
import { Restlessness, sameRoute, sameRoutes } from './restlessness.ts'
import type { Route, Session, Speaker } from './route.ts'

/**
 * The routes that each speaker uses for one prefix. `settled` is false when the exchange never came to rest; `cycle` are then those who
 * keep changing each other's minds, each by what it tells the next, the last one by what it tells the first.
 */
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
   * Path-vector exchange for one prefix to its fixed point. Prefixes do not influence each other, so each is settled alone.
   */
  settle(prefix: Prefix): PrefixRoutes {
    const held = new Map<ResourceId, readonly Route[]>()
    const queue: ResourceId[] = []
    const restless = new Restlessness()
    let work = 0
    const update = (speaker: Speaker): void => {
      const learned = (this.#incoming.get(speaker.id) ?? []).flatMap((session) => this.#taken(session, held.get(session.from) ?? []))
      const best = speaker.select([...speaker.originate(prefix), ...learned])
      if (sameRoutes(held.get(speaker.id) ?? [], best)) return
      held.set(speaker.id, best)
      queue.push(speaker.id)
    }
    for (const speaker of this.#speakers.values()) if (speaker.originate(prefix).length > 0) update(speaker)
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      for (const session of this.#outgoing.get(id) ?? []) {
        if (work++ > this.#limit) return { routes: held, settled: false, cycle: restless.cycle() }
        // What comes to rest at all does so in the first half of the budget by far.
        if (work > this.#limit / 2) restless.note(session, this.#taken(session, held.get(id) ?? []))
        const receiver = this.#speakers.get(session.to)
        if (receiver) update(receiver)
      }
    }
    return { routes: held, settled: true, cycle: [] }
  }

  /**
   * True when a loss can only take routes away: whatever of its routes a speaker loses, what it tells then is no better for
   * anybody than what it told before. Then losing what is not in use changes no choice. It is not so where a speaker prefers what
   * is worse for others (a longer AS path for its local preference), or where its best route hides another from a neighbour that
   * drops it as a loop or told it itself.
   */
  isSteady(prefix: Prefix, { routes, settled }: PrefixRoutes): boolean {
    if (!settled) return false
    let choice: boolean | undefined
    const hasChoice = () => (choice ??= this.#hasChoice(prefix, routes))
    for (const [id, held] of routes) {
      const own = held.filter(({ next }) => next.kind === 'here')
      const others = held.filter(({ next }) => next.kind !== 'here')
      for (let lost = 1; lost <= others.length; lost++) {
        if (this.#draws(prefix, routes, id, held, [...own, ...others.slice(lost)], hasChoice, new Set([id]))) return false
      }
    }
    return true
  }

  /** A session's routes that its receiver takes: not those whose AS path holds its own ASN (RFC 4271 loop detection). */
  #taken(session: Session, routes: readonly Route[]): readonly Route[] {
    const receiver = this.#speakers.get(session.to)
    const told = session.export(routes)
    return receiver === undefined || receiver.allowsOwnAs === true ? told : told.filter((route) => !route.asPath.includes(receiver.asn))
  }

  /** True when somebody hears anything better of a speaker, or of whom it tells, when it has these routes instead of those. */
  #draws(prefix: Prefix, routes: ReadonlyMap<ResourceId, readonly Route[]>, id: ResourceId, before: readonly Route[], after: readonly Route[], hasChoice: () => boolean, passed: ReadonlySet<ResourceId>): boolean {
    return (this.#outgoing.get(id) ?? []).some((session) => {
      const receiver = this.#speakers.get(session.to)
      if (!receiver || receiver.owns(prefix)) return false
      const [was] = this.#taken(session, before)
      const [is] = this.#taken(session, after)
      if (!is || sameRoute(is, was)) return false
      if (!was) return true
      if ((is.asPath.length < was.asPath.length || receiver.select([was, is])[0] === is) && hasChoice()) return true
      if (passed.has(receiver.id)) return false
      const held = routes.get(receiver.id) ?? []
      return this.#draws(prefix, routes, receiver.id, held, receiver.select([...held.filter((route) => !sameRoute(route, was)), is]), hasChoice, new Set([...passed, receiver.id]))
    })
  }

  /** True when somebody, or the routers of a site together, may choose between routes from different speakers. */
  #hasChoice(prefix: Prefix, routes: ReadonlyMap<ResourceId, readonly Route[]>): boolean {
    const sources = new Map<ResourceId, Set<ResourceId>>()
    for (const speaker of this.#speakers.values()) {
      if (speaker.owns(prefix)) continue
      const group = speaker.chooseWith ?? speaker.id
      const found = sources.get(group) ?? new Set()
      sources.set(group, found)
      if (speaker.originate(prefix).some(({ next }) => next.kind !== 'here')) found.add(speaker.id)
      for (const session of this.#incoming.get(speaker.id) ?? []) if (this.#taken(session, routes.get(session.from) ?? []).length > 0) found.add(session.from)
      if (found.size > 1) return true
    }
    return false
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
