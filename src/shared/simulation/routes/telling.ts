import type { ResourceId } from '../../model/id.ts'
import { equalPrefix } from '../../net/prefix.ts'
import type { RouterFragment } from '../compile/fragment.ts'
import type { Network } from '../network.ts'
import { DEFAULT_PREFERENCE, ruleFor } from './policy.ts'
import { equallyGood } from './preference.ts'
import type { NextHop, Route, RouteType, Session } from './route.ts'

/** What a route is like for its receiver. */
export interface Told {
  readonly type: RouteType
  readonly next: NextHop
  /** Breaks ties among what the receiver hears. */
  readonly key: string
}

/** A route as its receiver gets it: the sender's ASN before the path. */
export function told(route: Route, senderAsn: number, { type, next, key }: Told): Route {
  return { prefix: route.prefix, type, asPath: [senderAsn, ...route.asPath], localPreference: DEFAULT_PREFERENCE, next, key, ...(route.doubt === undefined ? {} : { doubt: route.doubt }) }
}

/** The best route of a list, if it may be told at all: dropped traffic is never announced. */
export const bestToTell = (routes: readonly Route[]): Route | undefined => (routes[0]?.next.kind === 'blackhole' || routes[0]?.next.kind === 'unknown' ? undefined : routes[0])

/** Lets through only what a VPN connection carries: one address family (F-VPN-61). */
export const ofFamily = (family: 4 | 6, tell: Session['export']): Session['export'] => (routes) => (routes[0]?.prefix.family === family ? tell(routes) : [])

/** A neighbour of a router, as far as its announcements need to know. */
export interface Neighbor {
  /** The link between them. */
  readonly link: ResourceId
  readonly asn: number
  /** Community that goes with everything that the policy does not tag. */
  readonly community?: string | undefined
  /** Why it cannot be told whether the neighbour takes the announcements. */
  readonly doubt?: string | undefined
}

/**
 * What stands behind an announcement. Its own networks a router always announces, and summaries, which are exactly nobody's: a static
 * aggregate. A prefix that is exactly a network of somebody else it announces while it knows it: a site's that the customer's own
 * lines lead to is told like its own; learned by BGP, by the router itself, another one of its site, or one beyond the lines, it is passed on with its
 * AS path, so the gateway that it came from, and any with the same ASN, drops it (patterns B6); by a static route as its own.
 */
function behind(network: Network, router: RouterFragment, listed: Route, routes: readonly Route[]): Route | undefined {
  if (router.own.some((prefix) => equalPrefix(prefix, listed.prefix)) || !network.isNetwork(listed.prefix)) return listed
  const beyond = routes.find(({ type }) => type === 'wan')
  if (beyond?.wan?.toSite === true) return beyond
  // A path through its own ASN is what it announced itself, come back: it would take turns with its echo.
  const isNoEcho = ({ asPath }: Route) => !asPath.includes(router.asn)
  const known = routes.filter((route) => route.type !== 'site' && route.type !== 'wan' && isNoEcho(route))
  const [best] = known
  const itself = best && known.find((route) => route.beside === undefined && equallyGood(route, best))
  return itself ?? best ?? (beyond && isNoEcho(beyond) ? beyond : undefined) ?? (router.sentOn.some((prefix) => equalPrefix(prefix, listed.prefix)) ? listed : undefined)
}

/** What a router tells a neighbour: of the prefixes it is to announce those that it has. */
export function fromRouter(network: Network, router: RouterFragment, neighbor: Neighbor, to: Told): Session['export'] {
  return (routes) => {
    const listed = routes.find((route) => route.type === 'site')
    if (!listed) return []
    const rule = ruleFor(router, 'out', neighbor.link, listed.prefix)
    if (rule === 'deny') return []
    const source = behind(network, router, listed, routes)
    if (!source) return []
    const path = router.overrideAs ? source.asPath.map((asn) => (asn === neighbor.asn ? router.asn : asn)) : source.asPath
    const community = rule?.community ?? neighbor.community
    const doubt = source.doubt ?? neighbor.doubt
    return [
      {
        prefix: source.prefix,
        ...to,
        asPath: [...Array.from({ length: 1 + (rule?.prepend ?? 0) }, () => router.asn), ...path],
        localPreference: DEFAULT_PREFERENCE,
        ...(rule?.med === undefined ? {} : { med: rule.med }),
        ...(community === undefined ? {} : { community }),
        ...(doubt === undefined ? {} : { doubt }),
      },
    ]
  }
}

/** What a router makes of what it hears over a link: its policy on the way in. */
export function intoRouter(router: RouterFragment, link: ResourceId, tell: Session['export']): Session['export'] {
  if (router.policy.length === 0) return tell
  return (routes) =>
    tell(routes).flatMap((route) => {
      const rule = ruleFor(router, 'in', link, route.prefix)
      if (rule === 'deny') return []
      return rule?.localPreference === undefined ? [route] : [{ ...route, localPreference: rule.localPreference }]
    })
}
