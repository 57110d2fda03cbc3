import type Database from 'better-sqlite3'
import { refuse, type Outcome } from '../../shared/contract.ts'
import { guarded } from './failure.ts'

/** How the services of the library reach its database: each piece of work is one transaction and one outcome. */
export interface Transactions {
  readonly read: <T>(doing: string, work: () => Outcome<T>) => Outcome<T>
  readonly write: <T>(doing: string, work: () => Outcome<T>) => Outcome<T>
}

/**
 * Transactions that turn what SQLite refuses into refusals. A write takes the lock before it reads, so that nothing
 * changes between the two; it is refused once a newer Causeway has migrated the library.
 */
export function createTransactions(database: Database.Database, path: string): Transactions {
  const versionOf = (): unknown => database.pragma('user_version', { simple: true })
  const version = versionOf()
  return {
    read: (doing, work) => guarded(path, doing, () => database.transaction(work).deferred()),
    write: (doing, work) =>
      guarded(path, doing, () =>
        database.transaction(() => {
          if (versionOf() === version) return work()
          return refuse('newer-library', `The library ${path} was meanwhile changed by a newer Causeway; close this one and use the newer.`, { path })
        }).immediate(),
      ),
  }
}
