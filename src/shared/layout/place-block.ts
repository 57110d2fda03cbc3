import { type Design, emptyDesign } from '../document/design.ts'
import { applyEdit, composeEdits, type Edit } from '../document/edit.ts'
import { boxesOf, boxOf, holdersOf } from '../document/groups.ts'
import { type DesignIndex, indexOf } from '../document/query.ts'
import type { Point } from '../drawing/display-list.ts'
import { type Rect, rectOf } from '../drawing/rects.ts'
import type { ResourceId } from '../model/id.ts'
import type { Places } from './fit.ts'
import { layoutDesign } from './index.ts'
import { placesEdit } from './places-edit.ts'
import { grownFrames, type Piece, spotFor } from './spot.ts'
import { extentOf, surroundingsOf, wholesOf } from './surroundings.ts'

/** Some resources of a design, each drawn by itself, as the layout arranges them alone. */
function alone(design: Design, chosen: ReadonlySet<ResourceId>): DesignIndex {
  const resources = Object.fromEntries(Object.entries(design.resources).filter(([id]) => chosen.has(id as ResourceId)))
  const bare = { ...emptyDesign(design.name), resources }
  const arranged = applyEdit(bare, layoutDesign(bare))
  if (!arranged.ok) throw new Error(`automatic layout made an edit that does not fit: ${arranged.problems[0]?.message}`)
  return indexOf(arranged.value)
}

function without(design: Design, chosen: ReadonlySet<ResourceId>): Design {
  return { ...design, resources: Object.fromEntries(Object.entries(design.resources).filter(([id]) => !chosen.has(id as ResourceId))), intents: {} }
}

/** Some of what is arranged alone, as a piece that moves as one. */
function pieceOf(own: DesignIndex, ids: readonly string[], growing: readonly string[]): Piece {
  const parts = ids.flatMap((id) => {
    const rect = extentOf(own, id)
    return rect ? [{ rect, within: holdersOf(own, id).filter((holder) => boxOf(own, holder)) }] : []
  })
  const held = new Set<string>(parts.flatMap(({ within }) => within))
  const frames = growing.flatMap((id): [string, Rect][] => {
    const rect = held.has(id) ? rectOf(own, id) : undefined
    return rect ? [[id, rect]] : []
  })
  return { parts, frames: new Map(frames) }
}

/** Places of what is arranged alone, moved, with all that it holds. */
function collect(own: DesignIndex, ids: readonly string[], by: Point, into: Places): void {
  const chosen = new Set(ids)
  for (const id of [...Object.keys(own.design.placements), ...boxesOf(own).map((box) => box.id)]) {
    const rect = chosen.has(id) || holdersOf(own, id).some((holder) => chosen.has(holder)) ? rectOf(own, id) : undefined
    if (rect) into.set(id, { ...rect, x: rect.x + by.x, y: rect.y + by.y })
  }
}

/**
 * Places what is new in a design as one block, arranged as if it stood alone: as near to a point as it covers nothing, no link
 * either. Nothing moves. Group boxes that already stand there and hold some of the new (a Region) grow; where one
 * cannot, the block comes in pieces, and only where that fails too, neighbours are pushed aside. `fresh` names all new
 * resources; none of them may have a place.
 */
export function placeBlock(design: Design, fresh: ReadonlySet<ResourceId>, near: Point): Edit {
  const index = indexOf(design)
  const own = alone(design, fresh)
  const rest = without(design, fresh)
  const there = indexOf(rest)
  const growing = boxesOf(own).map(({ id }) => id as string).filter((id) => rectOf(there, id) !== undefined)
  const wholes = wholesOf(own, (id) => growing.includes(id))
  const holderOfWhole = (id: string): string => holdersOf(own, id).find((holder) => growing.includes(holder)) ?? ''
  const groups = Map.groupBy(wholes, holderOfWhole)
  const inPieces = [...groups].sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : 0)).map(([, ids]) => ids)
  for (const pieces of [[wholes], inPieces]) {
    const places = placesOf(own, rest, pieces, growing, near)
    if (places) return placesEdit(index, places)
  }
  return layoutDesign(design)
}

/** The places of pieces, one after the other; undefined when one has none. */
function placesOf(own: DesignIndex, rest: Design, pieces: readonly (readonly string[])[], growing: readonly string[], near: Point): Places | undefined {
  let before = rest
  const places: Places = new Map()
  for (const ids of pieces) {
    const index = indexOf(before)
    const around = surroundingsOf(index, growing)
    const piece = pieceOf(own, ids, growing)
    const spot = spotFor(around, piece, near)
    if (!spot) return undefined
    for (const [id, rect] of grownFrames(around.growing, piece, spot)) if (boxOf(index, id)?.stored) places.set(id, rect)
    collect(own, ids, spot, places)
    if (pieces.length === 1) break
    const resources = Object.fromEntries([...Object.entries(before.resources), ...Object.entries(own.design.resources).filter(([id]) => places.has(id))])
    const next = { ...before, resources }
    const placed = applyEdit(next, placesEdit(indexOf(next), places))
    if (!placed.ok) throw new Error(`the places of a block do not fit: ${placed.problems[0]?.message}`)
    before = placed.value
  }
  return places
}

/** One edit that adds resources and gives them a place, see `placeBlock`. */
export function addedAsBlock(design: Design, added: Edit, near: Point): Edit {
  const after = applyEdit(design, added)
  if (!after.ok) throw new Error(`${added.label}: ${after.problems[0]?.message ?? 'does not fit'}`)
  const fresh = new Set(Object.keys(after.value.resources).filter((id) => !Object.hasOwn(design.resources, id)) as ResourceId[])
  return composeEdits(added.label, [added, placeBlock(after.value, fresh, near)])
}
