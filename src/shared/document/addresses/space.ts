import { blocksIn, largestBlock } from '../../net/free.ts'
import type { Held } from '../../net/overlap.ts'
import { type Prefix, sizeOf } from '../../net/prefix.ts'
import { type AddressRange, rangeOf, slice } from '../../net/range.ts'

/** What a run of addresses is: nobody's, somebody's, claimed by several networks, or kept free on purpose. */
export type SegmentState = 'free' | 'used' | 'overlap' | 'reserved'

/** A run of addresses of a block that are all alike. */
export interface Segment<T> {
  readonly range: AddressRange
  readonly state: SegmentState
  /** Who has them: the widest block first. Empty for what nobody has. */
  readonly holders: readonly Held<T>[]
}

/** How many addresses there are and how many of them are what. `used` counts those that several have once. */
export interface Sum {
  readonly total: bigint
  readonly used: bigint
  readonly overlap: bigint
  readonly reserved: bigint
  readonly free: bigint
}

/** A block of addresses, cut up by who has what of it. */
export interface Space<T> {
  readonly block: Prefix
  /** In ascending order, without gaps. */
  readonly segments: readonly Segment<T>[]
  readonly sum: Sum
  /** The fewest blocks that make up what is free. */
  readonly free: readonly Prefix[]
  readonly largest?: Prefix
}

const NONE: Sum = { total: 0n, used: 0n, overlap: 0n, reserved: 0n, free: 0n }

/** Sums of several spaces, taken together. */
export function addUp(sums: readonly Sum[]): Sum {
  return sums.reduce((all, one) => ({ total: all.total + one.total, used: all.used + one.used, overlap: all.overlap + one.overlap, reserved: all.reserved + one.reserved, free: all.free + one.free }), NONE)
}

function isSame<T>(a: Segment<T>, b: Segment<T>): boolean {
  return a.state === b.state && a.holders.length === b.holders.length && a.holders.every((holder, position) => holder === b.holders[position])
}

/**
 * Cuts a block up. Blocks of different networks that share addresses overlap there; `networkOf` says what belongs together.
 * Costs a sort of what lies in the block; what does not touch it is ignored.
 */
export function measure<T>(block: Prefix, held: readonly Held<T>[], reserved: readonly Prefix[], networkOf: (holder: T) => unknown): Space<T> {
  const segments: Segment<T>[] = []
  for (const { range, inside } of slice(rangeOf(block), [...held.map(({ prefix }) => prefix), ...reserved])) {
    const holders = inside.flatMap((position) => held[position] ?? [])
    const networks = new Set(holders.map(({ holder }) => networkOf(holder)))
    const state = networks.size > 1 ? 'overlap' : networks.size === 1 ? 'used' : inside.length > 0 ? 'reserved' : 'free'
    const segment: Segment<T> = { range, state, holders }
    const before = segments.at(-1)
    if (before && isSame(before, segment)) segments[segments.length - 1] = { ...before, range: { ...before.range, last: range.last } }
    else segments.push(segment)
  }
  const countOf = (...states: SegmentState[]): bigint => segments.reduce((sum, { state, range }) => (states.includes(state) ? sum + (range.last - range.first + 1n) : sum), 0n)
  const free = segments.flatMap(({ state, range }) => (state === 'free' ? blocksIn(range) : []))
  const largest = largestBlock(free)
  const sum = { total: sizeOf(block), used: countOf('used', 'overlap'), overlap: countOf('overlap'), reserved: countOf('reserved'), free: countOf('free') }
  return { block, segments, sum, free, ...(largest ? { largest } : {}) }
}
