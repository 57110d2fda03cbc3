import type { IntentEnd, Intent } from '../document/design.ts'
import type { ResourceId } from '../model/id.ts'
import type { Kind } from '../model/index.ts'

/** What can fail on its own. `power-domain` to `directory-server` exist only when the design draws them. */
export type ElementKind =
  | 'customer-device'
  | 'isp-link'
  | 'power-domain'
  | 'vpn-tunnel'
  | 'availability-zone'
  | 'region'
  | 'instance'
  | 'nat-gateway'
  | 'endpoint-interface'
  | 'dx-location'
  | 'dx-device'
  | 'dx-connection'
  | 'carrier-circuit'
  | 'wan-link'
  | 'directory-server'

/** Name of a failable element, stable for a design: `customer-device:<resource id>`, `vpn-tunnel:<vpn id>/1`, `availability-zone:<region>/<zone>`. */
export type ElementId = string

/** Something that can fail. `resource` is where it is drawn; zones, Regions and DX locations have none. */
export interface FailableElement {
  readonly element: ElementId
  readonly kind: ElementKind
  readonly resource?: ResourceId
  /** What people call it. */
  readonly label: string
}

/**
 * How a packet's journey ends. Success: `delivered` (the addressed host, site or service accepts it) and `left-network`
 * (it goes out to the internet). Failure: `denied` (a security group, network ACL or NAT gateway drops it), `no-route`
 * (nobody on the way forwards it any further), `blackhole` (the chosen route's target is gone), `no-host` (the subnet is
 * reached, nobody has the address), `element-down` (an end of the flow itself has failed), `loop`, and `unknown` (the design
 * does not say enough to tell).
 */
export type Disposition = 'delivered' | 'left-network' | 'denied' | 'no-route' | 'blackhole' | 'no-host' | 'element-down' | 'loop' | 'unknown'

/** A route that was considered at a hop. */
export interface RouteCandidate {
  readonly destination: string
  readonly target: string
  readonly origin: 'local' | 'static' | 'prefix-list' | 'propagated' | 'bgp'
  /** How the winner won or this one lost, in a network engineer's words. */
  readonly reason: string
  readonly chosen: boolean
  /** It carries other flows side by side with the chosen one (ECMP). */
  readonly shares?: true
}

/** One thing that happened to the packet at a hop. `fact` is the number of the AWS fact behind it. */
export type Step =
  | { readonly kind: 'originate'; readonly detail: string }
  | { readonly kind: 'filter'; readonly filter: 'security-group' | 'network-acl' | 'nat' | 'source-dest-check' | 'block-public-access'; readonly direction: 'in' | 'out'; readonly resource?: ResourceId; readonly allowed: boolean; readonly detail: string; readonly fact?: string }
  | { readonly kind: 'route'; readonly table: string; readonly resource?: ResourceId; readonly candidates: readonly RouteCandidate[]; readonly detail: string; readonly fact?: string }
  | { readonly kind: 'translate'; readonly detail: string; readonly before: string; readonly after: string; readonly fact?: string }
  | { readonly kind: 'tunnel'; readonly resource: ResourceId; readonly tunnel?: 1 | 2; readonly detail: string; readonly fact?: string }
  | { readonly kind: 'forward'; readonly detail: string; readonly fact?: string }
  | { readonly kind: 'end'; readonly disposition: Disposition; readonly detail: string; readonly fact?: string }

/** A place the packet passed: a resource of the design, or `internet`. */
export interface Hop {
  readonly resource: ResourceId | 'internet'
  readonly kind: Kind | 'internet'
  readonly name: string
  readonly awsId?: string
  readonly steps: readonly Step[]
}

/**
 * What a path is worth. `mtuBytes`, `bandwidthMbps`: the smallest on the way, and which resource sets it; absent when something on the way
 * does not say. `bandwidthUnlimited`: nothing on the way states a limit. `encryption` of what lies outside VPCs, Regions and sites: `all` of it is
 * encrypted (IPsec, MACsec, between Regions), `partly`, `none`, `unknown`, or `inside`: nothing lies outside. `internet`: the packet touches the
 * internet; null: cannot tell.
 */
export interface PathQuality {
  readonly mtuBytes?: number
  readonly mtuLimitedBy?: ResourceId
  readonly bandwidthMbps?: number
  readonly bandwidthLimitedBy?: ResourceId
  readonly bandwidthUnlimited: boolean
  readonly encryption: 'all' | 'partly' | 'none' | 'unknown' | 'inside'
  readonly internet: boolean | null
  /** What each thing that carried the packet is worth, in the order of the way. */
  readonly parts?: readonly PathPart[]
}

/** What one thing on a path is worth. Limits: null when the design does not say, absent when it sets none. `inside`: within a VPC, a Region or a site, where encryption is not judged. */
export interface PathPart {
  readonly by: ResourceId
  readonly mtuBytes?: number | null
  readonly bandwidthMbps?: number | null
  readonly encryption: 'encrypted' | 'plain' | 'unknown' | 'inside'
  readonly internet?: boolean | null
}

/** A packet's journey in one direction. `elements` are what it depended on: failing one of them may change it. */
export interface Path {
  readonly disposition: Disposition
  readonly success: boolean
  readonly hops: readonly Hop[]
  readonly elements: readonly ElementId[]
  /** What the way is worth, as far as the packet came. */
  readonly quality: PathQuality
}

/** A packet's journey there and its reply's journey back. `return` is absent when the packet never arrived. */
export interface Trace {
  readonly forward: Path
  readonly return?: Path
  readonly works: boolean
}

/**
 * What a packet is. `any`: one that only all-protocol rules match. `some`: the question whether any packet at all could
 * pass (ports and protocols are ignored where some value would do); intents without a protocol use it.
 */
export type FlowProtocol = number | 'any' | 'some'

/** A flow to trace. Ends are resources (host, subnet, VPC gateway, site, device) or addresses; `internet` is outside. */
export interface Flow {
  readonly from: ResourceId | 'internet'
  /** Undefined with `toAddress`: whoever has the address. */
  readonly to?: ResourceId | 'internet'
  readonly sourceAddress?: string
  readonly toAddress?: string
  /** Of remote users: the remote access that they come in by; undefined: any of theirs. */
  readonly wayIn?: ResourceId
  readonly protocol: FlowProtocol
  readonly port?: number
  readonly sourcePort?: number
}

/** An element whose loss alone breaks an intent that holds in the state that was judged. */
export interface SinglePointOfFailure {
  readonly element: ElementId
  readonly kind: ElementKind
  readonly resource?: ResourceId
  /** What is lost, in one sentence. */
  readonly consequence: string
}

/** Two elements whose loss together breaks what the loss of either alone does not. */
export interface PairOfFailure {
  readonly elements: readonly [ElementId, ElementId]
  /** What is lost, in one sentence. */
  readonly consequence: string
}

/**
 * The simulation's judgement of an intent in one state of failure. `holds` is null when it cannot tell and when the intent has lost its
 * endpoints; `reason` says why it holds not, cannot be told, or has lost them.
 */
export interface IntentVerdict {
  readonly id: string
  readonly from: IntentEnd
  readonly to: IntentEnd
  readonly statement: string
  readonly suggested: boolean
  readonly holds: boolean | null
  readonly reason?: string
  /**
   * Flows whose own end has failed: nothing is asked of them. `some`: the verdict is about the others; `all`: there are no others, and
   * the intent neither holds nor is broken.
   */
  readonly endpointLost?: 'some' | 'all'
  /** What alone would break it next. */
  readonly singlePointsOfFailure: readonly SinglePointOfFailure[]
  /** The trace that shows why: the first failing pair, else the first pair. */
  readonly trace?: Trace
  readonly intent: Intent
}
