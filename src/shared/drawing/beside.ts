import type { Point } from './display-list.ts'

/** A straight piece of a path: from point `at` to the next. */
export interface Piece {
  readonly points: readonly Point[]
  readonly at: number
  /** Whose path it is; of two that run side by side without a reason, the lower one runs at the left. */
  readonly key: string
  /** The path is read from its end when sides are told, so that all between the same two things agree. */
  readonly isTurned: boolean
}

/** Where a walk along a path is: at a piece, going up or down the path. */
interface Walk {
  readonly points: readonly Point[]
  readonly at: number
  readonly step: 1 | -1
}

const start = ({ points, at, step }: Walk): Point => points[step === 1 ? at : at + 1] ?? { x: 0, y: 0 }
const finish = ({ points, at, step }: Walk): Point => points[step === 1 ? at + 1 : at] ?? { x: 0, y: 0 }

function heading(walk: Walk): Point {
  const [a, b] = [start(walk), finish(walk)]
  return { x: Math.sign(b.x - a.x), y: Math.sign(b.y - a.y) }
}

function next({ points, at, step }: Walk): Walk | undefined {
  const following = at + step
  return following < 0 || following + 1 >= points.length ? undefined : { points, at: following, step }
}

/** 1 when the walk turns left after its piece, -1 for right, 0 when it ends there. */
function turnOf(walk: Walk): number {
  const after = next(walk)
  if (!after) return 0
  const [now, then] = [heading(walk), heading(after)]
  return Math.sign(then.x * now.y - then.y * now.x)
}

const EPSILON = 0.5

/** Which of two walks along the same line must run at the left so that they part without crossing: 1 the first, -1 the second, 0 either. */
function leftOf(one: Walk, other: Walk): number {
  let [a, b] = [one, other]
  for (let steps = 0; steps < 64; steps++) {
    const [turnA, turnB] = [turnOf(a), turnOf(b)]
    const way = heading(a)
    const lead = (finish(a).x - finish(b).x) * way.x + (finish(a).y - finish(b).y) * way.y
    if (lead < -EPSILON) return turnA
    if (lead > EPSILON) return -turnB
    if (turnA !== turnB) return Math.sign(turnA - turnB)
    const [nextA, nextB] = [next(a), next(b)]
    if (!nextA || !nextB) return 0
    a = nextA
    b = nextB
  }
  return 0
}

/** Turns "at the left of this heading" into an order along the axis across it: -1 for the lower coordinate. */
const orderOf = (left: number, way: Point): number => left * (way.x !== 0 ? -way.x : way.y)

const walkOf = ({ points, at }: Piece, step: 1 | -1): Walk => ({ points, at, step })

/** The coordinate of a piece across its direction. */
export function placeOf({ points, at }: Piece): number {
  const [a, b] = [points[at] ?? { x: 0, y: 0 }, points[at + 1] ?? { x: 0, y: 0 }]
  return a.y === b.y ? a.y : a.x
}

/**
 * Order of two pieces that share a channel, along the axis across it: negative when the first has the lower coordinate. Chosen so that
 * the paths part without crossing, the same all along their common way.
 */
export function inOrder(one: Piece, other: Piece): number {
  if (one.key > other.key) return -inOrder(other, one)
  const there = walkOf(one, 1)
  const way = heading(there)
  const along = heading(walkOf(other, 1))
  const isSame = way.x === along.x && way.y === along.y
  const ahead = orderOf(leftOf(there, walkOf(other, isSame ? 1 : -1)), way)
  const behind = orderOf(leftOf(walkOf(one, -1), walkOf(other, isSame ? -1 : 1)), { x: -way.x, y: -way.y })
  const apart = placeOf(one) - placeOf(other)
  return ahead || behind || (Math.abs(apart) > EPSILON ? Math.sign(apart) : orderOf(1, one.isTurned ? { x: -way.x, y: -way.y } : way)) || -1
}
