import { across } from './align.ts'
import type { Point } from './display-list.ts'
import type { LegEnd, Route } from './leg-route.ts'
import { middleOf, reachOf, type Side } from './outline.ts'
import { pointOf, simplified } from './route.ts'

/** Shortest straight piece between a thing and the first corner of its line, where there is room. */
const STUB = 16

interface Joined {
  readonly side: Side
  readonly points: Point[]
}

/** Where along a side a line ends that comes from a point: straight where the side reaches so far, else in its middle. */
function alongOf(end: LegEnd, side: Side, wish: number): number {
  const [low, high] = reachOf(end.kind, end.body, side)
  return wish >= low && wish <= high ? wish : middleOf(end.kind, end.body, side)
}

/** The side that looks to a point beyond it, level sides first when `isLevel` says so; undefined for a point over what the line ends at. */
function sideTo({ outline }: LegEnd, to: Point, isLevel: boolean): Side | undefined {
  const level = to.x >= outline.x + outline.width + 1 ? 'right' : to.x <= outline.x - 1 ? 'left' : undefined
  const upright = to.y >= outline.y + outline.height + 1 ? 'bottom' : to.y <= outline.y - 1 ? 'top' : undefined
  return isLevel ? (level ?? upright) : (upright ?? level)
}

/** Joins an end to the first of some corners: the corner follows the end across the piece behind it, which stays where it is. */
function joined(end: LegEnd, corners: readonly Point[]): Joined {
  const [first, second] = corners
  if (!first) return { side: 'right', points: [] }
  const isLevel = second ? second.x === first.x : true
  const side = sideTo(end, first, isLevel) ?? 'right'
  const along = alongOf(end, side, across(side) ? first.y : first.x)
  const edge = pointOf({ outline: end.body, side, along })
  const start = pointOf({ outline: end.outline, side, along })
  if (across(side) !== isLevel) {
    // The end lies in the way of the piece that led to it: a step around.
    const step = across(side) ? { x: edge.x + (side === 'right' ? STUB : -STUB), y: edge.y } : { x: edge.x, y: edge.y + (side === 'bottom' ? STUB : -STUB) }
    const turn = across(side) ? { x: step.x, y: first.y } : { x: first.x, y: step.y }
    return { side, points: [start, step, turn, ...corners] }
  }
  const moved = across(side) ? { x: first.x, y: edge.y } : { x: edge.x, y: first.y }
  return { side, points: [start, ...(second ? [moved] : [moved, first]), ...corners.slice(1)] }
}

/** Only level and upright pieces: where two corners are not in line, one is put between them that goes on as the line came. */
function squared(points: readonly Point[]): Point[] {
  const path: Point[] = []
  for (const point of points) {
    const [before, last] = [path.at(-2), path.at(-1)]
    if (last && last.x !== point.x && last.y !== point.y) {
      const cameLevel = before ? before.y === last.y : false
      path.push(cameLevel ? { x: last.x, y: point.y } : { x: point.x, y: last.y })
    }
    path.push(point)
  }
  return simplified(path)
}

/** The way of a leg through the corners that a person gave it; its ends reach the corners next to them from wherever they are. */
export function bentRoute(from: LegEnd, to: LegEnd, corners: readonly Point[]): Route {
  const start = joined(from, corners)
  const finish = joined(to, [...start.points].slice(1).reverse())
  const [first] = start.points
  return { from: start.side, to: finish.side, points: squared([...(first ? [first] : []), ...finish.points.reverse()]) }
}
