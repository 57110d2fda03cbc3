import type { Route, RouteType } from './route.ts'

type Order = Partial<Record<RouteType, number>>

/** VGW: its own VPC, then Direct Connect, static VPN, BGP VPN (F-VPN-55). */
const VPN_GATEWAY: Order = { local: 0, dx: 1, 'vpn-static': 2, 'vpn-bgp': 3 }

/** Transit gateway table: static, VPC, Direct Connect, Connect, private-IP VPN, VPN, Client VPN (F-TGW-28). */
const TRANSIT_GATEWAY: Order = { static: 0, vpc: 1, dx: 2, connect: 3, 'vpn-private': 4, 'vpn-bgp': 5, 'client-vpn': 6 }

/** Router: its own network, then Direct Connect before VPN, which is how routers beside a DX are set up unless their policy says otherwise. */
const ROUTER: Order = { site: 0, wan: 1, dx: 2, connect: 3, 'vpn-private': 3, 'vpn-static': 3, 'vpn-bgp': 3 }

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

interface Ranking {
  readonly order: Order
  /** Local preference is judged before the type of route. */
  readonly preferenceFirst?: boolean
  /** MED of a route that brings none. */
  readonly defaultMed: (route: Route) => number
}

const noMed = () => 0

/** RFC 4271 9.1.2.2: MED is compared only among routes of one neighbouring AS, so the best of each AS meet, by key. */
function byMed(equals: readonly Route[], defaultMed: Ranking['defaultMed']): Route[] {
  if (equals.length < 2) return [...equals]
  const med = (route: Route) => route.med ?? defaultMed(route)
  const groups = new Map<number | undefined, Route[]>()
  for (const route of equals) {
    const group = groups.get(route.asPath[0])
    if (group) group.push(route)
    else groups.set(route.asPath[0], [route])
  }
  const sorted = [...groups.values()].map((group) => group.sort((a, b) => med(a) - med(b) || compareText(a.key, b.key)))
  const heads = sorted.flatMap(([head]) => head ?? []).sort((a, b) => compareText(a.key, b.key))
  return [...heads, ...sorted.flatMap((group) => group.slice(1)).sort((a, b) => compareText(a.key, b.key))]
}

function ranked(routes: readonly Route[], { order, preferenceFirst, defaultMed }: Ranking): Route[] {
  if (routes.length < 2) return [...routes]
  const rank = (route: Route) => order[route.type] ?? 9
  const preference = (a: Route, b: Route) => b.localPreference - a.localPreference
  const compare = (a: Route, b: Route) => (preferenceFirst === true ? preference(a, b) : 0) || rank(a) - rank(b) || preference(a, b) || a.asPath.length - b.asPath.length
  const sorted = [...routes].sort((a, b) => compare(a, b) || compareText(a.key, b.key))
  const result: Route[] = []
  for (let start = 0; start < sorted.length; ) {
    const head = sorted[start]
    let end = start + 1
    while (head && end < sorted.length && compare(head, sorted[end] ?? head) === 0) end += 1
    result.push(...byMed(sorted.slice(start, end), defaultMed))
    start = end
  }
  return result
}

/** A VGW uses one route, over one tunnel, for a prefix (F-VPN-11). The others follow as those that lost. */
export function selectOnVpnGateway(routes: readonly Route[]): Route[] {
  return ranked(routes, { order: VPN_GATEWAY, defaultMed: noMed })
}

/** A transit gateway table uses its best route; the others follow as those that lost. MED counts as 0 for Direct Connect, 100 for the rest (F-TGW-28). */
export function selectOnTransitGateway(routes: readonly Route[]): Route[] {
  return ranked(routes, { order: TRANSIT_GATEWAY, defaultMed: ({ type }) => (type === 'dx' ? 0 : 100) })
}

/** True when a transit gateway spreads flows over two routes: both of one kind that can (VPN by BGP where ECMP is on, Connect, Direct Connect), with one AS path and MED (F-TGW-31). */
export function sharesOnTransitGateway(vpnEcmp: boolean) {
  return (winner: Route, other: Route): boolean =>
    winner.type === other.type &&
    (other.type === 'connect' || other.type === 'dx' || (vpnEcmp && (other.type === 'vpn-bgp' || other.type === 'vpn-private'))) &&
    winner.asPath.join() === other.asPath.join() &&
    winner.med === other.med
}

/** A router uses its best route; the others follow as those that lost. Its own network always comes first. */
export function selectOnRouter(routes: readonly Route[]): Route[] {
  const own = routes.filter(({ type }) => type === 'site')
  return [...ranked(own, { order: ROUTER, defaultMed: noMed }), ...ranked(routes.filter(({ type }) => type !== 'site'), { order: ROUTER, preferenceFirst: true, defaultMed: noMed })]
}

/** True when nothing but the tie-break tells two routes of a customer's routers apart. */
export function equallyGood(a: Route, b: Route): boolean {
  return ROUTER[a.type] === ROUTER[b.type] && a.localPreference === b.localPreference && a.asPath.length === b.asPath.length && (a.asPath[0] !== b.asPath[0] || (a.med ?? 0) === (b.med ?? 0))
}

/** A Direct Connect gateway: local preference, then AS path, then MED (F-DX-50). */
export function selectOnDirectConnectGateway(routes: readonly Route[]): Route[] {
  return ranked(routes, { order: {}, defaultMed: noMed })
}

/**
 * A site that is joined to others: its own network, another site's over a primary line, its own routers, AWS by way of other sites,
 * and backup lines last; fewest sites first.
 */
export function selectAtSite(routes: readonly Route[]): Route[] {
  const rank = ({ type, wan }: Route) => (type === 'site' ? 0 : !wan ? 2 : wan.backup ? (wan.toSite ? 4 : 5) : wan.toSite ? 1 : 3)
  const sorted = selectOnRouter(routes)
  return sorted.sort((a, b) => rank(a) - rank(b) || (a.wan && b.wan ? a.wan.sites.length - b.wan.sites.length || compareText(a.key, b.key) : 0))
}

const WORDS: Readonly<Record<RouteType, string>> = {
  local: 'local',
  static: 'static',
  vpc: 'propagated by the VPC attachment',
  site: "the customer's own",
  allowed: 'allowed prefix',
  dx: 'Direct Connect',
  connect: 'Connect',
  'vpn-private': 'VPN over Direct Connect',
  'vpn-static': 'static VPN',
  'vpn-bgp': 'BGP over VPN',
  'client-vpn': 'Client VPN',
  wan: 'another site',
}

/** A route's kind in words. */
export const routeWords = (type: RouteType): string => WORDS[type]

/** Why one route of the same prefix lost against another. */
export function whyLost(winner: Route, loser: Route): string {
  if (winner.localPreference !== loser.localPreference && (winner.type === loser.type || ROUTER[winner.type] !== undefined)) return `lower local preference (${loser.localPreference} against ${winner.localPreference})`
  if (winner.type !== loser.type) return `${WORDS[winner.type]} is preferred to ${WORDS[loser.type]}`
  if (winner.asPath.length !== loser.asPath.length) return `longer AS path (${loser.asPath.join(' ')} against ${winner.asPath.join(' ')})`
  if (winner.asPath[0] === loser.asPath[0] && (winner.med ?? 0) !== (loser.med ?? 0)) return `higher MED (${loser.med ?? 'none'} against ${winner.med ?? 'none'})`
  return 'equal; one of several is used at a time'
}
