import { Draft } from '../document/commands/draft.ts'
import { placeBox } from '../document/commands/move.ts'
import type { Edit } from '../document/edit.ts'
import { boxOf, type HolderId } from '../document/groups.ts'
import { isLocked } from '../document/marks.ts'
import { type DesignIndex, displayName } from '../document/query.ts'
import { rectOf } from '../drawing/rects.ts'
import type { BoxId, ResourceId } from '../model/id.ts'

/** Locks things, or lets go of them: what is locked cannot be moved, resized or deleted by hand. What has no place (a link) is left out. */
export function setLocked(index: DesignIndex, ids: Iterable<HolderId>, locked: boolean): Edit {
  const draft = new Draft(index)
  const named: string[] = []
  for (const id of ids) {
    const [box, resource, rect] = [boxOf(index, id), index.get(id as ResourceId), rectOf(index, id)]
    if (!rect || isLocked(index, id) === locked) continue
    if (box) {
      if (!box.stored) placeBox(draft, id, rect)
      const stored = draft.box(id as BoxId)
      if (stored) draft.putBox({ ...stored, locked: locked || undefined })
    } else draft.place(id as ResourceId, { x: rect.x, y: rect.y, ...draft.placement(id as ResourceId), locked: locked || undefined })
    named.push(box ? box.label || box.kind : resource ? displayName(resource) : id)
  }
  return draft.edit(`${locked ? 'Lock' : 'Unlock'} ${named.length === 1 ? named[0] : `${named.length} things`}`)
}
