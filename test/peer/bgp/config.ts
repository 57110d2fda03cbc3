import type { Router, SessionEnd, Term, Topology } from './topology.ts'

/** A topology with its place in a batch: its number, and how many sessions the batch holds before it. */
export interface Numbered {
  readonly topology: Topology
  readonly number: number
  readonly firstSession: number
}

/** Name of the BGP instance of a topology. */
export const viewOf = (number: number): string => `t${number}`

/** The IPv4 address of one side of a session; every session is a link of its own (RFC 3021). */
export function sessionAddress({ firstSession }: Numbered, session: number, side: 0 | 1): string {
  const value = (firstSession + session) * 2 + side
  return `10.${(value >> 16) & 255}.${(value >> 8) & 255}.${value & 255}`
}

/** The session whose other side has this address; undefined for a router's own routes. */
export function sessionOfAddress({ firstSession, topology }: Numbered, address: string): number | undefined {
  const [first, ...bytes] = address.split('.').map(Number)
  if (first !== 10) return undefined
  const session = (bytes.reduce((sum, byte) => sum * 256 + byte, 0) >> 1) - firstSession
  return session >= 0 && session < topology.sessions.length ? session : undefined
}

/** The sides of sessions that are a router's. */
export function sidesOf(topology: Topology, router: string): { readonly session: number; readonly side: 0 | 1; readonly end: SessionEnd; readonly peer: SessionEnd }[] {
  return topology.sessions.flatMap(([a, b], session) => [
    ...(a.router === router ? [{ session, side: 0 as const, end: a, peer: b }] : []),
    ...(b.router === router ? [{ session, side: 1 as const, end: b, peer: a }] : []),
  ])
}

type Family = 4 | 6
const isOf = (family: Family) => (prefix: string) => prefix.includes(':') === (family === 6)

/** Route-maps by what they do: bgpd takes long over many of them, so equal ones are one. */
class RouteMaps {
  readonly lines: string[] = []
  readonly #names = new Map<string, string>()

  /** Name of the route-map that takes these terms in order and permits the rest. */
  nameOf(family: Family, terms: readonly Term[]): string {
    const text = JSON.stringify([family, terms])
    const known = this.#names.get(text)
    if (known !== undefined) return known
    const name = `map${this.#names.size}`
    this.#names.set(text, name)
    this.lines.push(...routeMap(name, family, terms))
    return name
  }
}

/** A route-map in lines, with the lists that it names. */
function routeMap(name: string, family: Family, terms: readonly Term[]): string[] {
  const ip = family === 4 ? 'ip' : 'ipv6'
  return [...terms, { permit: true } as Term].flatMap((term, index) => {
    const prefixes = term.prefixes?.filter(isOf(family))
    if (prefixes?.length === 0) return []
    const list = `${name}-${index}`
    return [
      ...(prefixes ?? []).map((prefix, at) => `${ip} prefix-list ${list} seq ${at + 1} permit ${prefix}`),
      ...(term.community === undefined ? [] : [`bgp community-list standard ${list} permit ${term.community}`]),
      ...(term.through === undefined ? [] : [`bgp as-path access-list ${list} permit _${term.through}_`]),
      `route-map ${name} ${term.permit ? 'permit' : 'deny'} ${index + 1}`,
      ...(prefixes ? [` match ${ip} address prefix-list ${list}`] : []),
      ...(term.community === undefined ? [] : [` match community ${list}`]),
      ...(term.through === undefined ? [] : [` match as-path ${list}`]),
      ...(term.permit ? (term.set ?? []) : []).map((set) => ` set ${set}`),
      'exit',
    ]
  })
}

function neighbourLines(address: string, end: SessionEnd, family: Family, maps: RouteMaps): string[] {
  const policy = (terms: readonly Term[] | undefined, direction: 'in' | 'out') => (terms ? [`  neighbor ${address} route-map ${maps.nameOf(family, terms)} ${direction}`] : [])
  return [
    `  neighbor ${address} activate`,
    ...policy(end.imports, 'in'),
    ...policy(end.exports, 'out'),
    ...(end.allowOwnAs === undefined ? [] : [`  neighbor ${address} allowas-in ${end.allowOwnAs}`]),
    ...(end.asOverride === true ? [`  neighbor ${address} as-override`] : []),
  ]
}

/** What bgpd is told about one router of one topology. */
function routerConfig(numbered: Numbered, router: Router, maps: RouteMaps): string[] {
  const { topology, number } = numbered
  const asnOf = (other: string) => topology.routers.find((one) => one.name === other)?.asn
  const sides = sidesOf(topology, router.name).map(({ session, side, end, peer }) => {
    const asn = asnOf(peer.router)
    if (asn === undefined || asn === router.asn) throw new Error(`session ${session}: ${router.name} and ${peer.router} must be routers with different ASNs`)
    return { end, side, asn, remote: sessionAddress(numbered, session, side === 0 ? 1 : 0), local: sessionAddress(numbered, session, side) }
  })
  const families = ([4, 6] as const).filter((family) => topology.routers.some(({ networks }) => networks.some(({ prefix }) => isOf(family)(prefix))))
  return [
    `router bgp ${router.asn} view ${viewOf(number)}`,
    ' bgp router-id 192.0.2.1',
    // RFC 4271, 9.1.2.2, without what FRR adds or leaves out by default.
    ' bgp bestpath compare-routerid',
    ' bgp deterministic-med',
    ' bgp bestpath as-path multipath-relax',
    ' no bgp ebgp-requires-policy',
    ' no bgp default ipv4-unicast',
    ' no bgp network import-check',
    ' coalesce-time 0',
    ...sides.flatMap(({ remote, local, asn, side }) => [
      ` neighbor ${remote} remote-as ${asn}`,
      ` neighbor ${remote} update-source ${local}`,
      ` neighbor ${remote} timers connect 1`,
      ` neighbor ${remote} advertisement-interval 0`,
      // With equal router ids nothing decides which of two connections stays, so only one side opens one.
      ...(side === 1 ? [` neighbor ${remote} passive`] : []),
    ]),
    ...families.flatMap((family) => [
      ` address-family ipv${family} unicast`,
      '  maximum-paths 64',
      ...sides.flatMap(({ remote, end }) => neighbourLines(remote, end, family, maps)),
      ...router.networks.filter(({ prefix }) => isOf(family)(prefix)).map(({ prefix, set }) => `  network ${prefix}${set ? ` route-map ${maps.nameOf(family, [{ permit: true, set }])}` : ''}`),
      ' exit-address-family',
    ]),
    'exit',
  ]
}

/** The configuration of the daemon that stands for the router at this position of every topology, and the addresses it needs. */
export function daemonConfig(batch: readonly Numbered[], position: number): { readonly text: string; readonly addresses: readonly string[] } {
  const maps = new RouteMaps()
  const routers = batch.flatMap((numbered) => {
    const router = numbered.topology.routers[position]
    return router === undefined ? [] : [{ numbered, router }]
  })
  const lines = routers.flatMap(({ numbered, router }) => routerConfig(numbered, router, maps))
  return {
    text: [...maps.lines, ...lines, ''].join('\n'),
    addresses: routers.flatMap(({ numbered, router }) => sidesOf(numbered.topology, router.name).map(({ session, side }) => `${sessionAddress(numbered, session, side)}/31`)),
  }
}
