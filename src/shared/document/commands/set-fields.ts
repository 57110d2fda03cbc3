import { fieldLabel } from '../../model/field-label.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Edit } from '../edit.ts'
import { type DesignIndex, displayName } from '../query.ts'
import { Draft } from './draft.ts'

/** Changes fields of resources; undefined takes a field away. Whether the values fit is found out when the edit is applied. */
export function setFields(index: DesignIndex, id: ResourceId, fields: Readonly<Record<string, unknown>>, label?: string): Edit {
  const resource = index.get(id)
  if (!resource) return { label: label ?? 'Change', changes: [] }
  const draft = new Draft(index)
  draft.update(id, fields)
  const names = Object.keys(fields)
  const what = names.length === 1 && names[0] ? fieldLabel(resource.kind, names[0]) : 'several properties'
  return draft.edit(label ?? `Change ${what} of ${displayName(resource)}`)
}

/** Changes one field of a resource; undefined takes it away. */
export function setField(index: DesignIndex, id: ResourceId, field: string, value: unknown): Edit {
  return setFields(index, id, { [field]: value })
}

/** Gives a resource another name. */
export function renameResource(index: DesignIndex, id: ResourceId, name: string): Edit {
  const resource = index.get(id)
  return setFields(index, id, { name }, `Rename ${resource ? displayName(resource) : id} to ${name}`)
}

/** Gives the design another name. */
export function renameDesign(index: DesignIndex, name: string): Edit {
  const before = index.design.name
  return { label: `Rename the design to ${name}`, changes: before === name ? [] : [{ op: 'rename', before, after: name }] }
}
