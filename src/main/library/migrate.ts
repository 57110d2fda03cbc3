import Database from 'better-sqlite3'
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { answer, refuse, type Outcome } from '../../shared/contract.ts'

/** A step of the database's shape. Frozen once shipped; imports nothing of the live model. */
export interface LibraryMigration {
  /** The version it leads to; the database keeps it in `user_version`. */
  readonly version: number
  readonly up: (database: Database.Database) => void
}

/** Marks a SQLite file as a Causeway library ("CSWY"). */
export const APPLICATION_ID = 0x43535759

const versionOf = (database: Database.Database): number => Number(database.pragma('user_version', { simple: true }))

/** A copy of the whole database beside it, on the disk before anything is changed. */
function backUp(database: Database.Database, path: string, version: number): void {
  const temporary = `${path}.${process.pid}.tmp`
  rmSync(temporary, { force: true })
  try {
    database.prepare('VACUUM INTO ?').run(temporary)
    const copy = new Database(temporary, { readonly: true })
    const copied = versionOf(copy)
    copy.close()
    // Another program may have migrated while we were copying: its own backup is then the true one.
    if (copied !== version) return
    const file = openSync(temporary, 'r+')
    fsyncSync(file)
    closeSync(file)
    renameSync(temporary, `${path}.version-${version}.backup`)
  } finally {
    rmSync(temporary, { force: true })
  }
}

function isForeign(database: Database.Database): boolean {
  if (Number(database.pragma('application_id', { simple: true })) === APPLICATION_ID) return false
  return database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() !== undefined
}

/** Refuses a database of another program (`not-a-library`) or of a newer Causeway (`newer-library`); reads only. */
export function admitLibrary(database: Database.Database, path: string, migrations: readonly LibraryMigration[]): Outcome<null> {
  if (isForeign(database)) return refuse('not-a-library', `${path} is a database of another program; choose another folder for the library.`, { path })
  const newest = migrations.at(-1)?.version ?? 0
  const found = versionOf(database)
  if (found <= newest) return answer(null)
  return refuse('newer-library', `The library ${path} was made by a newer Causeway (version ${found}, this one knows ${newest}); update Causeway to open it. Nothing was changed.`, { path })
}

/** Brings the database to the newest version: a backup first, then all steps in one transaction. Safe when two programs do it at once. */
export function migrateLibrary(database: Database.Database, path: string, migrations: readonly LibraryMigration[]): void {
  const newest = migrations.at(-1)?.version ?? 0
  const found = versionOf(database)
  if (found === newest) return
  if (found > 0) backUp(database, path, found)
  database.transaction(() => {
    const version = versionOf(database)
    for (const migration of migrations) if (migration.version > version) migration.up(database)
    if (version < newest) database.pragma(`user_version = ${newest}`)
    database.pragma(`application_id = ${APPLICATION_ID}`)
  }).immediate()
}
