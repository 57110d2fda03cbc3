import { canDrop } from '../../../shared/document/commands/holding.ts'
import { Draft } from '../../../shared/document/commands/draft.ts'
import { dropInto } from '../../../shared/document/commands/drop.ts'
import { shifted } from '../../../shared/document/commands/move.ts'
import { placeVpc } from '../../../shared/document/commands/region.ts'
import { sequence } from '../../../shared/document/commands/sequence.ts'
import { setField } from '../../../shared/document/commands/set-fields.ts'
import { applyEdit, type Edit } from '../../../shared/document/edit.ts'
import { boxOf, type HolderId, holderOf, holdersOf } from '../../../shared/document/groups.ts'
import { type DesignIndex, indexOf } from '../../../shared/document/query.ts'
import { rectOf } from '../../../shared/drawing/rects.ts'
import { freePlace } from '../../../shared/layout/index.ts'
import type { ResourceId } from '../../../shared/model/id.ts'
import { definitionOf, type Resource } from '../../../shared/model/index.ts'
import { withPlaces } from '../../canvas/settle.ts'

/** The change itself, with everything that belongs to it: what moves into another container leaves what ties it to the old one. */
function plainChange(index: DesignIndex, resource: Resource, field: string, value: unknown): Edit {
  const own = setField(index, resource.id, field, value)
  if (resource.kind === 'vpc' && (field === 'Region' || field === 'OwnerId')) {
    const draft = new Draft(index)
    const place = { Region: resource.Region, OwnerId: resource.OwnerId, [field]: value as string | undefined }
    placeVpc(draft, resource.id, place.Region, place.OwnerId)
    return draft.edit(own.label)
  }
  const isParent = definitionOf(resource.kind).parentField === field && typeof value === 'string'
  return isParent ? { ...dropInto(index, [resource.id], value as ResourceId), label: own.label } : own
}

/** What has to move on the canvas after the change: the resource, or the outermost group box that it has called into being. */
function movedRoot(before: DesignIndex, after: DesignIndex, id: ResourceId): HolderId {
  const fresh = holdersOf(after, id).filter((holder) => boxOf(after, holder) && !boxOf(before, holder))
  return fresh.at(-1) ?? id
}

/**
 * Changes a field as a person does in the inspector. A field that says where a resource is (its subnet, VPC, zone, Region)
 * also moves it there on the canvas, to a free place, with all it holds. A reason instead, when it may not go there.
 */
export function changeField(index: DesignIndex, id: ResourceId, field: string, value: unknown): Edit | { readonly reason: string } {
  const resource = index.get(id)
  if (!resource) return { reason: 'It is not in the design any more.' }
  const isParent = definitionOf(resource.kind).parentField === field && typeof value === 'string'
  const reason = isParent ? canDrop(index, id, value as ResourceId) : undefined
  if (reason !== undefined) return { reason }
  const edit = plainChange(index, resource, field, value)
  const changed = applyEdit(index.design, edit)
  if (!changed.ok || holderOf(indexOf(changed.value), id) === holderOf(index, id)) return edit
  const root = movedRoot(index, indexOf(changed.value), id)
  const places = (next: DesignIndex) => {
    const rect = rectOf(next, root)
    if (!rect) return new Map()
    const kind = next.get(root as ResourceId)?.kind
    const spot = freePlace(next, holderOf(next, root), rect, kind)
    return shifted(next, [root], spot.x - rect.x, spot.y - rect.y)
  }
  return withPlaces(index.design, edit.label, [() => edit], places, [root])
}

/** The same change to several resources in one step; those that may not go there stay as they are. */
export function changeFields(index: DesignIndex, ids: readonly ResourceId[], field: string, value: unknown, label: string): Edit {
  return sequence(index.design, label, ids.map((id) => (current: DesignIndex) => {
    const edit = changeField(current, id, field, value)
    return 'reason' in edit ? undefined : edit
  }))
}
