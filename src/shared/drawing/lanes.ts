import { across } from './align.ts'
import type { Side } from './outline.ts'
import type { Rect } from './rects.ts'

/** A link that leaves one frame and comes back to another at the same side. */
export interface Turn {
  readonly key: string
  readonly side: Side
  readonly from: Rect
  readonly to: Rect
}

/** Frames whose edges are this close count as flush: their links run in the same lanes. */
const FLUSH = 120

interface Run {
  readonly key: string
  readonly side: Side
  readonly edge: number
  readonly low: number
  readonly high: number
}

function runOf({ key, side, from, to }: Turn): Run {
  const level = across(side)
  const edgeOf = (rect: Rect): number => (side === 'left' ? -rect.x : side === 'right' ? rect.x + rect.width : side === 'top' ? -rect.y : rect.y + rect.height)
  const middle = (rect: Rect): number => (level ? rect.y + rect.height / 2 : rect.x + rect.width / 2)
  return { key, side, edge: Math.max(edgeOf(from), edgeOf(to)), low: Math.min(middle(from), middle(to)), high: Math.max(middle(from), middle(to)) }
}

/** Gives links that would run over each other a lane of their own, short ones closest to the frames. */
export function lanesOf(turns: readonly Turn[]): ReadonlyMap<string, number> {
  const runs = turns.map(runOf).sort((a, b) => a.high - a.low - (b.high - b.low) || (a.key < b.key ? -1 : 1))
  const lanes = new Map<string, number>()
  const settled: (Run & { readonly lane: number })[] = []
  for (const run of runs) {
    const taken = new Set(settled.filter((other) => other.side === run.side && Math.abs(other.edge - run.edge) < FLUSH && other.low <= run.high && run.low <= other.high).map(({ lane }) => lane))
    let lane = 0
    while (taken.has(lane)) lane++
    lanes.set(run.key, lane)
    settled.push({ ...run, lane })
  }
  return lanes
}
