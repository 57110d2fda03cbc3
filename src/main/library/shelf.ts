import type { ListedDesign } from '../../shared/api.ts'
import { answer, refuse, type Outcome } from '../../shared/contract.ts'
import { type Design, SCHEMA_VERSION } from '../../shared/document/design.ts'
import type { Edit } from '../../shared/document/edit.ts'
import { parseDesign } from '../../shared/document/parse.ts'
import type { Records } from './records.ts'
import { replayEdits } from './replay.ts'

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

const damaged = (row: ListedDesign, why: string): Outcome<never> =>
  refuse('design-damaged', `The design "${row.name}" (${row.id}) in the library is damaged: ${why}. Put a backup of the library in its place, or remove the design.`)

function rebuild(records: Records, row: ListedDesign): Outcome<Shelved> {
  const snapshot = records.latestSnapshot(row.id)
  if (snapshot === undefined) return damaged(row, 'it has no snapshot')
  const edits = records.editsAfter(row.id, snapshot.revision)
  if (edits.length !== row.revision - snapshot.revision) return damaged(row, `its journal has gaps before revision ${row.revision}`)
  let document: Record<string, unknown>
  try {
    document = JSON.parse(snapshot.document) as Record<string, unknown>
    replayEdits(document, edits.map(({ edit }) => JSON.parse(edit) as Edit)) // validated as a whole by parseDesign below
  } catch (cause) {
    return damaged(row, `its journal cannot be read (${cause instanceof Error ? cause.message : String(cause)})`)
  }
  const isOlder = document['schemaVersion'] !== SCHEMA_VERSION
  const parsed = parseDesign(document)
  if (!parsed.ok) {
    const [problem] = parsed.problems
    return problem?.code === 'newer-design' ? refuse(problem.code, problem.message) : damaged(row, `${problem?.path}: ${problem?.message}`)
  }
  return answer({
    revision: row.revision,
    design: parsed.value,
    // The journal before the next snapshot must all be of one document version: a migrated design wants one at once.
    journaledEdits: isOlder ? Number.POSITIVE_INFINITY : edits.length,
    journaledLength: edits.reduce((sum, { edit }) => sum + edit.length, 0),
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
