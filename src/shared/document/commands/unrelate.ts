import type { ResourceId } from '../../model/id.ts'
import type { Resource } from '../../model/index.ts'
import type { Edit } from '../edit.ts'
import { displayName, type DesignIndex } from '../query.ts'
import { type RelationLine, relationWords } from '../relation-lines.ts'
import { Draft } from './draft.ts'

/** Whether an entry of a list names a resource, itself or by one of its fields. */
const names = (entry: unknown, id: ResourceId): boolean => entry === id || (typeof entry === 'object' && entry !== null && Object.values(entry).includes(id))

/** Takes relations away: out of the fields that hold them, and nothing else. */
export function unrelate(index: DesignIndex, lines: readonly RelationLine[]): Edit {
  const draft = new Draft(index)
  for (const { of, field, to } of lines) {
    const resource = draft.resource(of)
    const value = resource && (resource as unknown as Readonly<Record<string, unknown>>)[field] // the line was read from this very field
    if (value !== undefined) draft.update(of, { [field]: Array.isArray(value) ? value.filter((entry) => !names(entry, to)) : undefined })
  }
  const [only] = lines
  const resource: Resource | undefined = index.get(only?.of)
  return draft.edit(lines.length === 1 && only && resource ? `Undo that ${relationWords(index, only)}` : `Take ${lines.length} relations away${resource && lines.every(({ of }) => of === resource.id) ? ` from ${displayName(resource)}` : ''}`)
}
