import { changeBox } from '../../shared/document/commands/boxes.ts'
import { renameResource } from '../../shared/document/commands/set-fields.ts'
import { boxOf } from '../../shared/document/groups.ts'
import type { BoxId, ResourceId } from '../../shared/model/id.ts'
import type { SelectableId } from '../state/session.svelte.ts'
import type { CanvasView } from './view.svelte.ts'

/** The name as it is typed: a resource's own, or what a box stands for. */
export function nameToEdit({ index }: CanvasView, id: SelectableId): string {
  return index.get(id as ResourceId)?.name ?? boxOf(index, id)?.label ?? ''
}

/** Gives a thing the typed name; a box changes what it stands for, for all that is in it. */
export function giveName(view: CanvasView, id: SelectableId, typed: string): void {
  const { session, index } = view
  const name = typed.trim()
  const box = boxOf(index, id)
  if (name === '' || name === nameToEdit(view, id)) return
  if (!box) {
    session.perform(renameResource(index, id as ResourceId, name))
    return
  }
  const fields = box.kind === 'zone' ? { AvailabilityZone: name } : box.kind === 'region' ? { Region: name } : { OwnerId: name }
  const made = changeBox(index, id as BoxId, fields)
  if (!session.perform(made.edit)) return
  session.select(made.ids)
  view.focused = made.ids[0]
}
