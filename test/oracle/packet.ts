import type { ResourceId } from '../../src/shared/model/id.ts'
import type { ResourceOf } from '../../src/shared/model/index.ts'
import type { Address } from '../../src/shared/net/address.ts'
import type { Disposition } from '../../src/shared/simulation/types.ts'
import type { Iface } from './world.ts'

/** A packet on its way. `protocol` 'any': one that only all-protocol rules match. ICMP is echo: request there, reply back. */
export interface Packet {
  readonly source: Address
  readonly destination: Address
  readonly protocol: number | 'any'
  readonly sourcePort: number
  readonly port: number
  readonly reply: boolean
}

/** What was remembered of a connection on its way there, for the way back. */
export interface Connection {
  /** Interfaces whose security groups let it pass. */
  readonly tracked: Set<string>
  /** NAT gateways that translated it: what the packet was before and what its source became. */
  readonly translated: Map<string, { readonly before: Address; readonly after: Address }>
  /** Egress-only internet gateways that it left by. */
  readonly opened: Set<string>
}

/** Where a packet ended up. */
export type Place =
  | { readonly kind: 'iface'; readonly iface: Iface }
  | { readonly kind: 'subnet'; readonly standIn: StandIn }
  | { readonly kind: 'site'; readonly site: ResourceOf<'site'> | undefined; readonly device: ResourceOf<'customer-gateway'> | undefined }
  | { readonly kind: 'service'; readonly vpc: string; readonly of: string }
  | { readonly kind: 'clients'; readonly of: string }
  | { readonly kind: 'internet' }

export interface End {
  readonly disposition: Disposition
  readonly place?: Place
  readonly packet: Packet
}

/** Somebody in a subnet whom no interface of the design stands for: any host of it, an endpoint's or a load balancer's interface. */
export interface StandIn {
  readonly of: string
  readonly subnet: ResourceOf<'subnet'>
  readonly address: Address
  /** Which packet of the flow it takes; what stands there for good takes both. */
  readonly receives: 'request' | 'reply' | 'both'
  readonly groups: readonly ResourceId[]
  /** Whether it has a public address; undefined when the design does not say. */
  readonly isPublic: boolean | undefined
  /** What becomes of a packet behind it. */
  readonly answer?: (packet: Packet) => Disposition
}
