import { Draft } from '../document/commands/draft.ts'
import { placeAll, placeBox } from '../document/commands/move.ts'
import { sequence } from '../document/commands/sequence.ts'
import type { Edit } from '../document/edit.ts'
import { isCollapsed } from '../document/collapsed.ts'
import { boxOf, type HolderId } from '../document/groups.ts'
import { type DesignIndex, displayName } from '../document/query.ts'
import { rectOf } from '../drawing/rects.ts'
import type { BoxId, ResourceId } from '../model/id.ts'
import { settled } from './settle.ts'

/** What can be shown as one small box. */
const COLLAPSIBLE: readonly string[] = ['vpc', 'site', 'region', 'account']

/** True for containers and boxes that can be shown as one small box, and have a place. */
export function canCollapse(index: DesignIndex, id: string): boolean {
  return COLLAPSIBLE.includes(boxOf(index, id)?.kind ?? index.get(id as ResourceId)?.kind ?? '') && rectOf(index, id) !== undefined
}

function marked(index: DesignIndex, ids: readonly HolderId[], collapsed: boolean, label: string): Edit {
  const draft = new Draft(index)
  for (const id of ids) {
    const rect = rectOf(index, id)
    const box = boxOf(index, id)
    if (box && rect && !box.stored) placeBox(draft, id, rect)
    const stored = box ? draft.box(id as BoxId) : undefined
    const place = box ? undefined : draft.placement(id as ResourceId)
    if (stored) draft.putBox({ ...stored, collapsed: collapsed || undefined })
    else if (place) draft.place(id as ResourceId, { ...place, collapsed: collapsed || undefined })
  }
  return draft.edit(label)
}

/** Shows containers as small boxes, or opens them again; opened ones push aside what they would cover, and all around grows. */
export function setCollapsed(index: DesignIndex, ids: Iterable<HolderId>, collapsed: boolean): Edit {
  const chosen = [...ids].filter((id) => isCollapsed(index, id) !== collapsed && (collapsed ? canCollapse(index, id) : true))
  const [only] = chosen
  const resource = index.get(only as ResourceId | undefined)
  const word = chosen.length === 1 && only ? (resource ? displayName(resource) : boxOf(index, only)?.label) : `${chosen.length} containers`
  const label = `${collapsed ? 'Collapse' : 'Expand'} ${word}`
  const change = marked(index, chosen, collapsed, label)
  if (collapsed) return change
  return sequence(index.design, label, [() => change, (now) => placeAll(now, settled(now, new Map(), chosen), label)])
}
