import { type Change, type Edit, OPTIONAL_COLLECTIONS } from '../../shared/document/edit.ts'

type Entries = Record<string, unknown>
type Document = Record<string, unknown>

function replayChange(document: Document, change: Change): void {
  if (change.op === 'rename') {
    document['name'] = change.after
    return
  }
  const entries = (document[change.collection] ??= {}) as Entries
  if (change.op === 'put') {
    if (change.after === undefined) delete entries[change.id]
    else entries[change.id] = change.after
    return
  }
  const { [change.field]: _before, ...others } = entries[change.id] as Entries
  entries[change.id] = change.after === undefined ? others : { ...others, [change.field]: change.after }
}

/**
 * Does the edits of a journal again on the document they were made on, in place. Plain data in and out: the journal of
 * an older document version is replayed as it was written, and the whole is then migrated and validated at once. Each
 * edit was checked when it was accepted.
 */
export function replayEdits(document: Document, edits: Iterable<Edit>): void {
  for (const edit of edits) for (const change of edit.changes) replayChange(document, change)
  // An optional part with nothing in it is left out, as when the edits were made.
  for (const part of OPTIONAL_COLLECTIONS) if (Object.keys(document[part] ?? {}).length === 0) delete document[part]
}
