import type Database from 'better-sqlite3'
import type { Records } from './records.ts'

/** A design that changed: its new revision, or -1 when it was removed or put into the trash. */
export interface Changed {
  readonly id: string
  readonly revision: number
}

/**
 * Notices what changes in the library. Our own commits are told by `note`; those of other programs are found by asking
 * SQLite, at an interval, whether another connection has committed, which costs nothing while nobody does.
 */
export function createChanges(database: Database.Database, records: Records, everyMs: number) {
  const listeners = new Set<(change: Changed) => void>()
  const revisions = (): Map<string, number> => new Map(records.list().map(({ id, revision }) => [id, revision]))
  const dataVersion = (): number => Number(database.pragma('data_version', { simple: true }))
  let seen = dataVersion()
  let known = revisions()
  let timer: NodeJS.Timeout | undefined

  const tell = (change: Changed): void => { for (const listener of [...listeners]) listener(change) }
  const look = (): void => {
    const version = dataVersion()
    if (version === seen) return
    seen = version
    const before = known
    known = revisions()
    for (const [id, revision] of known) if (before.get(id) !== revision) tell({ id, revision })
    for (const id of before.keys()) if (!known.has(id)) tell({ id, revision: -1 })
  }
  const stop = (): void => {
    clearInterval(timer)
    timer = undefined
  }
  return {
    stop,
    note: (change: Changed): void => {
      if (change.revision < 0) known.delete(change.id)
      else known.set(change.id, change.revision)
      tell(change)
    },
    subscribe: (listener: (change: Changed) => void): (() => void) => {
      listeners.add(listener)
      timer ??= setInterval(look, everyMs).unref()
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stop()
      }
    },
  }
}
