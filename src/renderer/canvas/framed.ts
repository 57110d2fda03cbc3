import { type HolderId, membersOf } from '../../shared/document/groups.ts'
import { isLocked } from '../../shared/document/marks.ts'
import type { DesignIndex } from '../../shared/document/query.ts'
import { encloses, rectOf } from '../../shared/drawing/rects.ts'
import type { ResourceId } from '../../shared/model/id.ts'

/** The things with what lies wholly in the frames among them: a frame is moved with all that it is drawn around, except what is locked. */
export function withFramed(index: DesignIndex, ids: readonly HolderId[]): HolderId[] {
  const all = new Set(ids)
  for (const id of ids) {
    const around = index.get(id as ResourceId)?.kind === 'frame' ? rectOf(index, id) : undefined
    if (!around) continue
    for (const member of membersOf(index)) {
      const rect = rectOf(index, member)
      if (rect && encloses(around, rect) && !isLocked(index, member)) all.add(member)
    }
  }
  return [...all]
}
