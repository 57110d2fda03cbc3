import type { Kind } from '../model/index.ts'
import { middleOf, type Side } from './outline.ts'
import type { Rect } from './rects.ts'
import { type Port, pointOf } from './route.ts'
import { isFrame } from './sizes.ts'

/** What a link ends at. */
export interface End {
  readonly kind: Kind
  readonly outline: Rect
}

/** An end with its side, its place among the links there and how many those are. */
export interface Stop extends End {
  readonly side: Side
  readonly offset: number
  readonly crowd: number
}

/** Jogs smaller than this are straightened. */
const JOG = 18

/** True for the sides that a level line meets. */
export const across = (side: Side): boolean => side === 'left' || side === 'right'

/** How far a path goes in the direction it starts in. */
export function runOf(a: Port, b: Port): number {
  const [from, to] = [pointOf(a), pointOf(b)]
  return across(a.side) ? to.x - from.x : to.y - from.y
}

/** Bends of links that come from the same direction lie the further out the further away they start, so they nest without crossing. */
export function staggerOf(offset: number, towards: number, direction: 1 | -1): number {
  return offset === 0 ? 0 : direction * (Math.sign(towards) === Math.sign(offset) ? -Math.abs(offset) : Math.abs(offset))
}

/**
 * Ports of two ends. Ends that look at each other line up: a frame's port moves to the node's height, two frames meet in the middle of
 * what they share, and small jogs between nodes are straightened, to where more links share the side.
 */
export function aligned(from: Stop, to: Stop): readonly [Port, Port] {
  const start = middleOf(from.kind, from.outline, from.side) + from.offset
  const end = middleOf(to.kind, to.outline, to.side) + to.offset
  let [a, b] = [start, end]
  if (across(from.side) === across(to.side)) {
    const [first, second] = [range(from.outline, from.side), range(to.outline, to.side)]
    const low = Math.max(first[0], second[0])
    const high = Math.min(first[1], second[1])
    const inside = (value: number): number => Math.max(low, Math.min(high, value))
    const fromFrame = isFrame(from.kind)
    if (high >= low && fromFrame !== isFrame(to.kind)) {
      const fixed = fromFrame ? end : start
      if (inside(fixed) === fixed) [a, b] = [fixed, fixed]
    } else if (high >= low && fromFrame) [a, b] = [inside((low + high) / 2 + from.offset), inside((low + high) / 2 + from.offset)]
    else if (!fromFrame && Math.abs(start - end) < JOG) [a, b] = from.crowd > to.crowd ? [start, start] : [end, end]
  }
  return [{ outline: from.outline, side: from.side, along: a }, { outline: to.outline, side: to.side, along: b }]
}

const CORNER_ROOM = 12

function range(outline: Rect, side: Side): readonly [number, number] {
  return across(side) ? [outline.y + CORNER_ROOM, outline.y + outline.height - CORNER_ROOM] : [outline.x + CORNER_ROOM, outline.x + outline.width - CORNER_ROOM]
}
