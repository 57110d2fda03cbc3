import { type Block, groupOf, outerSize, stretched } from './block.ts'

type Parts = { x: number; y: number; block: Block }[]

const put = (parts: Parts, x: number, y: number, block: Block): void => {
  parts.push({ x: x + (block.overhang?.left ?? 0), y: y + (block.overhang?.top ?? 0), block })
}

/** Equal cells, left to right and top to bottom. */
export function grid(blocks: readonly Block[], columns: number, gap: number): Block {
  const width = Math.max(0, ...blocks.map((block) => outerSize(block).width))
  const height = Math.max(0, ...blocks.map((block) => outerSize(block).height))
  const parts: Parts = []
  for (const [at, block] of blocks.entries()) put(parts, (at % columns) * (width + gap), Math.floor(at / columns) * (height + gap), block)
  return groupOf(parts)
}

/** One below the other, aligned left. */
export function stack(blocks: readonly Block[], gap: number, align: 'start' | 'middle' = 'start'): Block {
  const width = Math.max(0, ...blocks.map((block) => outerSize(block).width))
  const parts: Parts = []
  let y = 0
  for (const block of blocks) {
    const size = outerSize(block)
    put(parts, align === 'middle' ? even((width - size.width) / 2) : 0, y, block)
    y += size.height + gap
  }
  return groupOf(parts)
}

/** Side by side, each in the middle of the row's height; empty ones take no room. */
export function beside(blocks: readonly Block[], gap: number): Block {
  const shown = blocks.filter((block) => block.width > 0)
  const height = Math.max(0, ...shown.map((block) => outerSize(block).height))
  const parts: Parts = []
  let x = 0
  for (const block of shown) {
    const size = outerSize(block)
    put(parts, x, even((height - size.height) / 2), block)
    x += size.width + gap
  }
  return groupOf(parts)
}

/** Rows of a page that is about `aspect` times as wide as tall; the order of the blocks is kept. */
export function shelves(blocks: readonly Block[], gap: number, aspect: number): Block {
  const widest = Math.max(0, ...blocks.map((block) => outerSize(block).width))
  let best = groupOf([])
  let least = Infinity
  for (let across = 1; across <= Math.min(blocks.length, 4 + 2 * Math.sqrt(blocks.length)); across++) {
    const page = rows(blocks, gap, across * (widest + gap))
    const miss = Math.abs(Math.log(page.width / page.height / aspect))
    if (miss < least) [best, least] = [page, miss]
  }
  return best
}

/** Rows no wider than the limit. */
function rows(blocks: readonly Block[], gap: number, limit: number): Block {
  const parts: Parts = []
  let x = 0
  let y = 0
  let tallest = 0
  for (const block of blocks) {
    const { width, height } = outerSize(block)
    if (x > 0 && x + width > limit) {
      y += tallest + gap
      x = 0
      tallest = 0
    }
    put(parts, x, y, block)
    x += width + gap
    tallest = Math.max(tallest, height)
  }
  return groupOf(parts)
}

/** Columns of at most about `height`, filled one after the other. */
export function columns(blocks: readonly Block[], gap: number, height: number): Block {
  const all: Block[][] = []
  let used = Infinity
  for (const block of blocks) {
    const size = outerSize(block)
    if (used + size.height > height) {
      all.push([])
      used = 0
    }
    all.at(-1)?.push(block)
    used += size.height + gap
  }
  return beside(all.map((column) => stack(column, gap)), gap)
}

/**
 * Columns whose rows line up: cell n of every column gets the same height, and all cells of a column the same width.
 * An absent cell leaves its space free.
 */
export function table(cells: readonly (readonly (Block | undefined)[])[], gap: number): Block[] {
  const rows = Math.max(0, ...cells.map((column) => column.length))
  const heights = Array.from({ length: rows }, (_, row) => Math.max(0, ...cells.map((column) => column[row]?.height ?? 0)))
  return cells.map((column) => {
    const width = Math.max(0, ...column.map((block) => block?.width ?? 0))
    const parts: Parts = []
    let y = 0
    for (const [row, height] of heights.entries()) {
      const block = column[row]
      if (block) parts.push({ x: 0, y, block: stretched(block, { width, height }) })
      y += height + gap
    }
    return { ...groupOf(parts), height: Math.max(0, y - gap) }
  })
}

/** Rounds to whole pixels that halve well. */
export function even(value: number): number {
  return Math.round(value / 2) * 2
}
