import { widthOf } from './address.ts'
import type { AddressRange } from './range.ts'
import type { Prefix } from './prefix.ts'

/** The fewest blocks that make up a range, in ascending order. */
export function blocksIn({ family, first, last }: AddressRange): Prefix[] {
  const blocks: Prefix[] = []
  const width = widthOf(family)
  let value = first
  while (value <= last) {
    const left = last - value + 1n
    let bits = left.toString(2).length - 1 // the largest block that is not too long
    while (bits > 0 && value & ((1n << BigInt(bits)) - 1n)) bits -= 1
    blocks.push({ family, value, length: width - bits })
    value += 1n << BigInt(bits)
  }
  return blocks
}

/** How many blocks of a length fit into free blocks. */
export function countFitting(free: readonly Prefix[], length: number): bigint {
  return free.reduce((sum, block) => (block.length <= length ? sum + (1n << BigInt(length - block.length)) : sum), 0n)
}

/** The largest block, the first of several; undefined for none. */
export function largestBlock(blocks: readonly Prefix[]): Prefix | undefined {
  return blocks.reduce<Prefix | undefined>((largest, block) => (largest && largest.length <= block.length ? largest : block), undefined)
}
