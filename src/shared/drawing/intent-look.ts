import type { Point } from './display-list.ts'

/** How the line of an intent looks: curved and in long dashes, as nothing else is. */
export const INTENT_LOOK = { ink: 'intent', width: 1.5, longDashed: true } as const

const ARM = 7
const SPREAD = 0.45
const BAR = 6

/** The direction of a curve where it ends, as an angle. */
function heading(points: readonly Point[]): number {
  const [before, tip] = [points.at(-2), points.at(-1)]
  return before && tip ? Math.atan2(tip.y - before.y, tip.x - before.x) : 0
}

/** What stands at the end of a row of points: an arrow, or a bar across where it must never get. */
export function endMark(points: readonly Point[], isNever: boolean): readonly (readonly [Point, Point])[] {
  const tip = points.at(-1)
  if (!tip) return []
  const angle = heading(points)
  const from = (turn: number, length: number): Point => ({ x: tip.x + Math.cos(turn) * length, y: tip.y + Math.sin(turn) * length })
  if (isNever) return [[from(angle + Math.PI / 2, BAR), from(angle - Math.PI / 2, BAR)]]
  return [SPREAD, -SPREAD].map((turn) => [tip, from(angle + Math.PI + turn, ARM)] as const)
}
