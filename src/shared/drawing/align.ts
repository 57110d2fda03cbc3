import type { Kind } from '../model/index.ts'
import { middleOf, reachOf, type Side } from './outline.ts'
import type { Rect } from './rects.ts'
import { type Port, pointOf } from './route.ts'
import { isFrame } from './sizes.ts'

/** An end of a link with the side that it leaves. */
export interface Stop {
  readonly kind: Kind
  readonly body: Rect
  readonly side: Side
}

/** True for the sides that a level line meets. */
export const across = (side: Side): boolean => side === 'left' || side === 'right'

/** How far a path goes in the direction it starts in. */
export function runOf(a: Port, b: Port): number {
  const [from, to] = [pointOf(a), pointOf(b)]
  return across(a.side) ? to.x - from.x : to.y - from.y
}

/** How far from the middle of what two nodes share a line may be to run straight between them. */
const JOG = 18

/**
 * Ports of two ends. Ends that look at each other line up: a frame's port moves to the node's height, two frames meet in the middle of
 * what they share, and small jogs between nodes are straightened.
 */
export function aligned(from: Stop, to: Stop): readonly [Port, Port] {
  let [a, b] = [middleOf(from.kind, from.body, from.side), middleOf(to.kind, to.body, to.side)]
  if (across(from.side) === across(to.side)) {
    const [first, second] = [reachOf(from.kind, from.body, from.side), reachOf(to.kind, to.body, to.side)]
    const low = Math.max(first[0], second[0])
    const high = Math.min(first[1], second[1])
    const inside = (value: number): number => Math.max(low, Math.min(high, value))
    const [fromFrame, toFrame] = [isFrame(from.kind), isFrame(to.kind)]
    if (high >= low && fromFrame !== toFrame) {
      const fixed = fromFrame ? b : a
      if (inside(fixed) === fixed) [a, b] = [fixed, fixed]
    } else if (high >= low && fromFrame) [a, b] = [(low + high) / 2, (low + high) / 2]
    else if (!fromFrame && Math.abs(a - b) < JOG) a = b
  }
  return [{ outline: from.body, side: from.side, along: a }, { outline: to.body, side: to.side, along: b }]
}
