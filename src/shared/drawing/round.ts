import { CORNER_RADIUS, type Point } from './display-list.ts'

/** A piece of a line: straight to a point, or round the corner at `control` to a point. */
export type Piece = { readonly to: Point; readonly control?: Point }

/** A line with round corners as pieces after its first point; what canvas, SVG and PDF all draw. */
export function roundedLine(points: readonly Point[]): Piece[] {
  const pieces: Piece[] = []
  for (let at = 1; at < points.length; at++) {
    const [before, corner, after] = [points[at - 1], points[at], points[at + 1]]
    if (!before || !corner) continue
    if (!after) pieces.push({ to: corner })
    else {
      const radius = Math.min(CORNER_RADIUS, distance(before, corner) / 2, distance(corner, after) / 2)
      pieces.push({ to: towards(corner, before, radius) }, { control: corner, to: towards(corner, after, radius) })
    }
  }
  return pieces
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to)
  return length === 0 ? from : { x: from.x + ((to.x - from.x) / length) * by, y: from.y + ((to.y - from.y) / length) * by }
}
