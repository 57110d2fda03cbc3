import type { Point } from './display-list.ts'
import type { Side } from './outline.ts'
import type { Rect } from './rects.ts'

/** One end of a path: the outline it ends at, the side it leaves from and where along it. */
export interface Port {
  readonly outline: Rect
  readonly side: Side
  /** Coordinate along the side: y for left and right, x for top and bottom. */
  readonly along: number
}

/** Shortest straight piece before the first bend. */
const STUB = 18

/** How far from a frame a line runs along it: about the middle between neighbours. */
const GUTTER = 28

/** Where there is little room, lines side by side move apart by no more than this. */
const small = (stagger: number): number => Math.max(-STUB, Math.min(STUB, stagger)) / 2

const horizontal = (side: Side): boolean => side === 'left' || side === 'right'

/** The point on the outline where a port is. */
export function pointOf({ outline, side, along }: Port): Point {
  if (side === 'left') return { x: outline.x, y: along }
  if (side === 'right') return { x: outline.x + outline.width, y: along }
  return { x: along, y: side === 'top' ? outline.y : outline.y + outline.height }
}

/** The same figure with x and y swapped, so that vertical cases are horizontal ones looked at sideways. */
const flipPoint = ({ x, y }: Point): Point => ({ x: y, y: x })
const FLIPPED: Readonly<Record<Side, Side>> = { left: 'top', right: 'bottom', top: 'left', bottom: 'right' }
const flipPort = ({ outline, side, along }: Port): Port => ({ outline: { x: outline.y, y: outline.x, width: outline.height, height: outline.width }, side: FLIPPED[side], along })

/** +1 when the side looks to growing coordinates. */
const outward = (side: Side): number => (side === 'right' || side === 'bottom' ? 1 : -1)

/**
 * The orthogonal paths worth considering between two ports, always in the same order for the same sides. `stagger` moves the bend
 * in the middle, so that links side by side do not share it.
 */
export function candidates(from: Port, to: Port, stagger = 0): readonly (readonly Point[])[] {
  if (!horizontal(from.side)) return candidates(flipPort(from), flipPort(to), stagger).map((points) => points.map(flipPoint))
  return horizontal(to.side) ? facing(from, to, stagger) : corner(from, to, stagger)
}

/** Both ends leave sideways. */
function facing(from: Port, to: Port, stagger: number): Point[][] {
  const [a, b] = [pointOf(from), pointOf(to)]
  const [da, db] = [outward(from.side), outward(to.side)]
  const nudge = small(stagger)
  const bend = (x: number): Point[] => [a, { x, y: a.y }, { x, y: b.y }, b]
  if (da === db) return [bend(da > 0 ? Math.max(a.x, b.x) + STUB + Math.abs(stagger) : Math.min(a.x, b.x) - STUB - Math.abs(stagger))]
  if (a.y === b.y && (b.x - a.x) * da >= 0 && (b.x - a.x) * da < 2 * STUB) return [[a, b]]
  if ((b.x - a.x) * da >= 2 * STUB) {
    const reach = Math.abs(b.x - a.x) / 2 - STUB / 2
    const shift = Math.max(-reach, Math.min(reach, stagger))
    const [first, last] = [a.x + da * STUB * 1.5 + nudge, b.x + db * STUB * 1.5 + nudge]
    const gutter = (y: number): Point[] => [a, { x: first, y: a.y }, { x: first, y }, { x: last, y }, { x: last, y: b.y }, b]
    const over = to.outline.y - GUTTER + nudge
    const under = to.outline.y + to.outline.height + GUTTER + nudge
    return [bend((a.x + b.x) / 2 + shift), bend(first), bend(last), gutter(over), gutter(under)]
  }
  const around = (y: number): Point[] => [a, { x: a.x + da * STUB, y: a.y }, { x: a.x + da * STUB, y }, { x: b.x + db * STUB, y }, { x: b.x + db * STUB, y: b.y }, b]
  const above = Math.min(from.outline.y, to.outline.y) - GUTTER * 1.5
  const below = Math.max(from.outline.y + from.outline.height, to.outline.y + to.outline.height) + GUTTER * 1.5
  return [around((a.y + b.y) / 2 + nudge), around(above), around(below)]
}

/** One end leaves sideways, the other up or down. */
function corner(from: Port, to: Port, stagger: number): Point[][] {
  const [a, b] = [pointOf(from), pointOf(to)]
  const [da, db] = [outward(from.side), outward(to.side)]
  const nudge = Math.abs(small(stagger))
  const lane = b.y + db * (GUTTER + nudge)
  const direct = (b.x - a.x) * da >= STUB && (a.y - b.y) * db >= STUB
  const step = (x: number): Point[] => [a, { x, y: a.y }, { x, y: lane }, { x: b.x, y: lane }, b]
  const near = step(a.x + da * (STUB * 1.5 + nudge))
  return direct ? [[a, { x: b.x, y: a.y }, b], near] : [near]
}

/** The path without points that repeat or lie on a straight piece. */
export function simplified(points: readonly Point[]): Point[] {
  const kept: Point[] = []
  for (const point of points) {
    const last = kept.at(-1)
    const before = kept.at(-2)
    if (last && last.x === point.x && last.y === point.y) continue
    if (last && before && ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))) kept.pop()
    kept.push(point)
  }
  return kept
}

/** Length in pixels plus what each bend is worth. */
export function lengthOf(points: readonly Point[]): number {
  let sum = 0
  for (let at = 1; at < points.length; at++) sum += Math.abs((points[at]?.x ?? 0) - (points[at - 1]?.x ?? 0)) + Math.abs((points[at]?.y ?? 0) - (points[at - 1]?.y ?? 0))
  return sum + 40 * Math.max(0, points.length - 2)
}

/** A path beside an orthogonal one, at a distance to its right (negative: left). */
export function parallel(points: readonly Point[], distance: number): Point[] {
  const normal = (a: Point, b: Point): Point => ({ x: -Math.sign(b.y - a.y) * distance, y: Math.sign(b.x - a.x) * distance })
  return points.map((point, at) => {
    const before = points[at - 1]
    const after = points[at + 1]
    const first = before ? normal(before, point) : { x: 0, y: 0 }
    const second = after ? normal(point, after) : { x: 0, y: 0 }
    return { x: point.x + (first.x || second.x), y: point.y + (first.y || second.y) }
  })
}
