import type { ResourceId } from '../model/id.ts'
import type { Box, Placement } from './design.ts'
import { boxOf } from './groups.ts'
import type { DesignIndex } from './query.ts'

/** What a person has said about a place besides where it is. */
export type Marks = Pick<Placement, 'locked' | 'collapsed' | 'order'>

/** The stored place of a resource or group box. */
export function placeOf(index: DesignIndex, id: string): Placement | Box | undefined {
  return boxOf(index, id)?.stored ?? index.design.placements[id as ResourceId]
}

/** The marks of a stored place, only those that are said; they stay when the thing gets another place. */
export function marksOf(place: Placement | Box | undefined): Marks {
  const { locked, collapsed, order }: Marks = place ?? {}
  return { ...(locked ? { locked } : {}), ...(collapsed ? { collapsed } : {}), ...(order === undefined ? {} : { order }) }
}

/** True for what must not be moved, resized or deleted by hand, and what automatic layout leaves where it is. */
export function isLocked(index: DesignIndex, id: string): boolean {
  return placeOf(index, id)?.locked === true
}

/** How far in front of its siblings something lies; 0 unless a person said so. */
export function orderOf(index: DesignIndex, id: string): number {
  return index.design.placements[id as ResourceId]?.order ?? 0
}
