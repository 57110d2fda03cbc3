import type { Space } from '../../../shared/document/addresses/space.ts'
import type { PoolUse } from '../../../shared/document/pool.ts'
import { countFitting, largestBlock } from '../../../shared/net/free.ts'
import { formatPrefix } from '../../../shared/net/prefix.ts'

/** What a pool is for, as a choice. */
export const POOL_USE_LABELS: Readonly<Record<PoolUse, string>> = { vpcs: 'VPCs', sites: 'Sites', users: 'Remote users', gateways: 'Transit gateways' }

const COMPACT = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 })
const PLAIN = new Intl.NumberFormat('en')

/** A number of addresses as people read it: exact up to a million, then rounded, then as a power of two. */
export function inWords(count: bigint): string {
  if (count < 1_000_000n) return PLAIN.format(count)
  if (count < 1_000_000_000_000n) return COMPACT.format(count).replace(/([A-Z])$/, ' $1')
  return `about 2^${count.toString(2).length - 1}`
}

/** Lengths that architects count in. */
const COUNTED = { 4: [16, 20, 24, 28], 6: [48, 56, 64] } as const

/** How many blocks of the usual sizes still fit, such as `12 × /16`; sizes of which none fits are left out. */
export function fitsWords(spaces: readonly Space<unknown>[]): string[] {
  const family = spaces[0]?.block.family ?? 4
  const free = spaces.flatMap((space) => space.free)
  const counts = COUNTED[family].map((length) => ({ length, count: countFitting(free, length) })).filter(({ count }) => count > 0n)
  return counts.slice(0, 3).map(({ length, count }) => `${inWords(count)} × /${length}`)
}

/** The largest block that is free; undefined when nothing is. */
export function largestFree(spaces: readonly Space<unknown>[]): string | undefined {
  const largest = largestBlock(spaces.flatMap((space) => space.free))
  return largest && formatPrefix(largest)
}
