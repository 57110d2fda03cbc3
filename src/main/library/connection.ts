import Database from 'better-sqlite3'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { answer, refuse, type Outcome } from '../../shared/contract.ts'
import { makeFolder } from '../make-folder.ts'
import { guarded } from './failure.ts'
import { admitLibrary, type LibraryMigration, migrateLibrary } from './migrate.ts'
import { MIGRATIONS } from './migrations/index.ts'

/** Name of the database in the library's folder. */
export const LIBRARY_FILE = 'library.db'

/** A library up to this size is checked page by page when it is opened; a larger one when its pages are read. */
const CHECKED_BYTES = 128 * 1024 * 1024

/** How long a write waits for another program, in milliseconds. */
const WAIT_MS = 5_000

function settle(database: Database.Database): void {
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma('trusted_schema = OFF')
}

/** The first complaint of SQLite's own check; undefined when the file is sound. */
function damage(database: Database.Database, path: string): string | undefined {
  if (statSync(path).size > CHECKED_BYTES) return undefined
  const said = String(database.pragma('quick_check(1)', { simple: true }))
  return said === 'ok' ? undefined : said.replaceAll(/\s+/g, ' ')
}

/** Brings an open database to the newest version; a refusal when it is not sound or not ours. */
function prepare(database: Database.Database, path: string, migrations: readonly LibraryMigration[]): Outcome<never> | undefined {
  const admitted = admitLibrary(database, path, migrations)
  if (!admitted.ok) return admitted
  const said = damage(database, path)
  if (said !== undefined) {
    return refuse('library-corrupt', `The library ${path} is damaged (${said}); put a backup in its place, or move it away and start again with an empty library.`, { path })
  }
  settle(database)
  migrateLibrary(database, path, migrations)
  return undefined
}

/** Opens (or makes) the database in a folder and brings it to the newest version; refuses whatever is not sound. */
export function openDatabase(folder: string, migrations: readonly LibraryMigration[] = MIGRATIONS): Outcome<Database.Database> {
  const path = join(folder, LIBRARY_FILE)
  try {
    makeFolder(folder, 0o700)
  } catch (cause) {
    return refuse('library-unavailable', `The folder ${folder} for the library could not be made (${(cause as Error).message}); choose another.`, { path: folder })
  }
  return guarded(path, 'be opened', () => {
    const database = new Database(path, { timeout: WAIT_MS })
    let isReady = false
    try {
      const refusal = prepare(database, path, migrations)
      isReady = refusal === undefined
      return refusal ?? answer(database)
    } finally {
      if (!isReady) database.close()
    }
  })
}
