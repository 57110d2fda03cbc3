import type { Route, RouteType } from './route.ts'

type Order = Partial<Record<RouteType, number>>

/** VGW: its own VPC, then Direct Connect, static VPN, BGP VPN (F-VPN-55). */
const VPN_GATEWAY: Order = { local: 0, dx: 1, 'vpn-static': 2, 'vpn-bgp': 3 }

/** Transit gateway table: static, VPC, Direct Connect, VPN (F-TGW-28). */
const TRANSIT_GATEWAY: Order = { static: 0, vpc: 1, dx: 2, 'vpn-bgp': 3 }

/** Customer device: its own network, then Direct Connect before VPN, which is how routers beside a DX are set up unless drawn otherwise. */
const DEVICE: Order = { site: 0, dx: 1, 'vpn-static': 2, 'vpn-bgp': 2 }

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function ranked(routes: readonly Route[], order: Order): Route[] {
  const rank = (route: Route) => order[route.type] ?? 9
  return [...routes].sort((a, b) => rank(a) - rank(b) || b.localPreference - a.localPreference || a.asPath.length - b.asPath.length || compareText(a.key, b.key))
}

/** A VGW uses one route, over one tunnel, for a prefix (F-VPN-11). The others follow as those that lost. */
export function selectOnVpnGateway(routes: readonly Route[]): Route[] {
  return ranked(routes, VPN_GATEWAY)
}

/** A transit gateway table uses its best route; the others follow as those that lost. */
export function selectOnTransitGateway(routes: readonly Route[]): Route[] {
  return ranked(routes, TRANSIT_GATEWAY)
}

/** A customer device uses its best route; the others follow as those that lost. */
export function selectOnDevice(routes: readonly Route[]): Route[] {
  return ranked(routes, DEVICE)
}

/** True when nothing but the tie-break tells two routes of a customer's devices apart. */
export function equallyGood(a: Route, b: Route): boolean {
  return DEVICE[a.type] === DEVICE[b.type] && a.localPreference === b.localPreference && a.asPath.length === b.asPath.length
}

/** A Direct Connect gateway: local preference, then AS path (F-DX-50). */
export function selectOnDirectConnectGateway(routes: readonly Route[]): Route[] {
  return ranked(routes, {})
}

const WORDS: Readonly<Record<RouteType, string>> = {
  local: 'local',
  static: 'static',
  vpc: 'propagated by the VPC attachment',
  site: "the customer's own",
  allowed: 'allowed prefix',
  dx: 'Direct Connect',
  'vpn-static': 'static VPN',
  'vpn-bgp': 'BGP over VPN',
}

/** A route's kind in words. */
export const routeWords = (type: RouteType): string => WORDS[type]

/** Why one route of the same prefix lost against another. */
export function whyLost(winner: Route, loser: Route): string {
  if (winner.type !== loser.type) return `${WORDS[winner.type]} is preferred to ${WORDS[loser.type]}`
  if (winner.localPreference !== loser.localPreference) return 'lower local preference'
  if (winner.asPath.length !== loser.asPath.length) return `longer AS path (${loser.asPath.join(' ')} against ${winner.asPath.join(' ')})`
  return 'equal; one of several is used at a time'
}
