import type { Placement } from '../document/design.ts'
import type { Size } from '../drawing/sizes.ts'

/** How far something that straddles the block's edge reaches beyond it. */
export interface Overhang {
  readonly left: number
  readonly top: number
}

/** A rectangle with others inside, placed relative to its own corner; without an id it only groups. */
export interface Block extends Size {
  readonly id?: string
  readonly overhang?: Overhang
  readonly parts: readonly { readonly x: number; readonly y: number; readonly block: Block }[]
}

/** Size with overhang: the room a block needs among its neighbours. */
export function outerSize(block: Block): Size {
  return { width: block.width + (block.overhang?.left ?? 0), height: block.height + (block.overhang?.top ?? 0) }
}

/** A block without an id around parts that are already placed; as large as they need. */
export function groupOf(parts: Block['parts']): Block {
  let width = 0
  let height = 0
  for (const { x, y, block } of parts) {
    width = Math.max(width, x + block.width)
    height = Math.max(height, y + block.height)
  }
  return { width, height, parts }
}

/** A frame around a group: the title above, room at the sides, never smaller than `least`. */
export function frameOf(id: string, inner: Block, inset: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }, least: Size): Block {
  const parts = inner.parts.length === 0 ? [] : [{ x: inset.left, y: inset.top, block: inner }]
  return stretched({ id, width: inner.width + inset.left + inset.right, height: inner.height + inset.top + inset.bottom, parts }, least)
}

/** The block made at least this large; its parts stay in the middle of its width. */
export function stretched(block: Block, size: Size): Block {
  const width = Math.max(block.width, size.width)
  const shift = Math.floor((width - block.width) / 2)
  return { ...block, width, height: Math.max(block.height, size.height), parts: block.parts.map((part) => ({ ...part, x: part.x + shift })) }
}

/** Absolute rectangles of every block with an id, parents before children. */
export function flatten(block: Block, x: number, y: number, into: Map<string, Placement>): void {
  if (block.id !== undefined) into.set(block.id, { x, y, width: block.width, height: block.height })
  for (const part of block.parts) flatten(part.block, x + part.x, y + part.y, into)
}
