import type { ResourceId } from '../../model/id.ts'
import type { Address } from '../../net/address.ts'
import type { FlowProtocol } from '../types.ts'
import type { Packets } from './possible.ts'

/** A packet on its way. Translation replaces its addresses. */
export interface Packet {
  source: Address
  destination: Address
  readonly protocol: FlowProtocol
  readonly sourcePort: number | undefined
  readonly destinationPort: number | undefined
  /** Which packets are still on their way, when the question is whether any gets through. */
  possible: readonly Packets[]
  /** A reply: stateful filters let it through, translations are taken back. */
  readonly reply: boolean
  /** Security groups of the sender, until the packet is translated or leaves what references can follow (F-EDGE-35). */
  senderGroups: readonly ResourceId[]
  /** Groups of the sender that nobody on the rest of the way knows any more, and where that was lost. */
  forgotten?: { readonly groups: readonly ResourceId[]; readonly why: string }
}

/** References to the sender's security groups end here: what lies behind sees addresses alone. */
export function forgetGroups(packet: Packet, why: string): void {
  if (packet.senderGroups.length === 0) return
  packet.forgotten = { groups: packet.senderGroups, why }
  packet.senderGroups = []
}

/** A source port that every common client range contains (F-EDGE-33: Linux from 32768 to 60999, Windows from 49152). */
export const CLIENT_PORT = 49_152
