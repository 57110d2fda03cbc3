import { isLoose } from '../../../../src/shared/layout/fit.ts'
import type { Design } from '../../../../src/shared/document/design.ts'
import { boxesOf, isPlaced, membersOf } from '../../../../src/shared/document/groups.ts'
import { type DesignIndex, indexOf } from '../../../../src/shared/document/query.ts'
import { encloses, isOnBorder, overlap, type Rect, rectOf } from '../../../../src/shared/drawing/rects.ts'

/** Everything that should have a place. */
export const idsOf = (index: DesignIndex): string[] => [...boxesOf(index).map(({ id }) => id), ...Object.values(index.design.resources).filter(isPlaced).map(({ id }) => id)]

/** What is wrong with the places of a design, in words; empty when nothing is. */
export function faults(design: Design): string[] {
  const index = indexOf(design)
  const found: string[] = []
  const rects = new Map<string, Rect>()
  for (const id of idsOf(index)) {
    const rect = rectOf(index, id)
    if (rect) rects.set(id, rect)
    else found.push(`${id} has no place`)
  }
  for (const holder of [undefined, ...rects.keys()]) {
    const members = membersOf(index, holder).flatMap((id) => {
      const rect = rects.get(id)
      return rect ? [{ id, rect }] : []
    })
    for (const [at, { id, rect }] of members.entries()) {
      const around = holder === undefined ? undefined : rects.get(holder)
      if (around && (isOnBorder(index, id) ? !overlap(around, rect) : !encloses(around, rect))) found.push(`${id} is not in ${holder}`)
      if (isLoose(index, id)) continue // notes and frames may lie over anything
      for (const other of members.slice(at + 1)) if (!isLoose(index, other.id) && overlap(rect, other.rect)) found.push(`${id} overlaps ${other.id}`)
    }
  }
  return found
}
