import { groupedOf } from '../document/groupings.ts'
import { type HolderId, holderOf, holdersOf } from '../document/groups.ts'
import { isLocked } from '../document/marks.ts'
import type { DesignIndex } from '../document/query.ts'
import { type Rect, rectOf, unionOf } from '../drawing/rects.ts'

/** What is arranged as one: a thing with all it holds, or a whole grouping of them. */
export interface Unit {
  readonly ids: readonly HolderId[]
  readonly rect: Rect
  readonly holder: HolderId | undefined
  /** It stays where it is; others line up with it. */
  readonly isLocked: boolean
}

/** The outermost of some things that have a place: what moves when they are moved. */
export function outermost(index: DesignIndex, ids: Iterable<HolderId>): HolderId[] {
  const chosen = new Set(ids)
  return [...chosen].filter((id) => rectOf(index, id) !== undefined && !holdersOf(index, id).some((holder) => chosen.has(holder)))
}

/** Some things as units: outermost ones, those of a grouping as one where all of it is chosen. */
export function unitsOf(index: DesignIndex, ids: Iterable<HolderId>): Unit[] {
  const roots = outermost(index, ids)
  const chosen = new Set(roots)
  const units = new Map<string, HolderId[]>()
  for (const id of roots) {
    const grouped = groupedOf(index, id)
    const isWhole = grouped?.members.every((member) => chosen.has(member)) === true
    const key = grouped && isWhole ? grouped.grouping.id : id
    units.set(key, [...(units.get(key) ?? []), id])
  }
  return [...units.values()].flatMap((members) => {
    const rect = unionOf(members.flatMap((id) => rectOf(index, id) ?? []))
    const [first] = members
    return rect && first ? [{ ids: members, rect, holder: holderOf(index, first), isLocked: members.some((id) => isLocked(index, id)) }] : []
  })
}
