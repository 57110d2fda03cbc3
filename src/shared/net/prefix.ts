import { type Address, formatAddress, parseAddress, widthOf } from './address.ts'

/** A block of addresses: the network bits (host bits zero) and the prefix length. */
export interface Prefix {
  readonly family: 4 | 6
  readonly value: bigint
  readonly length: number
}

const networkMask = (family: 4 | 6, length: number): bigint => {
  const width = widthOf(family)
  return ((1n << BigInt(length)) - 1n) << BigInt(width - length)
}

/** The block of the given length that holds the address. */
export function prefixOf(address: Address, length: number = widthOf(address.family)): Prefix {
  return { family: address.family, value: address.value & networkMask(address.family, length), length }
}

/** What a person typed as a CIDR: the canonical block, and whether host bits had to be cleared (F-ADDR-3). */
export interface ParsedCidr {
  readonly prefix: Prefix
  readonly hadHostBits: boolean
}

/** Reads `address/length`; undefined when it is not a CIDR. Host bits are cleared and reported, as the EC2 API does. */
export function parseCidr(text: string): ParsedCidr | undefined {
  const slash = text.indexOf('/')
  if (slash < 0) return undefined
  const address = parseAddress(text.slice(0, slash))
  const lengthText = text.slice(slash + 1)
  if (!address || !/^(0|[1-9]\d{0,2})$/.test(lengthText)) return undefined
  const length = Number(lengthText)
  if (length > widthOf(address.family)) return undefined
  const prefix = prefixOf(address, length)
  return { prefix, hadHostBits: prefix.value !== address.value }
}

const cache = new Map<string, Prefix | undefined>()

/** Reads a CIDR or a bare address (as a host block), canonicalised; undefined when it is neither. Results are shared. */
export function parsePrefix(text: string): Prefix | undefined {
  const known = cache.get(text)
  if (known || cache.has(text)) return known
  const address = text.includes('/') ? undefined : parseAddress(text)
  const prefix = address ? prefixOf(address) : parseCidr(text)?.prefix
  if (cache.size > 100_000) cache.clear()
  cache.set(text, prefix)
  return prefix
}

/** Reads the CIDRs that are well formed, leaving out the rest (those are findings of their own). */
export function parsePrefixes(texts: readonly string[]): Prefix[] {
  return texts.flatMap((text) => parsePrefix(text) ?? [])
}

/** `address/length` in canonical form. */
export function formatPrefix(prefix: Prefix): string {
  return `${formatAddress(prefix)}/${prefix.length}`
}

/** True when `outer` holds every address of `inner` (a block contains itself). */
export function containsPrefix(outer: Prefix, inner: Prefix): boolean {
  if (outer.family !== inner.family || outer.length > inner.length) return false
  const shift = BigInt(widthOf(outer.family) - outer.length)
  return outer.value >> shift === inner.value >> shift
}

/** True when the block holds the address. */
export function containsAddress(prefix: Prefix, address: Address): boolean {
  if (prefix.family !== address.family) return false
  const shift = BigInt(widthOf(prefix.family) - prefix.length)
  return prefix.value >> shift === address.value >> shift
}

/** True when the blocks share an address; two blocks overlap only when one contains the other. */
export function overlaps(a: Prefix, b: Prefix): boolean {
  return a.length <= b.length ? containsPrefix(a, b) : containsPrefix(b, a)
}

/** True when both are the same block. */
export function equalPrefix(a: Prefix, b: Prefix): boolean {
  return a.family === b.family && a.length === b.length && a.value === b.value
}

/** Total order: family, then network, then length; for stable output. */
export function comparePrefixes(a: Prefix, b: Prefix): number {
  if (a.family !== b.family) return a.family - b.family
  if (a.value !== b.value) return a.value < b.value ? -1 : 1
  return a.length - b.length
}

/** Number of addresses in the block. */
export function sizeOf(prefix: Prefix): bigint {
  return 1n << BigInt(widthOf(prefix.family) - prefix.length)
}

/** First address of the block plus an offset; undefined when that leaves the block. */
export function addressAt(prefix: Prefix, offset: bigint): Address | undefined {
  return offset < 0n || offset >= sizeOf(prefix) ? undefined : { family: prefix.family, value: prefix.value + offset }
}

/** A host address that stands for the block: the fifth (the first four of a subnet are AWS's, F-ADDR-6), or the first of a tiny block. */
export function sampleAddress(prefix: Prefix): Address {
  return addressAt(prefix, 4n) ?? { family: prefix.family, value: prefix.value }
}

/** The first free block of the wanted length inside `pool` that overlaps none of `taken`; undefined when full. */
export function firstFree(pool: Prefix, taken: readonly Prefix[], length: number): Prefix | undefined {
  if (length < pool.length) return undefined
  const step = 1n << BigInt(widthOf(pool.family) - length)
  const blockers = taken.filter((other) => overlaps(pool, other)).sort(comparePrefixes)
  let value = pool.value
  const end = pool.value + sizeOf(pool)
  for (const blocker of blockers) {
    if (value + step <= blocker.value) break
    const past = blocker.value + sizeOf(blocker)
    if (past > value) value = ((past + step - 1n) / step) * step
  }
  return value + step <= end ? { family: pool.family, value, length } : undefined
}
