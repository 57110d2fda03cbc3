/** One step of a policy on what a router hears or tells; steps are tried in order and the first that matches decides. */
export interface Term {
  readonly permit: boolean
  /** Exactly these prefixes; absent: all. */
  readonly prefixes?: readonly string[]
  /** Routes that carry this community; absent: all. */
  readonly community?: string
  /** Routes whose AS path holds this ASN; absent: all. */
  readonly through?: number
  /** What a permitted route gets, in FRR's words: `local-preference 200`, `metric 10`, `weight 5`, `as-path prepend 65001`. */
  readonly set?: readonly string[]
}

/** One router's side of a session. What no term of a list matches is permitted; so is everything without a list. */
export interface SessionEnd {
  readonly router: string
  readonly imports?: readonly Term[]
  readonly exports?: readonly Term[]
  /** How often the router's own ASN may stand in what it accepts; absent: not at all. */
  readonly allowOwnAs?: number
  /** Tells the neighbour its own ASN replaced by the router's. */
  readonly asOverride?: boolean
}

/** A prefix that a router originates, with what it sets on it. */
export interface Network {
  readonly prefix: string
  readonly set?: readonly string[]
}

/** A BGP router. */
export interface Router {
  readonly name: string
  readonly asn: number
  readonly networks: readonly Network[]
}

/**
 * Routers and the eBGP sessions between them; two routers may have several, but their ASNs must differ. All routers have one
 * router id, so of routes that are equal in everything else the one over the session that is listed first wins.
 */
export interface Topology {
  readonly routers: readonly Router[]
  readonly sessions: readonly (readonly [SessionEnd, SessionEnd])[]
}

/** A route as a router holds it. */
export interface Path {
  /** Index of the session it was heard on; undefined: the router's own. */
  readonly session: number | undefined
  readonly asPath: readonly number[]
  readonly localPreference: number
  readonly med: number
  readonly weight: number
}

/** A router's choice for a prefix: the path in use first, then those that only a tie-break told from it, in order of session. */
export type Choice = readonly [Path, ...Path[]]

/** Router name to prefix to choice; a prefix without a path is absent. */
export type Tables = ReadonlyMap<string, ReadonlyMap<string, Choice>>
