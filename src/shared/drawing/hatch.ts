import { HATCH, type Point } from './display-list.ts'
import type { Rect } from './rects.ts'

/** The strokes of a hatch: from bottom left to top right, clipped to the rectangle, in line with those of its neighbours. */
export function hatchOf({ x, y, width, height }: Rect): readonly (readonly [Point, Point])[] {
  const strokes: [Point, Point][] = []
  // A stroke is where x + y is a multiple of the gap.
  for (let sum = Math.ceil((x + y) / HATCH.gap) * HATCH.gap; sum <= x + width + y + height; sum += HATCH.gap) {
    const [left, right] = [Math.max(x, sum - y - height), Math.min(x + width, sum - y)]
    if (left < right) strokes.push([{ x: left, y: sum - left }, { x: right, y: sum - right }])
  }
  return strokes
}
