import { CLEARANCE } from './detour.ts'
import type { Point } from './display-list.ts'
import type { Rect } from './rects.ts'

/** How far from what it goes around a line runs, where there is room. */
const GUTTER = 24
/** No further than this is looked for what bounds a channel. */
const SIGHT = 400

/** How far a line stays from a border that it runs along. */
const OFF_BORDER = 10

/** What a piece of a line sees: the boxes beside it, and the frames around it, along whose borders it does not run. */
export interface View {
  readonly boxes: readonly Rect[]
  readonly frames: readonly Rect[]
}

/** The free room beside a straight piece: lowest and highest coordinate that it may move to, as far as one can see. */
export function channelOf(a: Point, b: Point, { boxes, frames }: View, sight = SIGHT): readonly [number, number] {
  const isLevel = a.y === b.y
  const place = isLevel ? a.y : a.x
  const [start, end] = isLevel ? [Math.min(a.x, b.x), Math.max(a.x, b.x)] : [Math.min(a.y, b.y), Math.max(a.y, b.y)]
  let [low, high] = [place - sight, place + sight]
  const spans = ({ x, y, width, height }: Rect): readonly [number, number, number, number] => (isLevel ? [x, x + width, y, y + height] : [y, y + height, x, x + width])
  for (const rect of boxes) {
    const [from, to, near, far] = spans(rect)
    if (to + CLEARANCE <= start || from - CLEARANCE >= end) continue
    if (far <= place) low = Math.max(low, far + CLEARANCE)
    else if (near >= place) high = Math.min(high, near - CLEARANCE)
  }
  low = Math.min(low, place)
  high = Math.max(high, place)
  for (const rect of frames) {
    const [from, to, near, far] = spans(rect)
    if (to <= start || from >= end) continue
    for (const border of [near, far]) {
      const room = Math.min(OFF_BORDER, (place < border ? border - low : high - border) / 2)
      if (place < border) high = Math.min(high, border - room)
      else low = Math.max(low, border + room)
    }
  }
  return low <= high ? [low, high] : [(low + high) / 2, (low + high) / 2]
}

/** Where a piece should run, given where the ends of its neighbours are: in the middle between them, or close around what it goes around. */
function wishOf(before: number, after: number, place: number, [low, high]: readonly [number, number]): number {
  const [first, second] = [Math.sign(before - place), Math.sign(after - place)]
  if (first !== second) {
    const [a, b] = [Math.max(low, Math.min(before, after)), Math.min(high, Math.max(before, after))]
    return a <= b ? (a + b) / 2 : place
  }
  const room = Math.min(GUTTER, (high - low) / 2)
  return first > 0 ? Math.min(high - room, before, after) : Math.max(low + room, before, after)
}

/**
 * A path that was found close along obstacles, its pieces moved to where they are easily told apart: between two things in the middle,
 * around one thing at a little distance. The first and last pieces stay.
 */
export function centred(points: readonly Point[], view: View): Point[] {
  const path = points.map((point) => ({ ...point }))
  for (let at = 1; at + 2 < path.length; at++) {
    const [before, a, b, after] = [path[at - 1], path[at], path[at + 1], path[at + 2]]
    if (!before || !a || !b || !after) continue
    const isLevel = a.y === b.y
    const axis = isLevel ? 'y' : 'x'
    const channel = channelOf(a, b, view)
    const wish = Math.round(wishOf(before[axis], after[axis], a[axis], channel) * 2) / 2
    // A neighbour may neither turn back nor vanish.
    const [low, high] = channel
    const goal = Math.max(low, Math.min(high, wish))
    if (goal === before[axis] || goal === after[axis]) continue
    path[at] = { ...a, [axis]: goal }
    path[at + 1] = { ...b, [axis]: goal }
  }
  return path
}
