import type { Point } from '../drawing/display-list.ts'
import { encloses, grown, overlap, type Rect, unionOf } from '../drawing/rects.ts'
import { GAP } from '../drawing/sizes.ts'
import type { Growing, Surroundings, Taken } from './surroundings.ts'

/** What is to be placed as one: its parts, and the frames that it would have in the group boxes that are there already. */
export interface Piece {
  readonly parts: readonly Taken[]
  readonly frames: ReadonlyMap<string, Rect>
}

/** Space that a growing group box keeps to its neighbours. */
const FRAME_GAP = GAP.block / 2

/** So many of the nearest neighbours give places to try; those in no direction further than the outermost do too. */
const NEIGHBOURS = 50

/** What weighs as much as how many pixels of distance: emptiness in a grown group box by its square pixels, a ragged edge. */
const COST = { waste: 1 / 1000, ragged: 80 } as const

const moved = (rect: Rect, by: Point): Rect => ({ ...rect, x: rect.x + by.x, y: rect.y + by.y })

const area = ({ width, height }: Rect): number => width * height
const middle = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 })

/** The growing group boxes as they become when a piece is moved there, outer ones around inner ones. */
export function grownFrames(growing: readonly Growing[], piece: Piece, by: Point): ReadonlyMap<string, Rect> {
  const frames = new Map<string, Rect>()
  for (const { id, rect } of [...growing].sort((a, b) => b.within.length - a.within.length)) {
    const own = piece.frames.get(id)
    const inner = growing.flatMap((other) => (other.within.includes(id) ? (frames.get(other.id) ?? []) : []))
    frames.set(id, unionOf([rect, ...(own ? [moved(own, by)] : []), ...inner]) ?? rect)
  }
  return frames
}

/** How ugly the growing group boxes become: space that nobody needs, and edges that do not line up with what was there. */
function uglinessOf(growing: readonly Growing[], piece: Piece, by: Point, after: ReadonlyMap<string, Rect>): number {
  return growing.reduce((sum, { id, rect }) => {
    const own = piece.frames.get(id)
    if (!own) return sum
    const waste = Math.max(0, area(after.get(id) ?? rect) - area(rect) - area(own))
    const isLevel = own.x + by.x === rect.x || own.y + by.y === rect.y || encloses(rect, moved(own, by))
    return sum + waste * COST.waste + (isLevel ? 0 : COST.ragged)
  }, 0)
}

/** The group boxes as they grow when nothing is covered, neither by the piece nor by them; undefined otherwise. */
function clearFrames(around: Surroundings, piece: Piece, block: Rect, by: Point): ReadonlyMap<string, Rect> | undefined {
  const room = grown(moved(block, by), GAP.block)
  if (around.taken.some(({ rect }) => overlap(rect, room))) return undefined
  const own = moved(block, by)
  if (around.lines.some((line) => overlap(line, own))) return undefined
  const frames = grownFrames(around.growing, piece, by)
  for (const { id, rect, within } of around.growing) {
    const after = frames.get(id) ?? rect
    // Boxes that do not grow stay as they are, whatever they cover; new parts stay outside all the same.
    const reach = grown(after, FRAME_GAP)
    if (piece.parts.some((part) => !part.within.includes(id) && overlap(moved(part.rect, by), reach))) return undefined
    if (encloses(rect, after)) continue
    if (around.taken.some((other) => !other.within.includes(id) && overlap(other.rect, reach))) return undefined
    const isApart = (other: Growing): boolean => other.id !== id && !within.includes(other.id) && !other.within.includes(id)
    if (around.growing.some((other) => isApart(other) && overlap(frames.get(other.id) ?? other.rect, reach))) return undefined
  }
  return frames
}

/** Distances to try along one axis: centred, beside and in line with the neighbours, in line with the frames. */
function steps(axis: 'x' | 'y', block: Rect, centred: number, neighbours: readonly Rect[], frames: readonly (readonly [Rect, Rect])[]): number[] {
  const size = axis === 'x' ? 'width' : 'height'
  const beside = neighbours.flatMap((rect) => [Math.ceil(rect[axis] + rect[size] + GAP.block), Math.floor(rect[axis] - GAP.block - block[size]), rect[axis], rect[axis] + rect[size] - block[size]])
  const level = frames.flatMap(([own, there]) => [there[axis] - own[axis], there[axis] + there[size] - own[axis] - own[size], there[axis] + there[size] + GAP.block - own[axis], there[axis] - GAP.block - own[axis] - own[size]])
  return [...new Set([centred, ...beside.map((at) => at - block[axis]), ...level].map(Math.round))]
}

/**
 * How far a piece has to move so that it covers nothing and its middle is as near as can be to a point, with little emptiness
 * in the group boxes that grow; undefined when a group box has no room to grow. The same question has the same answer.
 */
export function spotFor(around: Surroundings, piece: Piece, near: Point): Point | undefined {
  const block = unionOf(piece.parts.map(({ rect }) => rect))
  if (!block) return undefined
  const far = ({ rect }: Taken): number => Math.hypot(middle(rect).x - near.x, middle(rect).y - near.y)
  const nearest = [...around.taken].sort((a, b) => far(a) - far(b)).slice(0, NEIGHBOURS).map(({ rect }) => rect)
  const everything = unionOf([...around.taken, ...around.growing].map(({ rect }) => rect))
  const neighbours = everything ? [...nearest, everything] : nearest
  const frames = around.growing.flatMap(({ id, rect }) => (piece.frames.has(id) ? [[piece.frames.get(id) ?? rect, rect] as const] : []))
  const centred = { x: near.x - middle(block).x, y: near.y - middle(block).y }
  const xs = steps('x', block, centred.x, neighbours, frames)
  const ys = steps('y', block, centred.y, neighbours, frames)
  const tries = xs.flatMap((x) => ys.map((y) => ({ x, y, cost: Math.hypot(x - centred.x, y - centred.y) })))
  // Below and to the right come before above and to the left.
  tries.sort((a, b) => a.cost - b.cost || b.y - a.y || b.x - a.x)
  let best: { readonly at: Point; readonly cost: number } | undefined
  for (const { x, y, cost } of tries) {
    if (best && cost >= best.cost) break
    const after = clearFrames(around, piece, block, { x, y })
    if (!after) continue
    const total = cost + uglinessOf(around.growing, piece, { x, y }, after)
    if (!best || total < best.cost) best = { at: { x, y }, cost: total }
  }
  return best?.at
}
