import { makeResourceId, type ResourceId } from '../../../src/shared/model/id.ts'
import { formatPrefix, parsePrefix, type Prefix } from '../../../src/shared/net/prefix.ts'
import { RouteExchange } from '../../../src/shared/simulation/routes/engine.ts'
import type { Route, Session, Speaker } from '../../../src/shared/simulation/routes/route.ts'
import { sidesOf } from './config.ts'
import type { Choice, Network, Path, Router, SessionEnd, Tables, Term, Topology } from './topology.ts'

/** A route as a plain eBGP router holds it: what the simulation's routes have, and the attributes of RFC 4271 and RFC 1997. */
interface Held extends Route {
  readonly session: number | undefined
  readonly med: number
  readonly weight: number
  readonly communities: readonly string[]
}

/** Every route in these exchanges was made here. */
const held = (route: Route | undefined) => route as Held | undefined

const idOf = (router: string): ResourceId => makeResourceId('router', router)

/** What a term's `set` lines do to a route. */
function withSet(route: Held, set: readonly string[] | undefined): Held {
  return (set ?? []).reduce((changed, line): Held => {
    const [word = '', ...values] = line.split(' ')
    const number = Number(values[0])
    if (word === 'local-preference') return { ...changed, localPreference: number }
    if (word === 'metric') return { ...changed, med: number }
    if (word === 'weight') return { ...changed, weight: number }
    if (word === 'community') return { ...changed, communities: values.filter((value) => value !== 'additive' && value !== 'none').concat(values.includes('additive') ? changed.communities : []) }
    if (word === 'as-path' && values[0] === 'prepend') return { ...changed, asPath: [...values.slice(1).map(Number), ...changed.asPath] }
    throw new Error(`nothing here does "${line}"`)
  }, route)
}

/** The route after the first term that matches it; undefined when that denies it. */
function pass(route: Held, terms: readonly Term[] | undefined): Held | undefined {
  const prefix = formatPrefix(route.prefix)
  const term = (terms ?? []).find(({ prefixes, community, through }) => prefixes?.includes(prefix) !== false && (community === undefined || route.communities.includes(community)) && (through === undefined || route.asPath.includes(through)))
  return term === undefined ? route : term.permit ? withSet(route, term.set) : undefined
}

/** What one side of a session hears when the other uses this route: MED, weight and local preference end with an AS. */
function tell(route: Held, from: Router, to: Router, sender: SessionEnd, receiver: SessionEnd, session: number): Held | undefined {
  const out = pass({ ...route, med: route.session === undefined ? route.med : 0 }, sender.exports)
  if (!out) return undefined
  const asPath = [from.asn, ...out.asPath.map((asn) => (sender.asOverride === true && asn === to.asn ? from.asn : asn))]
  return pass({ ...out, asPath, weight: 0, localPreference: 100, session, key: String(session).padStart(4, '0') }, receiver.imports)
}

function own(prefix: Prefix, { set }: Network): Held {
  return withSet({ prefix, type: 'site', asPath: [], localPreference: 100, next: { kind: 'here' }, key: '', session: undefined, med: 0, weight: 32_768, communities: [] }, set)
}

/** Decides by weight, local preference and AS path; undecided: 0. */
const beforeMed = (a: Held, b: Held) => b.weight - a.weight || b.localPreference - a.localPreference || a.asPath.length - b.asPath.length

/** Worse MED than another route through the same neighbouring AS (RFC 4271, 9.1.2.2 c). */
const losesByMed = (route: Held, others: readonly Held[]) => others.some((other) => beforeMed(route, other) === 0 && other.asPath[0] === route.asPath[0] && other.med < route.med)

/** All routes, the best first: RFC 4271, 9.1.2.2, then the session that is listed first. */
function select(routes: readonly Held[]): Held[] {
  return [...routes].sort((a, b) => beforeMed(a, b) || Number(losesByMed(a, routes)) - Number(losesByMed(b, routes)) || (a.key < b.key ? -1 : 1))
}

function choiceOf(routes: readonly Held[]): Choice | undefined {
  const [best, ...others] = select(routes)
  if (!best) return undefined
  const path = ({ session, asPath, localPreference, med, weight }: Held): Path => ({ session, asPath, localPreference, med, weight })
  const equals = others.filter((other) => beforeMed(best, other) === 0 && (other.asPath[0] !== best.asPath[0] || other.med === best.med))
  return [path(best), ...equals.map(path).sort((a, b) => (a.session ?? -1) - (b.session ?? -1))]
}

/** A topology as speakers and sessions of the simulation's route exchange. */
function partiesOf(topology: Topology): { readonly speakers: Speaker[]; readonly sessions: Session[] } {
  const speakers = topology.routers.map((router): Speaker => ({
    id: idOf(router.name),
    asn: router.asn,
    owns: (prefix) => router.networks.some((network) => network.prefix === formatPrefix(prefix)),
    allowsOwnAs: sidesOf(topology, router.name).some(({ end }) => end.allowOwnAs !== undefined),
    originate: (prefix) => router.networks.filter((network) => network.prefix === formatPrefix(prefix)).map((network) => own(prefix, network)),
    select: (routes) => select(routes as readonly Held[]),
  }))
  const sessions = topology.routers.flatMap((router) =>
    sidesOf(topology, router.name).map(({ session, end, peer }): Session => ({
      from: idOf(router.name),
      to: idOf(peer.router),
      export: ([best]) => {
        const route = held(best)
        const to = topology.routers.find(({ name }) => name === peer.router)
        const heard = route && to && tell(route, router, to, end, peer, session)
        return heard ? [heard] : []
      },
    })),
  )
  return { speakers, sessions }
}

/** The prefixes that somebody originates. */
export const prefixesOf = (topology: Topology): string[] => [...new Set(topology.routers.flatMap(({ networks }) => networks.map(({ prefix }) => prefix)))].sort()

const parsed = (text: string): Prefix => {
  const prefix = parsePrefix(text)
  if (!prefix) throw new Error(`${text} is no prefix`)
  return prefix
}

/** What the simulation's route exchange makes of a topology, and the prefixes that never came to rest. */
export function exchange(topology: Topology): { readonly tables: Tables; readonly unsettled: readonly string[] } {
  const { speakers, sessions } = partiesOf(topology)
  const engine = new RouteExchange(speakers, sessions)
  const results = prefixesOf(topology).map((prefix) => ({ prefix, ...engine.settle(parsed(prefix)) }))
  const tables = new Map(
    topology.routers.map(({ name }) => {
      const choices = results.flatMap(({ prefix, routes }): [string, Choice][] => {
        const choice = choiceOf((routes.get(idOf(name)) ?? []) as readonly Held[])
        return choice ? [[prefix, choice]] : []
      })
      return [name, new Map(choices)]
    }),
  )
  return { tables, unsettled: results.filter(({ settled }) => !settled).map(({ prefix }) => prefix) }
}

const nameOf = (topology: Topology, id: ResourceId): string => topology.routers.find(({ name }) => idOf(name) === id)?.name ?? ''

/** The session that a router uses for a prefix, `own` for its own route; undefined: it has none. */
export type Uses = (router: string, prefix: string) => number | 'own' | undefined

/**
 * What every router would choose if all of them used what `uses` says: an outcome is stable when that is the same. Policies may
 * leave several stable outcomes; which of them comes about is a matter of timing.
 */
export function choicesGiven(topology: Topology, uses: Uses): Tables {
  const { speakers, sessions } = partiesOf(topology)
  return new Map(
    topology.routers.map(({ name }) => [
      name,
      new Map(
        prefixesOf(topology).flatMap((text): [string, Choice][] => {
          const prefix = parsed(text)
          const candidates = (router: string, using: (router: string) => readonly Route[]): Held[] => {
            const speaker = speakers.find(({ id }) => id === idOf(router))
            if (!speaker) return []
            const heard = sessions.filter(({ to }) => to === speaker.id).flatMap((session) => session.export(using(nameOf(topology, session.from))))
            return [...speaker.originate(prefix), ...heard.filter(({ asPath }) => speaker.allowsOwnAs === true || !asPath.includes(speaker.asn))] as Held[]
          }
          // A route is made again by following the choices back to where the prefix comes from.
          const inUse = (router: string, visited: readonly string[] = []): readonly Held[] => {
            const used = uses(router, text)
            if (used === undefined || visited.includes(router)) return []
            return candidates(router, (other) => inUse(other, [...visited, router])).filter(({ session }) => (session ?? 'own') === used)
          }
          const choice = choiceOf(candidates(name, inUse))
          return choice ? [[text, choice]] : []
        }),
      ),
    ]),
  )
}
