import type { Point } from './display-list.ts'
import { simplified } from './route.ts'

/** How far from its ends a straight line gets its first corners. */
const STUB = 24

type Axis = 'x' | 'y'

const axisAcross = (a: Point, b: Point): Axis => (a.y === b.y ? 'y' : 'x')

const corners = (path: readonly Point[]): Point[] => path.slice(1, -1)

/** The corners of a path after one of its pieces was pulled to another coordinate across it. A piece at an end is left with a stub there. */
export function pulled(path: readonly Point[], piece: number, to: number): Point[] {
  const [a, b] = [path[piece], path[piece + 1]]
  if (!a || !b) return corners(path)
  const axis = axisAcross(a, b)
  const along: Axis = axis === 'x' ? 'y' : 'x'
  const room = Math.min(STUB, Math.abs(b[along] - a[along]) / 3)
  const way = Math.sign(b[along] - a[along])
  const start = piece === 0 ? { ...a, [along]: a[along] + way * room } : a
  const end = piece === path.length - 2 ? { ...b, [along]: b[along] - way * room } : b
  const head = piece === 0 ? [a, start] : path.slice(0, piece)
  const tail = piece === path.length - 2 ? [end, b] : path.slice(piece + 2)
  return corners(simplified([...head, { ...start, [axis]: to }, { ...end, [axis]: to }, ...tail]))
}

/** The corners of a path without one of its inner pieces: what comes after it goes on in line with what came before. */
export function withoutPiece(path: readonly Point[], piece: number): Point[] {
  const [before, after] = [path[piece - 1], path[piece + 2]]
  const [a, b] = [path[piece], path[piece + 1]]
  if (!before || !after || !a || !b) return []
  const along: Axis = axisAcross(a, b) === 'x' ? 'y' : 'x'
  const isAtEnd = piece + 2 === path.length - 1
  const isAtStart = piece === 1
  if (isAtEnd && isAtStart) return []
  // One of the two pieces beside it is moved into line with the other; a piece that ends at a thing stays.
  const head = path.slice(0, piece - 1)
  const tail = path.slice(piece + 3)
  const line = isAtEnd ? after[along] : before[along]
  return corners(simplified([...head, { ...before, [along]: line }, { ...after, [along]: line }, ...tail]))
}
