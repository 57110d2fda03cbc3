import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { ListedDesign } from '../../shared/api.ts'
import { SCHEMA_VERSION } from '../../shared/document/design.ts'
import type { Edit } from '../../shared/document/edit.ts'

const designRow = z.object({ id: z.string(), name: z.string(), revision: z.int(), resources: z.int(), created_at: z.number(), changed_at: z.number(), trashed_at: z.number().nullable() })
const snapshotRow = z.object({ revision: z.int(), document: z.string() })
const editRow = z.object({ revision: z.int(), edit: z.string() })
const evidenceRow = z.object({ snapshot: z.instanceof(Uint8Array) })
const settingRow = z.object({ key: z.string(), value: z.string() })

function listed(row: unknown): ListedDesign {
  const { created_at: createdAt, changed_at: changedAt, trashed_at: trashedAt, ...rest } = designRow.parse(row)
  return { ...rest, createdAt, changedAt, ...(trashedAt === null ? {} : { trashedAt }) }
}

/** The statements of the library: what is in the tables, as rows. Transactions are the caller's. */
export function createRecords(database: Database.Database) {
  const columns = 'id, name, revision, resources, created_at, changed_at, trashed_at'
  const list = database.prepare(`SELECT ${columns} FROM designs WHERE trashed_at IS NULL ORDER BY changed_at DESC, id`)
  const trashed = database.prepare(`SELECT ${columns} FROM designs WHERE trashed_at IS NOT NULL ORDER BY trashed_at DESC, id`)
  const setTrashed = database.prepare('UPDATE designs SET trashed_at = ? WHERE id = ?')
  const find = database.prepare(`SELECT ${columns} FROM designs WHERE id = ?`)
  const addDesign = database.prepare('INSERT INTO designs (id, name, revision, resources, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?)')
  const advance = database.prepare('UPDATE designs SET name = ?, revision = ?, resources = ?, changed_at = ? WHERE id = ?')
  const remove = database.prepare('DELETE FROM designs WHERE id = ? AND trashed_at IS NOT NULL')
  const addEdit = database.prepare('INSERT INTO edits (design_id, revision, made_at, edit) VALUES (?, ?, ?, ?)')
  const editsBetween = database.prepare('SELECT revision, edit FROM edits WHERE design_id = ? AND revision > ? AND revision <= ? ORDER BY revision')
  const addSnapshot = database.prepare('INSERT INTO snapshots (design_id, revision, made_at, schema_version, document) VALUES (?, ?, ?, ?, ?)')
  const latest = database.prepare('SELECT revision, document FROM snapshots WHERE design_id = ? AND revision <= ? ORDER BY revision DESC LIMIT 1')
  const thinOut = database.prepare(`
    DELETE FROM snapshots WHERE design_id = @id AND revision < @revision
    AND revision NOT IN (SELECT min(revision) FROM snapshots WHERE design_id = @id GROUP BY schema_version)`)
  const addEvidence = database.prepare('INSERT INTO evidence (design_id, made_at, snapshot) VALUES (?, ?, ?)')
  const evidence = database.prepare('SELECT snapshot FROM evidence WHERE design_id = ? ORDER BY id DESC LIMIT 1')
  const settings = database.prepare('SELECT key, value FROM settings ORDER BY key')
  const writeSetting = database.prepare('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
  const removeSetting = database.prepare('DELETE FROM settings WHERE key = ?')

  return {
    /** Designs outside the trash. */
    list: (): ListedDesign[] => list.all().map(listed),
    trashed: (): ListedDesign[] => trashed.all().map(listed),
    /** Puts a design into the trash at a time, or (null) takes it out. */
    setTrashed: (id: string, at: number | null): void => { setTrashed.run(at, id) },
    find: (id: string): ListedDesign | undefined => {
      const row = find.get(id)
      return row === undefined ? undefined : listed(row)
    },
    add: (row: ListedDesign): void => { addDesign.run(row.id, row.name, row.revision, row.resources, row.createdAt, row.changedAt) },
    advance: (row: ListedDesign): void => { advance.run(row.name, row.revision, row.resources, row.changedAt, row.id) },
    /** Deletes a design that lies in the trash. */
    remove: (id: string): boolean => remove.run(id).changes > 0,
    addEdit: (id: string, revision: number, madeAt: number, edit: Edit): number => {
      const text = JSON.stringify(edit)
      addEdit.run(id, revision, madeAt, text)
      return text.length
    },
    /** The edits after one revision, up to another and including it. */
    editsBetween: (id: string, after: number, upTo: number) => z.array(editRow).parse(editsBetween.all(id, after, upTo)),
    /** The last snapshot at or before a revision. */
    snapshotAt: (id: string, revision: number) => snapshotRow.optional().parse(latest.get(id, revision)),
    /**
     * Keeps this snapshot and the first of each version of the document's shape: from these every revision can be made
     * again, as edits fit on documents of the version that they were made on.
     */
    addSnapshot: (id: string, revision: number, madeAt: number, document: string): void => {
      addSnapshot.run(id, revision, madeAt, SCHEMA_VERSION, document)
      thinOut.run({ id, revision })
    },
    addEvidence: (id: string, madeAt: number, snapshot: Uint8Array): void => { addEvidence.run(id, madeAt, snapshot) },
    evidence: (id: string): Uint8Array | undefined => evidenceRow.optional().parse(evidence.get(id))?.snapshot,
    settings: () => z.array(settingRow).parse(settings.all()),
    writeSetting: (key: string, value: string): void => { writeSetting.run(key, value) },
    removeSetting: (key: string): void => { removeSetting.run(key) },
  }
}

/** The statements of the library. */
export type Records = ReturnType<typeof createRecords>
