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

/**
 * How a speaker came by a route. `local`: the VPC behind a VGW; `vpc`: propagated by a VPC attachment; `site`: the customer's
 * own network; `allowed`: originated by a Direct Connect gateway towards the customer (F-DX-45).
 */
export type RouteType = 'local' | 'static' | 'vpc' | 'site' | 'allowed' | 'dx' | 'vpn-static' | 'vpn-bgp'

/** A route to one prefix as a speaker holds it. `key` breaks ties that AWS leaves open, so that answers are stable. */
export interface Route {
  readonly prefix: Prefix
  readonly type: RouteType
  readonly asPath: readonly number[]
  /** Direct Connect local preference (F-DX-50); higher wins. */
  readonly localPreference: number
  readonly next: NextHop
  readonly key: string
}

/** A routing process: a customer device, a VGW, a transit gateway route table or a Direct Connect gateway. */
export interface Speaker {
  readonly id: ResourceId
  readonly asn: number
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
