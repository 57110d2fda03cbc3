import type { ResourceId } from '../../model/id.ts'
import type { Prefix } from '../../net/prefix.ts'

/** Where a route sends packets from the speaker that holds it. */
export type NextHop =
  | { readonly kind: 'here' }
  | { readonly kind: 'blackhole' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'attachment'; readonly id: ResourceId }
  | { readonly kind: 'tunnel'; readonly connection: ResourceId; readonly tunnel: 1 | 2 }
  | { readonly kind: 'virtual-interface'; readonly id: ResourceId }
  | { readonly kind: 'association'; readonly id: ResourceId }
  | { readonly kind: 'software-vpn'; readonly id: ResourceId }
  | { readonly kind: 'connect-peer'; readonly id: ResourceId }
  | { readonly kind: 'wan-link'; readonly id: ResourceId }
  | { readonly kind: 'router'; readonly id: ResourceId }

/**
 * How a speaker came by a route. `local`: the VPC behind a VGW; `vpc`: propagated by a VPC attachment; `site`: where a router stands, or
 * what it is to announce; `allowed`: originated by a Direct Connect gateway towards the customer (F-DX-45); `wan`: from another site.
 */
export type RouteType = 'local' | 'static' | 'vpc' | 'site' | 'allowed' | 'dx' | 'connect' | 'vpn-private' | 'vpn-static' | 'vpn-bgp' | 'client-vpn' | 'wan'

/** How a route came over the customer's own network. */
export interface WanPath {
  /** Sites it came through, the last one first. */
  readonly sites: readonly ResourceId[]
  /** It leads to another site's own network, not on to AWS. */
  readonly toSite: boolean
  /** A backup line is on the way. */
  readonly backup: boolean
}

/** A route to one prefix as a speaker holds it. `key` breaks ties that AWS leaves open, so that answers are stable. */
export interface Route {
  readonly prefix: Prefix
  readonly type: RouteType
  readonly asPath: readonly number[]
  /** Local preference; higher wins. At a Direct Connect gateway it follows the communities (F-DX-50), at a router its policy. */
  readonly localPreference: number
  /** Multi-exit discriminator; absent counts as the receiver's default. Lower wins among routes of one neighbouring AS. */
  readonly med?: number
  /** Direct Connect community that the customer tagged it with. */
  readonly community?: string
  readonly next: NextHop
  readonly key: string
  readonly wan?: WanPath
  /** The router of the same site that learned it and told this one. It leads to that router and is passed on to neighbours alone. */
  readonly beside?: ResourceId
  /** Why it cannot be told whether the route is really there. */
  readonly doubt?: string
}

/** A routing process: a router, a site, a VGW, a transit gateway route table or a Direct Connect gateway. */
export interface Speaker {
  readonly id: ResourceId
  readonly asn: number
  /** Takes routes whose AS path holds its own ASN. */
  readonly allowsOwnAs?: boolean
  /** Speakers that choose among all that any of them has: the routers of a site. */
  readonly chooseWith?: ResourceId | undefined
  /** True when the prefix is its own, so that nothing that others tell of it matters to it. */
  owns(prefix: Prefix): boolean
  /** Routes it has without learning them. */
  originate(prefix: Prefix): readonly Route[]
  /** The routes it uses out of all it has, best first; what comes first is what it tells others. */
  select(routes: readonly Route[]): readonly Route[]
}

/** A one-way exchange of routes between two speakers. */
export interface Session {
  readonly from: ResourceId
  readonly to: ResourceId
  /** What the receiver gets when the sender uses these routes for a prefix; empty: nothing is told. */
  export(routes: readonly Route[]): readonly Route[]
}
