import { groupingId, type GroupingId, type ResourceId } from '../../model/id.ts'
import type { Edit } from '../edit.ts'
import { groupedOf } from '../groupings.ts'
import { boxOf, type HolderId, holderOf, isPlaced } from '../groups.ts'
import type { DesignIndex } from '../query.ts'
import { Draft, type IdSource } from './draft.ts'

/** What of a choice of things can be grouped: what has a place of its own. Links follow their ends. */
function groupable(index: DesignIndex, ids: Iterable<HolderId>): HolderId[] {
  return [...new Set(ids)].filter((id) => {
    const resource = index.get(id as ResourceId)
    return resource ? isPlaced(resource) : boxOf(index, id) !== undefined
  })
}

/** Why things cannot be grouped; undefined when they can. */
export function whyNoGrouping(index: DesignIndex, ids: Iterable<HolderId>): string | undefined {
  const chosen = groupable(index, ids)
  const [first, ...others] = chosen
  if (first === undefined || others.length === 0) return 'Select two or more things to group them.'
  if (others.some((id) => holderOf(index, id) !== holderOf(index, first))) return 'Only things in the same container can be grouped.'
  const known = groupedOf(index, first)
  return known && known.members.length === chosen.length && chosen.every((id) => known.members.includes(id)) ? 'These things are grouped already.' : undefined
}

/** Makes one grouping of things in the same container; groupings among them become part of it. See `whyNoGrouping`. */
export function groupThings(index: DesignIndex, newId: IdSource, ids: Iterable<HolderId>): Edit {
  const draft = new Draft(index)
  const members = groupable(index, ids).sort()
  leaveGroupings(draft, new Set(members))
  draft.putGrouping({ id: groupingId.parse(newId('grouping')), members })
  return draft.edit(`Group ${members.length} things`)
}

/** Dissolves the groupings that any of these things belong to. */
export function ungroup(index: DesignIndex, ids: Iterable<HolderId>): Edit {
  const draft = new Draft(index)
  const gone = new Set<GroupingId>([...ids].flatMap((id) => groupedOf(index, id)?.grouping.id ?? []))
  for (const id of gone) draft.removeGrouping(id)
  return draft.edit(gone.size === 1 ? 'Ungroup' : `Dissolve ${gone.size} groups`)
}

/** Takes things out of the groupings they are in; a grouping of fewer than two goes. */
export function leaveGroupings(draft: Draft, gone: ReadonlySet<string>): void {
  for (const { id } of Object.values(draft.index.design.groupings ?? {})) {
    const grouping = draft.grouping(id)
    if (grouping?.members.some((member) => gone.has(member))) draft.putGrouping({ ...grouping, members: grouping.members.filter((member) => !gone.has(member)) })
  }
}

/** Forgets members that no longer count, in the groupings of some things: after a move into another container. */
export function tidyGroupings(index: DesignIndex, ids: Iterable<HolderId>): Edit {
  const draft = new Draft(index)
  const moved = new Set<string>(ids)
  for (const grouping of Object.values(index.design.groupings ?? {})) {
    if (grouping.members.some((member) => moved.has(member))) draft.putGrouping({ ...grouping, members: mainPart(index, grouping.members) })
  }
  return draft.edit('Group')
}

/** Of the members the most that lie in one container. */
function mainPart(index: DesignIndex, members: readonly HolderId[]): HolderId[] {
  const parts = Map.groupBy(members.filter((id) => index.get(id as ResourceId) ?? boxOf(index, id)), (id) => holderOf(index, id) ?? '')
  return [...parts.values()].sort((a, b) => b.length - a.length)[0] ?? []
}

/** A thing got another id (a group box follows its attribute): the groupings know it by the new one. */
export function renameInGroupings(draft: Draft, before: HolderId, after: HolderId): void {
  for (const { id } of Object.values(draft.index.design.groupings ?? {})) {
    const grouping = draft.grouping(id)
    if (before !== after && grouping?.members.includes(before)) draft.putGrouping({ ...grouping, members: [...new Set(grouping.members.map((member) => (member === before ? after : member)))].sort() })
  }
}
