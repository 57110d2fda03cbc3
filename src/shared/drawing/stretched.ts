import { bentRoute } from './bent.ts'
import type { Point } from './display-list.ts'
import { formsOf } from './label-form.ts'
import type { Label } from './labels.ts'
import type { LegEnd } from './leg-route.ts'
import type { Rect } from './rects.ts'
import type { Resource } from '../model/index.ts'

/** A line on the way to where it will run: how it ran, what it ends at now, and where that was. */
export interface Stretch {
  readonly points: readonly Point[]
  readonly from: LegEnd
  readonly to: LegEnd
  readonly before: { readonly from: Rect; readonly to: Rect }
}

/** How far both ends went when they went together; undefined when they did not. */
function shiftOf({ from, to, before }: Stretch): Point | undefined {
  const [x, y] = [from.body.x - before.from.x, from.body.y - before.from.y]
  return to.body.x - before.to.x === x && to.body.y - before.to.y === y ? { x, y } : undefined
}

/** The line made to reach its ends by as little as possible: it keeps its corners, and goes along whole when both ends went the same way. */
export function stretchedPath(stretch: Stretch): readonly Point[] {
  const { points, from, to } = stretch
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return []
  const shift = shiftOf(stretch)
  if (shift) return points.map(({ x, y }) => ({ x: x + shift.x, y: y + shift.y }))
  const corners = points.slice(1, -1)
  return bentRoute(from, to, corners.length > 0 ? corners : [{ x: (first.x + last.x) / 2, y: (first.y + last.y) / 2 }]).points
}

const isOn = ({ x, y }: Point, a: Point, b: Point): boolean => x >= Math.min(a.x, b.x) && x <= Math.max(a.x, b.x) && y >= Math.min(a.y, b.y) && y <= Math.max(a.y, b.y)

/** The label of such a line: where it stood as long as the line runs there, along with a line that went along whole, else left out. */
export function stretchedLabel(link: Resource, label: Label, before: readonly (readonly Point[])[], paths: readonly (readonly Point[])[]): Label {
  const { at, form } = label
  const isStill = paths.some((points) => points.some((b, place) => place > 0 && isOn(at, points[place - 1] ?? b, b)))
  if (isStill) return label
  const [was, is] = [before[0]?.[0], paths[0]?.[0]]
  const [x, y] = was && is ? [is.x - was.x, is.y - was.y] : [0, 0]
  const isShifted = before.every((points, path) => points.every((point, place) => paths[path]?.[place]?.x === point.x + x && paths[path]?.[place]?.y === point.y + y))
  if (isShifted) return { at: { x: at.x + x, y: at.y + y }, form }
  const [points = []] = paths
  const piece = Math.max(1, Math.floor(points.length / 2))
  const [a, b] = [points[piece - 1] ?? at, points[piece] ?? at]
  return { at: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, form: formsOf(link).level.at(-1) ?? form }
}
