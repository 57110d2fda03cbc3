import type { ResourceId } from '../../model/id.ts'
import type { Address } from '../../net/address.ts'
import { parsePrefixes, containsAddress } from '../../net/prefix.ts'
import type { FlowProtocol } from '../types.ts'

/** A packet on its way. Translation replaces its addresses. */
export interface Packet {
  source: Address
  destination: Address
  readonly protocol: FlowProtocol
  readonly sourcePort: number | undefined
  readonly destinationPort: number | undefined
  /** A reply: stateful filters let it through, translations are taken back. */
  readonly reply: boolean
  /** Security groups of the sender, until the packet is translated or leaves what references can follow (F-EDGE-35). */
  senderGroups: readonly ResourceId[]
}

/** A source port that every common client range contains (F-EDGE-33: Linux from 32768 to 60999, Windows from 49152). */
export const CLIENT_PORT = 49_152

const NOT_PUBLIC = parsePrefixes([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '224.0.0.0/3',
  'fc00::/7',
  'fe80::/10',
  'ff00::/8',
  '::/127',
])

/** True for an address that the internet may carry (RFC 1918, RFC 6598, link-local, loopback and multicast are not). */
export function isPublicAddress(address: Address): boolean {
  return !NOT_PUBLIC.some((prefix) => containsAddress(prefix, address))
}
