import type { ListedDesign } from '../../shared/api.ts'
import { answer, refuse, type Outcome } from '../../shared/contract.ts'
import type { Design } from '../../shared/document/design.ts'
import { buildDesign, damaged, type DesignSource } from './build-design.ts'
import type { Records } from './records.ts'

/** A design as it is at a revision, and how much journal lies between it and its latest snapshot. */
export interface Shelved {
  readonly revision: number
  readonly design: Design
  readonly journaledEdits: number
  /** Length of those edits as text. */
  readonly journaledLength: number
}

/** How many designs are kept in memory; a large one takes some 20 MB. */
const MOST_KEPT = 4

/** What a revision of a design is made of; call it in the transaction that read the row. */
export function sourceOf(records: Records, row: ListedDesign, revision = row.revision): Outcome<DesignSource> {
  if (revision > row.revision) return refuse('unknown-revision', `The design "${row.name}" has no revision ${revision}; its newest is ${row.revision}.`, { path: 'revision' })
  const snapshot = records.snapshotAt(row.id, revision)
  if (snapshot === undefined) return damaged(row, 'it has no snapshot')
  const edits = records.editsBetween(row.id, snapshot.revision, revision)
  if (edits.length !== revision - snapshot.revision) return damaged(row, `its journal has gaps before revision ${revision}`)
  return answer({ id: row.id, name: row.name, revision, document: snapshot.document, edits: edits.map(({ edit }) => edit) })
}

function rebuild(records: Records, row: ListedDesign): Outcome<Shelved> {
  const source = sourceOf(records, row)
  if (!source.ok) return source
  const built = buildDesign(source.value)
  if (!built.ok) return built
  const { edits } = source.value
  return answer({
    revision: row.revision,
    design: built.value.design,
    // The journal before the next snapshot must all be of one document version: a migrated design wants one at once.
    journaledEdits: built.value.isOlder ? Number.POSITIVE_INFINITY : edits.length,
    journaledLength: edits.reduce((sum, edit) => sum + edit.length, 0),
  })
}

/** The designs last used, in memory; each is used only while the database still has the same revision. */
export function createShelf(records: Records) {
  const kept = new Map<string, Shelved>()
  const keep = (id: string, shelved: Shelved): void => {
    kept.delete(id)
    kept.set(id, shelved)
    for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest)
  }
  return {
    keep,
    drop: (id: string): void => { kept.delete(id) },
    /** The design at the row's revision; call it in the transaction that read the row. */
    take: (row: ListedDesign): Outcome<Shelved> => {
      const known = kept.get(row.id)
      if (known?.revision === row.revision) return answer(known)
      const rebuilt = rebuild(records, row)
      if (rebuilt.ok) keep(row.id, rebuilt.value)
      return rebuilt
    },
  }
}
