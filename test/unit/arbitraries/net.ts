import fc from 'fast-check'
import type { Address } from '../../../src/shared/net/address.ts'
import { type Prefix, prefixOf } from '../../../src/shared/net/prefix.ts'

/** Any address of a family. */
export const addressOf = (family: 4 | 6): fc.Arbitrary<Address> =>
  fc.bigInt({ min: 0n, max: (1n << BigInt(family === 4 ? 32 : 128)) - 1n }).map((value) => ({ family, value }))

/** Any address. */
export const address: fc.Arbitrary<Address> = fc.oneof(addressOf(4), addressOf(6))

/** Any block. */
export const prefix: fc.Arbitrary<Prefix> = fc.oneof(
  fc.tuple(addressOf(4), fc.nat(32)).map(([at, length]) => prefixOf(at, length)),
  fc.tuple(addressOf(6), fc.nat(128)).map(([at, length]) => prefixOf(at, length)),
)

/** Blocks inside 10.0.0.0/24 or 2001:db8::/120, so small that every address can be tried. */
export const smallPrefix = (family: 4 | 6): fc.Arbitrary<Prefix> => {
  const base = family === 4 ? 0x0a000000n : 0x20010db8n << 96n
  return fc.tuple(fc.nat(255), fc.nat(8)).map(([host, bits]) => prefixOf({ family, value: base + BigInt(host) }, (family === 4 ? 24 : 120) + bits))
}

/** Every address of the small space. */
export function smallSpace(family: 4 | 6): Address[] {
  const base = family === 4 ? 0x0a000000n : 0x20010db8n << 96n
  return Array.from({ length: 256 }, (_, host) => ({ family, value: base + BigInt(host) }))
}
