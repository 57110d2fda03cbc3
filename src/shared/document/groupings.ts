import type { Design } from './design.ts'
import type { Grouping } from './grouping.ts'
import { type HolderId, boxOf, holderOf } from './groups.ts'
import type { DesignIndex } from './query.ts'
import type { ResourceId } from '../model/id.ts'

/** A grouping as it is now: at least two members, all there and in the same container. */
export interface Grouped {
  readonly grouping: Grouping
  readonly members: readonly HolderId[]
}

const byMember = new WeakMap<NonNullable<Design['groupings']>, ReadonlyMap<string, Grouping>>()

/** Who is in which grouping, as stored; made once per state of the groupings. */
function filed(groupings: NonNullable<Design['groupings']>): ReadonlyMap<string, Grouping> {
  let known = byMember.get(groupings)
  if (!known) {
    known = new Map(Object.values(groupings).sort((a, b) => (a.id < b.id ? -1 : 1)).flatMap((grouping) => grouping.members.map((member) => [member, grouping] as const)))
    byMember.set(groupings, known)
  }
  return known
}

/** True for a resource or group box that the design has. */
function exists(index: DesignIndex, id: string): boolean {
  return index.get(id as ResourceId) !== undefined || boxOf(index, id) !== undefined
}

/** The members of a grouping that are there and lie where the first of them lies. */
export function membersOfGrouping(index: DesignIndex, grouping: Grouping): readonly HolderId[] {
  const there = grouping.members.filter((member) => exists(index, member))
  const [first] = there
  const holder = first && holderOf(index, first)
  return there.filter((member) => holderOf(index, member) === holder)
}

/** The grouping that something belongs to, with its members; undefined when it stands alone. */
export function groupedOf(index: DesignIndex, id: string): Grouped | undefined {
  const { groupings } = index.design
  const grouping = groupings && filed(groupings).get(id)
  const members = grouping && membersOfGrouping(index, grouping)
  return grouping && members && members.length > 1 && (members as readonly string[]).includes(id) ? { grouping, members } : undefined
}

/** The things with all that is grouped with them. */
export function withGrouped(index: DesignIndex, ids: Iterable<HolderId>): Set<HolderId> {
  const all = new Set<HolderId>()
  for (const id of ids) {
    if (all.has(id)) continue
    all.add(id)
    for (const member of groupedOf(index, id)?.members ?? []) all.add(member)
  }
  return all
}
