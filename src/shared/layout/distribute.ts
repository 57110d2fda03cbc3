import type { Edit } from '../document/edit.ts'
import type { HolderId } from '../document/groups.ts'
import type { DesignIndex } from '../document/query.ts'
import { GAP } from '../drawing/sizes.ts'
import { arrangeEdit, type Spot } from './arranged.ts'
import { type Unit, unitsOf } from './units.ts'

/** Why there is nothing to space out; undefined when there is. */
export function whyNoDistribution(index: DesignIndex, ids: Iterable<HolderId>): string | undefined {
  const units = unitsOf(index, ids)
  if (units.length < 3) return 'Select three or more things to space them out.'
  return units.every((unit) => unit.isLocked) ? 'All of it is locked.' : undefined
}

/**
 * Gives things equal gaps along an axis, with all they hold. The first and the last stay where they are, unless there is no room
 * between them: then the things follow each other closely from the first one on, and the container grows.
 */
export function distribute(index: DesignIndex, ids: Iterable<HolderId>, axis: 'x' | 'y'): Edit {
  const units = unitsOf(index, ids)
  const label = `Distribute ${units.length} things`
  const size = axis === 'x' ? 'width' : 'height'
  const end = (unit: Unit): number => unit.rect[axis] + unit.rect[size]
  const ordered = [...units].sort((a, b) => a.rect[axis] + end(a) - b.rect[axis] - end(b) || (String(a.ids[0]) < String(b.ids[0]) ? -1 : 1))
  const [first] = ordered
  const last = ordered.at(-1)
  if (!first || !last || ordered.length < 3) return { label, changes: [] }
  const filled = ordered.reduce((sum, { rect }) => sum + rect[size], 0)
  const free = (end(last) - first.rect[axis] - filled) / (ordered.length - 1)
  const gap = free < 0 ? GAP.node : free
  const spots = new Map<Unit, Spot>()
  let at = first.rect[axis]
  for (const unit of ordered) {
    spots.set(unit, { x: unit.rect.x, y: unit.rect.y, [axis]: unit.isLocked ? unit.rect[axis] : Math.round(at) })
    at += unit.rect[size] + gap
  }
  return arrangeEdit(index, spots, label)
}
