import type { Rect } from '../../shared/drawing/rects.ts'

type Axis = 'x' | 'y'

/**
 * What shows why something came to rest where it did. `line`: edges or middles that are level, at a coordinate of the axis, from
 * one end of what lines up to the other along it. `gap`: one of several equal gaps along the axis, at a coordinate across it.
 */
export type Guide = { readonly kind: 'line' | 'gap'; readonly axis: Axis; readonly at: number; readonly from: number; readonly to: number }

/** How far to move along an axis to line up. */
interface Match {
  readonly by: number
  readonly kind: 'middle' | 'edge' | 'gap'
}

const start = (rect: Rect, axis: Axis): number => rect[axis]
const length = (rect: Rect, axis: Axis): number => rect[axis === 'x' ? 'width' : 'height']
const end = (rect: Rect, axis: Axis): number => start(rect, axis) + length(rect, axis)
const middle = (rect: Rect, axis: Axis): number => start(rect, axis) + length(rect, axis) / 2
const across = (axis: Axis): Axis => (axis === 'x' ? 'y' : 'x')
const edges = (rect: Rect, axis: Axis): readonly number[] => [start(rect, axis), end(rect, axis)]

/** True when two things are neighbours along the axis: level enough that a gap between them means something. */
function facing(a: Rect, b: Rect, axis: Axis): boolean {
  const other = across(axis)
  return start(a, other) < end(b, other) && start(b, other) < end(a, other)
}

/** The next thing before or behind a rectangle along the axis; those that it overlaps are neither. */
function next(rect: Rect, near: readonly Rect[], axis: Axis, side: 'before' | 'behind', slack: number): Rect | undefined {
  const row = near.filter((other) => other !== rect && facing(rect, other, axis))
  const found = side === 'before' ? row.filter((other) => end(other, axis) <= start(rect, axis) + slack) : row.filter((other) => start(other, axis) >= end(rect, axis) - slack)
  return found.sort((a, b) => (side === 'before' ? end(b, axis) - end(a, axis) : start(a, axis) - start(b, axis)))[0]
}

/** Places along the axis where the gaps to the neighbours are equal. */
function gapSpots(rect: Rect, near: readonly Rect[], axis: Axis, reach: number): number[] {
  const [before, behind] = [next(rect, near, axis, 'before', reach), next(rect, near, axis, 'behind', reach)]
  const spots: number[] = []
  if (before && behind && start(behind, axis) - end(before, axis) > length(rect, axis)) spots.push((end(before, axis) + start(behind, axis) - length(rect, axis)) / 2)
  const first = before && next(before, near, axis, 'before', 0)
  if (before && first && start(before, axis) > end(first, axis)) spots.push(end(before, axis) + start(before, axis) - end(first, axis))
  const last = behind && next(behind, near, axis, 'behind', 0)
  if (behind && last && start(last, axis) > end(behind, axis)) spots.push(start(behind, axis) - (start(last, axis) - end(behind, axis)) - length(rect, axis))
  return spots
}

/** The nearest way to line up along an axis; undefined when none is within reach. */
function matchAlong(rect: Rect, near: readonly Rect[], centred: readonly Rect[], axis: Axis, reach: number): Match | undefined {
  let best: Match | undefined
  const offer = (by: number, kind: Match['kind']): void => {
    // What is as good as known stays: middles before edges before gaps.
    if (Math.abs(by) <= reach && (best === undefined || Math.abs(by) < Math.abs(best.by) - 0.01)) best = { by, kind }
  }
  for (const other of [...near, ...centred]) offer(middle(other, axis) - middle(rect, axis), 'middle')
  for (const other of near) for (const theirs of edges(other, axis)) for (const own of edges(rect, axis)) offer(theirs - own, 'edge')
  for (const spot of gapSpots(rect, near, axis, reach)) offer(spot - start(rect, axis), 'gap')
  return best
}

/** The line through everything whose edge or middle is there, as long as all of it. */
function lineAt(rect: Rect, others: readonly Rect[], axis: Axis, at: number): Guide {
  const other = across(axis)
  const all = [rect, ...others]
  return { kind: 'line', axis, at, from: Math.min(...all.map((one) => start(one, other))), to: Math.max(...all.map((one) => end(one, other))) }
}

const level = (a: number, b: number): boolean => Math.abs(a - b) < 0.5

/** The guides of a rectangle that has come to rest. One line is enough: that of the middles, else of one edge. */
function guidesAlong(rect: Rect, near: readonly Rect[], centred: readonly Rect[], axis: Axis, kind: Match['kind']): Guide[] {
  if (kind === 'gap') return gapGuides(rect, near, axis)
  const middles = [...near, ...centred].filter((other) => level(middle(other, axis), middle(rect, axis)))
  if (middles.length > 0) return [lineAt(rect, middles, axis, middle(rect, axis))]
  for (const own of edges(rect, axis)) {
    const same = near.filter((other) => edges(other, axis).some((theirs) => level(theirs, own)))
    if (same.length > 0) return [lineAt(rect, same, axis, own)]
  }
  return []
}

function gapBetween(a: Rect, b: Rect, axis: Axis): Guide {
  const other = across(axis)
  const at = (Math.max(start(a, other), start(b, other)) + Math.min(end(a, other), end(b, other))) / 2
  return { kind: 'gap', axis, at, from: end(a, axis), to: start(b, axis) }
}

/** The gaps around a rectangle that are equal. */
function gapGuides(rect: Rect, near: readonly Rect[], axis: Axis): Guide[] {
  const [before, behind] = [next(rect, near, axis, 'before', 0.5), next(rect, near, axis, 'behind', 0.5)]
  const [first, last] = [before && next(before, near, axis, 'before', 0), behind && next(behind, near, axis, 'behind', 0)]
  const pairs = [[first, before], [before, rect], [rect, behind], [behind, last]] as const
  const gaps = pairs.flatMap(([a, b]) => (a && b ? [gapBetween(a, b, axis)] : []))
  const own = gaps.filter((gap) => gap.from === end(rect, axis) || gap.to === start(rect, axis))
  const size = own.map((gap) => gap.to - gap.from).find((wanted) => gaps.filter((gap) => level(gap.to - gap.from, wanted)).length > 1)
  return size === undefined ? [] : gaps.filter((gap) => level(gap.to - gap.from, size))
}

/** Where something comes to rest, and what shows why; `by` is absent along an axis where nothing is near. */
export interface Snap {
  readonly x?: number
  readonly y?: number
  readonly guides: readonly Guide[]
}

/**
 * Lines a moving rectangle up with its neighbours: with their edges and middles, or so that gaps are equal. `centred` are only lined
 * up with by their middles (the container around). `reach` is how near is near enough.
 */
export function snapped(rect: Rect, near: readonly Rect[], centred: readonly Rect[], reach: number): Snap {
  const [x, y] = [matchAlong(rect, near, centred, 'x', reach), matchAlong(rect, near, centred, 'y', reach)]
  const rest = { ...rect, x: rect.x + (x?.by ?? 0), y: rect.y + (y?.by ?? 0) }
  return {
    ...(x ? { x: x.by } : {}),
    ...(y ? { y: y.by } : {}),
    guides: [...(x ? guidesAlong(rest, near, centred, 'x', x.kind) : []), ...(y ? guidesAlong(rest, near, centred, 'y', y.kind) : [])],
  }
}

/** Lines one edge of a rectangle up with the edges of its neighbours; answers the coordinate, and the guide when one is near. */
export function snappedEdge(rect: Rect, near: readonly Rect[], axis: Axis, at: number, reach: number): { readonly at: number; readonly guide?: Guide } {
  let best: number | undefined
  for (const other of near) for (const theirs of edges(other, axis)) if (Math.abs(theirs - at) <= reach && (best === undefined || Math.abs(theirs - at) < Math.abs(best - at))) best = theirs
  if (best === undefined) return { at }
  const found = best
  return { at: found, guide: lineAt(rect, near.filter((other) => edges(other, axis).some((theirs) => level(theirs, found))), axis, found) }
}
