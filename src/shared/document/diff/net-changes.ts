import type { Change, Collection, Edit } from '../edit.ts'
import { equalJson } from '../equal.ts'
import { type DesignDiff, type EntryChange, entryChange, type FieldChange } from './entry-change.ts'

type Fields = Readonly<Record<string, unknown>>

/** What is known of an entry: whole at both ends, or (while only fields were set) the fields that were touched. */
type Known =
  | { readonly is: 'whole'; readonly before: unknown; readonly after: unknown }
  | { readonly is: 'fields'; readonly fields: ReadonlyMap<string, { readonly before: unknown; readonly after: unknown }> }

function withField(record: unknown, field: string, value: unknown): Fields {
  const { [field]: _old, ...others } = record as Fields
  return value === undefined ? others : { ...others, [field]: value }
}

function after(known: Known | undefined, change: Exclude<Change, { op: 'rename' }>): Known {
  if (change.op === 'put') {
    if (known === undefined) return { is: 'whole', before: change.before, after: change.after }
    if (known.is === 'whole') return { ...known, after: change.after }
    // Fields were set before the entry was replaced: it began without them.
    let before = change.before
    for (const [field, value] of known.fields) before = withField(before, field, value.before)
    return { is: 'whole', before, after: change.after }
  }
  if (known?.is === 'whole') return { ...known, after: withField(known.after, change.field, change.after) }
  const fields = new Map(known?.fields)
  const touched = fields.get(change.field)
  fields.set(change.field, { before: touched ? touched.before : change.before, after: change.after })
  return { is: 'fields', fields }
}

function entryOf(collection: Collection, id: string, known: Known): EntryChange | undefined {
  if (known.is === 'whole') return entryChange(collection, id, known.before, known.after)
  const fields = [...known.fields].flatMap(([field, value]): FieldChange[] =>
    equalJson(value.before, value.after) ? [] : [{ field, ...(value.before === undefined ? {} : { before: value.before }), ...(value.after === undefined ? {} : { after: value.after }) }],
  )
  return fields.length === 0 ? undefined : { collection, id, kind: 'changed', fields }
}

/**
 * What edits made one after the other come to, without the design they were made on: what was made and taken back again is
 * no change. Entries of which only fields were set carry these fields alone.
 */
export function netChanges(edits: Iterable<Edit>): DesignDiff {
  const entries = new Map<string, { readonly collection: Collection; readonly id: string; known: Known }>()
  let renamed: { before: string; after: string } | undefined
  for (const edit of edits) {
    for (const change of edit.changes) {
      if (change.op === 'rename') {
        renamed = { before: renamed?.before ?? change.before, after: change.after }
        continue
      }
      const { collection, id } = change
      const key = `${collection} ${id}`
      entries.set(key, { collection, id, known: after(entries.get(key)?.known, change) })
    }
  }
  const net = [...entries.values()].flatMap(({ collection, id, known }) => entryOf(collection, id, known) ?? [])
  return { ...(renamed && renamed.before !== renamed.after ? { renamed } : {}), entries: net }
}
