import type { Address } from './address.ts'
import { containsAddress, parsePrefixes } from './prefix.ts'

/** Blocks that no router of the internet carries to a host (IANA special-purpose registries; documentation blocks left out). */
export const NOT_PUBLIC = parsePrefixes([
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16', '224.0.0.0/3',
  '::/8', 'fc00::/7', 'fe80::/10', 'ff00::/8',
])

/** True when the address can be somebody's on the internet. Documentation blocks count, because examples use them as such. */
export function isPublicAddress(address: Address): boolean {
  return !NOT_PUBLIC.some((block) => containsAddress(block, address))
}
