import type { Point } from './display-list.ts'
import { encloses, type Rect } from './rects.ts'

/** Points of a curve, its ends included. */
const SAMPLES = 16
/** How far a curve bows out of the straight line, as a share of its length; the gentlest first. */
const BOWS = [0.1, -0.1, 0.18, -0.18, 0.28, -0.28, 0.42, -0.42] as const
/** Where it leaves the side that faces the other end, as a share of what both have in common. */
const PLACES = [0.5, 0.25, 0.75, 0.08, 0.92] as const
/** How far a curve that leaves by the same side of both ends swings out, as a share of their distance and in pixels. */
const SWING = { shares: [0.12, 0.24, 0.45], most: 140, least: 14 } as const
/** Space between an end and its curve, and how deep in an end a curve aims. */
const GAP = 3
const DEPTH = 24

const middleOf = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 })

/** What both rectangles have in common along an axis, at a share of it; undefined for nothing. */
function common(a: Rect, b: Rect, axis: 'x' | 'y', place: number): number | undefined {
  const size = axis === 'x' ? 'width' : 'height'
  const [low, high] = [Math.max(a[axis], b[axis]), Math.min(a[axis] + a[size], b[axis] + b[size])]
  return high - low > 8 ? low + (high - low) * place : undefined
}

/** Where the curve aims at in each end. */
function aimsOf(a: Rect, b: Rect, place: number): readonly [Point, Point] {
  const [first, second] = [middleOf(a), middleOf(b)]
  const [x, y] = [common(a, b, 'x', place), common(a, b, 'y', place)]
  if (x !== undefined && y !== undefined) return [first, second]
  return [{ x: x ?? first.x, y: y ?? first.y }, { x: x ?? second.x, y: y ?? second.y }]
}

/** Where the way from a point in a rectangle to another point leaves it, a little outside. */
function exit({ x, y, width, height }: Rect, from: Point, to: Point): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const along = Math.min(dx > 0 ? (x + width + GAP - from.x) / dx : dx < 0 ? (x - GAP - from.x) / dx : Infinity, dy > 0 ? (y + height + GAP - from.y) / dy : dy < 0 ? (y - GAP - from.y) / dy : Infinity)
  return Number.isFinite(along) ? { x: from.x + dx * along, y: from.y + dy * along } : from
}

/** A point a little inside a rectangle, where the way from its aim to another point leaves it. */
function nearExit(rect: Rect, from: Point, to: Point): Point {
  const border = exit(rect, from, to)
  const length = Math.hypot(border.x - from.x, border.y - from.y)
  const share = length === 0 ? 0 : Math.min(1, DEPTH / length)
  return { x: border.x + (from.x - border.x) * share, y: border.y + (from.y - border.y) * share }
}

/** The point of a rectangle's border that is nearest to what it holds, and a way in from there. */
function inward(outer: Rect, inner: Rect): readonly [Point, Point] {
  const to = middleOf(inner)
  const ways = [
    { x: outer.x, y: to.y },
    { x: outer.x + outer.width, y: to.y },
    { x: to.x, y: outer.y },
    { x: to.x, y: outer.y + outer.height },
  ]
  const [nearest = to] = ways.sort((one, other) => Math.hypot(one.x - to.x, one.y - to.y) - Math.hypot(other.x - to.x, other.y - to.y))
  return [nearest, exit(inner, to, nearest)]
}

/** A quadratic curve as points. */
function sampled(from: Point, control: Point, to: Point): Point[] {
  return Array.from({ length: SAMPLES }, (_, at) => {
    const t = at / (SAMPLES - 1)
    const [a, b, c] = [(1 - t) ** 2, 2 * (1 - t) * t, t ** 2]
    return { x: a * from.x + b * control.x + c * to.x, y: a * from.y + b * control.y + c * to.y }
  })
}

function bowed(a: Point, b: Point, bow: number): Point {
  return { x: (a.x + b.x) / 2 - (b.y - a.y) * bow, y: (a.y + b.y) / 2 + (b.x - a.x) * bow }
}

/** Curves that leave both ends by the same side and swing around what lies between them. */
function swung(a: Rect, b: Rect, share: number): Point[][] {
  const isUpright = common(a, b, 'x', 0.5) !== undefined
  const [one, other] = [middleOf(a), middleOf(b)]
  const swing = Math.min(SWING.most, Math.max(SWING.least, Math.hypot(one.x - other.x, one.y - other.y) * share))
  return [1, -1].map((side) => {
    const at = (rect: Rect, { x, y }: Point): Point => (isUpright ? { x: side > 0 ? rect.x + rect.width + GAP : rect.x - GAP, y } : { x, y: side > 0 ? rect.y + rect.height + GAP : rect.y - GAP })
    const [from, to] = [at(a, one), at(b, other)]
    const far = (axis: 'x' | 'y'): number => (side > 0 ? Math.max(from[axis], to[axis]) : Math.min(from[axis], to[axis])) + side * 2 * swing
    return sampled(from, isUpright ? { x: far('x'), y: (from.y + to.y) / 2 } : { x: (from.x + to.x) / 2, y: far('y') }, to)
  })
}

/**
 * A gentle curve from one rectangle to another as a row of points: of a few that differ in how far they bow and where they leave, the one
 * that loses least. `lossAt` says what is lost by passing a point.
 */
export function curveBetween(a: Rect, b: Rect, lossAt: (point: Point) => number): readonly Point[] {
  if (encloses(a, b)) return curveAlong(...inward(a, b), lossAt)
  if (encloses(b, a)) return curveAlong(...inward(b, a), lossAt).toReversed()
  let best: { readonly points: readonly Point[]; readonly loss: number } | undefined
  for (const place of PLACES) {
    const [one, other] = aimsOf(a, b, place)
    const [from, to] = [nearExit(a, one, other), nearExit(b, other, one)]
    for (const bow of BOWS) {
      const control = bowed(from, to, bow)
      const points = sampled(exit(a, from, control), control, exit(b, to, control))
      const loss = lossOf(points, Math.abs(bow) * 12 + (place === 0.5 ? 0 : 1.5), lossAt, best?.loss)
      if (loss < (best?.loss ?? Infinity)) best = { points, loss }
    }
  }
  for (const share of SWING.shares) {
    for (const points of swung(a, b, share)) {
      const loss = lossOf(points, 4 + share * 8, lossAt, best?.loss)
      if (loss < (best?.loss ?? Infinity)) best = { points, loss }
    }
  }
  return best?.points ?? []
}

function curveAlong(from: Point, to: Point, lossAt: (point: Point) => number): readonly Point[] {
  const curves = BOWS.map((bow) => sampled(from, bowed(from, to, bow), to))
  const losses = curves.map((points, at) => lossOf(points, at, lossAt, undefined))
  return curves[losses.indexOf(Math.min(...losses))] ?? []
}

/** What is lost along a curve; gives up at `most`. */
function lossOf(points: readonly Point[], start: number, lossAt: (point: Point) => number, most = Infinity): number {
  let sum = start
  for (const point of points) {
    if (sum >= most) break
    sum += lossAt(point)
  }
  return sum
}

/** The point at a share of a curve's points, 0 to 1. */
export function pointAlong(points: readonly Point[], share: number): Point {
  const at = share * (points.length - 1)
  const [a, b] = [points[Math.floor(at)], points[Math.ceil(at)]]
  if (!a || !b) return { x: 0, y: 0 }
  const part = at - Math.floor(at)
  return { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part }
}
