import { type Address, formatAddress, widthOf } from './address.ts'
import { comparePrefixes, formatPrefix, type Prefix, sizeOf } from './prefix.ts'

/** A run of addresses of one family, both ends inclusive. */
export interface AddressRange {
  readonly family: 4 | 6
  readonly first: bigint
  readonly last: bigint
}

/** The addresses of a block. */
export const rangeOf = (prefix: Prefix): AddressRange => ({ family: prefix.family, first: prefix.value, last: prefix.value + sizeOf(prefix) - 1n })

/** The range without some single addresses, in ascending order; addresses outside it do not matter. */
export function withoutAddresses(range: AddressRange, taken: readonly Address[]): AddressRange[] {
  const holes = taken.filter(({ family, value }) => family === range.family && value >= range.first && value <= range.last).map(({ value }) => value)
  const left: AddressRange[] = []
  let { first } = range
  for (const hole of [...new Set(holes)].sort((a, b) => (a < b ? -1 : 1))) {
    if (hole > first) left.push({ family: range.family, first, last: hole - 1n })
    first = hole + 1n
  }
  if (first <= range.last) left.push({ family: range.family, first, last: range.last })
  return left
}

/** A run of addresses with the blocks that hold all of it, as positions in the list that was given, outermost first. */
export interface Slice {
  readonly range: AddressRange
  readonly inside: readonly number[]
}

/**
 * Cuts a range at the edges of blocks: no block holds a part of a slice only. Blocks that do not touch the range are ignored.
 * Costs a sort of the blocks.
 */
export function slice(range: AddressRange, blocks: readonly Prefix[]): Slice[] {
  const touching = blocks
    .map((prefix, position) => ({ prefix, position, ...rangeOf(prefix) }))
    .filter((block) => block.family === range.family && block.first <= range.last && block.last >= range.first)
    .sort((a, b) => comparePrefixes(a.prefix, b.prefix))
  const slices: Slice[] = []
  const open: typeof touching = []
  let at = range.first
  const emit = (last: bigint) => {
    if (at <= last) slices.push({ range: { family: range.family, first: at, last }, inside: open.map(({ position }) => position) })
    if (last >= at) at = last + 1n
  }
  const closeBefore = (value: bigint) => {
    for (let inner = open.at(-1); inner && inner.last < value; inner = open.at(-1)) {
      emit(inner.last < range.last ? inner.last : range.last)
      open.pop()
    }
  }
  for (const block of touching) {
    closeBefore(block.first)
    emit(block.first - 1n)
    open.push(block)
  }
  closeBefore(range.last + 1n)
  emit(range.last)
  return slices
}

/** Ranges in order, those that touch or overlap made one. */
export function joinRanges(ranges: readonly AddressRange[]): AddressRange[] {
  const sorted = [...ranges].sort((a, b) => a.family - b.family || (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))
  const joined: AddressRange[] = []
  for (const range of sorted) {
    const before = joined.at(-1)
    if (before && before.family === range.family && range.first <= before.last + 1n) joined[joined.length - 1] = { ...before, last: range.last > before.last ? range.last : before.last }
    else joined.push(range)
  }
  return joined
}

/** A range as people write it: an address, a CIDR where it is one, else `first-last`. */
export function formatRange(range: AddressRange): string {
  const first: Address = { family: range.family, value: range.first }
  if (range.first === range.last) return formatAddress(first)
  const size = range.last - range.first + 1n
  const bits = size.toString(2).length - 1
  if (size === 1n << BigInt(bits) && range.first % size === 0n) return formatPrefix({ ...first, length: widthOf(range.family) - bits })
  return `${formatAddress(first)}-${formatAddress({ family: range.family, value: range.last })}`
}
