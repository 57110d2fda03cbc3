import type { Address } from '../../src/shared/net/address.ts'

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
}
