import type { Edit } from '../document/edit.ts'
import type { HolderId } from '../document/groups.ts'
import type { DesignIndex } from '../document/query.ts'
import { type Rect, unionOf } from '../drawing/rects.ts'
import { apart, arrangeEdit, type Spot } from './arranged.ts'
import { limitsOf, roomOf } from './room.ts'
import { type Unit, unitsOf } from './units.ts'

/** How things can be lined up: at an edge, or by their middles in a column (`centre`) or in a row (`middle`). */
export type Alignment = 'left' | 'right' | 'top' | 'bottom' | 'centre' | 'middle'

const AXIS: Readonly<Record<Alignment, 'x' | 'y'>> = { left: 'x', centre: 'x', right: 'x', top: 'y', middle: 'y', bottom: 'y' }
const SHARE: Readonly<Record<Alignment, number>> = { left: 0, top: 0, centre: 0.5, middle: 0.5, right: 1, bottom: 1 }

/** What units are lined up within: all of them together; a lone one within its container. */
function frameFor(index: DesignIndex, units: readonly Unit[]): Rect | undefined {
  const [only, ...others] = units
  if (only === undefined) return undefined
  if (others.length === 0) return only.holder === undefined ? undefined : roomOf(index, only.holder)
  const locked = units.filter((unit) => unit.isLocked)
  return unionOf((locked.length > 0 ? locked : units).map((unit) => unit.rect))
}

/** Why there is nothing to line up; undefined when there is. */
export function whyNoAlignment(index: DesignIndex, ids: Iterable<HolderId>): string | undefined {
  const units = unitsOf(index, ids)
  if (units.length === 0) return 'Select what is to be lined up.'
  if (units.every((unit) => unit.isLocked)) return 'All of it is locked.'
  return frameFor(index, units) ? undefined : 'Select two or more things to line them up.'
}

/**
 * Lines things up with all they hold: with what of them is locked, else within the rectangle around all; a lone one within its
 * container. Nothing leaves its container, and what would come to lie over each other is taken apart.
 */
export function align(index: DesignIndex, ids: Iterable<HolderId>, how: Alignment): Edit {
  const units = unitsOf(index, ids)
  const label = `Align ${how} ${units.length === 1 ? 'one thing' : `${units.length} things`}`
  const around = frameFor(index, units)
  if (!around) return { label, changes: [] }
  const axis = AXIS[how]
  const size = axis === 'x' ? 'width' : 'height'
  const spots = new Map(units.map((unit): [Unit, Spot] => {
    const wanted = around[axis] + (around[size] - unit.rect[size]) * SHARE[how]
    const [least, most] = limitsOf(index, unit, axis)
    return [unit, { x: unit.rect.x, y: unit.rect.y, [axis]: unit.isLocked ? unit.rect[axis] : Math.round(Math.max(least, Math.min(most, wanted))) }]
  }))
  return arrangeEdit(index, apart(index, units, spots, axis === 'x' ? 'y' : 'x'), label)
}
