import { placeAll, shifted } from '../document/commands/move.ts'
import type { Edit } from '../document/edit.ts'
import type { HolderId } from '../document/groups.ts'
import type { DesignIndex } from '../document/query.ts'
import type { Placement } from '../document/design.ts'
import { isOnBorder, overlap, type Rect } from '../drawing/rects.ts'
import { GAP } from '../drawing/sizes.ts'
import { isLoose } from './fit.ts'
import { limitsOf } from './room.ts'
import { settled } from './settle.ts'
import type { Unit } from './units.ts'

/** Where a unit's corner is to be. */
export interface Spot {
  readonly x: number
  readonly y: number
}

type Axis = 'x' | 'y'

/** Notes and frames may lie over anything, and gateways straddle their VPC's border. */
const isFree = (index: DesignIndex, unit: Unit): boolean => unit.ids.every((id) => isLoose(index, id) || isOnBorder(index, id))

/**
 * Takes units apart that would newly cover each other, along one axis, in the order in which they lie there. What
 * is locked stays.
 */
export function apart(index: DesignIndex, units: readonly Unit[], spots: ReadonlyMap<Unit, Spot>, axis: Axis): Map<Unit, Spot> {
  const size = axis === 'x' ? 'width' : 'height'
  const result = new Map(spots)
  const rectAt = (unit: Unit): Rect => ({ ...unit.rect, ...result.get(unit) })
  const ordered = [...units].filter((unit) => !isFree(index, unit)).sort((a, b) => Number(b.isLocked) - Number(a.isLocked) || rectAt(a)[axis] - rectAt(b)[axis])
  const done: Unit[] = []
  for (const unit of ordered) {
    for (let tries = 0; !unit.isLocked && tries <= ordered.length; tries++) {
      const rect = rectAt(unit)
      const under = done.find((other) => overlap(rect, rectAt(other)) && !overlap(unit.rect, other.rect))
      if (!under) break
      const other = rectAt(under)
      result.set(unit, { x: rect.x, y: rect.y, [axis]: other[axis] + other[size] + GAP.subnet })
    }
    done.push(unit)
  }
  return result
}

const within = (value: number, [least, most]: readonly [number, number]): number => Math.max(least, Math.min(most, value))

/** Moves units to their spots with all they hold; the frames around them grow and neighbours make room. */
export function arrangeEdit(index: DesignIndex, spots: ReadonlyMap<Unit, Spot>, label: string): Edit {
  const places = new Map<HolderId, Placement>()
  const roots: HolderId[] = []
  for (const [unit, wanted] of spots) {
    const spot = unit.ids.some((id) => isOnBorder(index, id)) ? { x: within(wanted.x, limitsOf(index, unit, 'x')), y: within(wanted.y, limitsOf(index, unit, 'y')) } : wanted
    const [dx, dy] = [Math.round(spot.x - unit.rect.x), Math.round(spot.y - unit.rect.y)]
    if (unit.isLocked || (dx === 0 && dy === 0)) continue
    roots.push(...unit.ids)
    for (const [id, place] of shifted(index, unit.ids, dx, dy)) places.set(id, place)
  }
  return placeAll(index, settled(index, places, roots), label)
}
