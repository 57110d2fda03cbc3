import Database from 'better-sqlite3'
import { refuse, type Outcome } from '../../shared/contract.ts'

const KINDS: readonly (readonly [start: string, code: string, sentence: string])[] = [
  ['SQLITE_FULL', 'disk-full', 'the disk is full; make room and try again, nothing was half-saved'],
  ['SQLITE_IOERR_WRITE', 'disk-full', 'the disk does not take any more; make room and try again, nothing was half-saved'],
  ['SQLITE_IOERR_SHMSIZE', 'disk-full', 'the disk does not take any more; make room and try again, nothing was half-saved'],
  ['SQLITE_BUSY', 'library-busy', 'another program has been writing to it for too long; try again, or close the other program'],
  ['SQLITE_LOCKED', 'library-busy', 'another program has been writing to it for too long; try again, or close the other program'],
  ['SQLITE_READONLY', 'library-unwritable', 'it may not be written; check the permissions of the file and its folder'],
  ['SQLITE_CANTOPEN', 'library-unavailable', 'the file cannot be opened; check the permissions of the file and its folder'],
  ['SQLITE_PERM', 'library-unavailable', 'this user may not use it; check the permissions of the file and its folder'],
  ['SQLITE_CORRUPT', 'library-corrupt', 'the file is damaged; put a backup in its place, or move it away and start again with an empty library'],
  ['SQLITE_NOTADB', 'library-corrupt', 'the file is not a Causeway library or is damaged; put a backup in its place, or move it away and start again with an empty library'],
  ['SQLITE_IOERR', 'library-unavailable', 'the disk gave an error; check the disk'],
]

/** A refusal in one sentence for what SQLite says; undefined when the cause is our own fault. */
export function databaseRefusal(path: string, doing: string, cause: unknown): Outcome<never> | undefined {
  if (!(cause instanceof Database.SqliteError)) return undefined
  const kind = KINDS.find(([start]) => cause.code.startsWith(start))
  return kind && refuse(kind[1], `The library ${path} could not ${doing}: ${kind[2]} (${cause.code}).`, { path })
}

/** Runs work on the database; what SQLite refuses becomes a refusal, anything else is a bug and is thrown on. */
export function guarded<T>(path: string, doing: string, work: () => Outcome<T>): Outcome<T> {
  try {
    return work()
  } catch (cause) {
    const refusal = databaseRefusal(path, doing, cause)
    if (refusal === undefined) throw cause
    return refusal
  }
}
