import type { BoxId, ResourceId } from '../../model/id.ts'
import { mapReferences } from '../../model/reference.ts'
import type { Edit } from '../edit.ts'
import { boxOf, type HolderId, membersOf } from '../groups.ts'
import { type DesignIndex, displayName } from '../query.ts'
import { Draft } from './draft.ts'
import { leaveGroupings } from './groupings.ts'

/** A group box and everything drawn in it, boxes and resources; a resource alone. */
export function withContents(index: DesignIndex, ids: Iterable<HolderId>): Set<HolderId> {
  const found = new Set<HolderId>()
  const queue = [...ids]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (found.has(id)) continue
    found.add(id)
    queue.push(...membersOf(index, id))
  }
  return found
}

/** All that goes when these resources go: whoever holds a reference to them that cascades, and so on. */
export function cascade(index: DesignIndex, ids: Iterable<ResourceId>): Set<ResourceId> {
  const gone = new Set<ResourceId>()
  const queue = [...ids]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (gone.has(id) || !index.get(id)) continue
    gone.add(id)
    for (const { resource, reference } of index.referrers(id)) if (reference.field.whenGone === 'cascade') queue.push(resource.id)
  }
  return gone
}

/**
 * Removes resources and group boxes (these with all they hold), and with them: what cannot be without them, their places,
 * and intents that end at them. Other references to them are cleared, or the entry that holds them is dropped.
 */
export function removeResources(index: DesignIndex, ids: Iterable<HolderId>): Edit {
  const draft = new Draft(index)
  const listed = [...ids]
  const boxes = listed.filter((id) => boxOf(index, id))
  const asked = [...withContents(index, listed)].filter((id) => index.get(id as ResourceId))
  const gone = cascade(index, asked as ResourceId[])
  const touched = new Set([...gone].flatMap((id) => index.referrers(id).map(({ resource }) => resource.id)))
  for (const id of touched) {
    const resource = index.get(id)
    if (resource && !gone.has(id)) draft.put(mapReferences(resource, (target) => (gone.has(target) ? undefined : target)))
  }
  for (const id of gone) draft.remove(id)
  for (const intent of Object.values(index.design.intents)) {
    if ([intent.from, intent.to].some((end) => end !== 'internet' && gone.has(end))) draft.removeIntent(intent.id)
  }
  const goneBoxes = new Set<string>([...withContents(index, boxes)].filter((id) => boxOf(index, id)))
  for (const box of Object.values(index.design.boxes)) if (goneBoxes.has(box.id) || (box.VpcId && gone.has(box.VpcId))) draft.removeBox(box.id as BoxId)
  leaveGroupings(draft, new Set<string>([...gone, ...goneBoxes]))
  return draft.edit(`Delete ${nameOf(index, listed, gone.size)}`)
}

function nameOf(index: DesignIndex, ids: readonly HolderId[], count: number): string {
  const [only] = ids
  if (ids.length !== 1 || only === undefined) return `${count} resources`
  const resource = index.get(only as ResourceId)
  return resource ? displayName(resource) : (boxOf(index, only)?.label ?? only)
}
