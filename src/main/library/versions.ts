import type Database from 'better-sqlite3'
import { z } from 'zod'
import { answer, refuse, type Outcome } from '../../shared/contract.ts'
import type { Records } from './records.ts'
import type { Transactions } from './transactions.ts'
import { refuseUnknown } from './trash.ts'
import { type Bucket, bucketsOf, type Stamp } from './version-buckets.ts'

/** A version as the library knows it: its edits are text, to be read on another thread. */
export interface KeptVersion extends Bucket {
  readonly name?: string
  readonly edits: readonly string[]
}

/** Which versions: so many, the newest first, of those before a revision. */
export interface VersionRange {
  readonly id: string
  readonly before?: number | undefined
  readonly most: number
}

/** A name for a version; null takes it away. `expectedName` is what it was called when the person looked. */
export interface VersionName {
  readonly id: string
  readonly revision: number
  readonly expectedName: string | null
  readonly name: string | null
}

const stampRow = z.object({ revision: z.int(), madeAt: z.number() })
const nameRow = z.object({ revision: z.int(), name: z.string() })

/** Versions of designs: made from the journal, which holds every edit, and the names that people gave to some. */
export function createVersions(database: Database.Database, records: Records, { read, write }: Transactions, clock: () => number) {
  const stamps = database.prepare('SELECT revision, made_at AS madeAt FROM edits WHERE design_id = ? ORDER BY revision')
  const names = database.prepare('SELECT revision, name FROM versions WHERE design_id = ?')
  const setName = database.prepare('INSERT INTO versions (design_id, revision, name, named_at) VALUES (?, ?, ?, ?) ON CONFLICT (design_id, revision) DO UPDATE SET name = excluded.name, named_at = excluded.named_at')
  const removeName = database.prepare('DELETE FROM versions WHERE design_id = ? AND revision = ?')
  const namesOf = (id: string): Map<number, string> => new Map(z.array(nameRow).parse(names.all(id)).map(({ revision, name }) => [revision, name]))

  return {
    versions: ({ id, before = Number.POSITIVE_INFINITY, most }: VersionRange): Outcome<{ readonly versions: KeptVersion[]; readonly hasMore: boolean }> =>
      read('list the versions', () => {
        const design = records.find(id)
        if (design === undefined) return refuseUnknown(id)
        const named = namesOf(id)
        const edits: Stamp[] = z.array(stampRow).parse(stamps.all(id))
        const all = bucketsOf({ revision: 0, madeAt: design.createdAt }, edits, new Set(named.keys())).filter(({ revision }) => revision < before).reverse()
        const versions = all.slice(0, most).map((bucket): KeptVersion => {
          const name = named.get(bucket.revision)
          const journal = bucket.revision === 0 ? [] : records.editsBetween(id, bucket.first - 1, bucket.revision).map(({ edit }) => edit)
          return { ...bucket, ...(name === undefined ? {} : { name }), edits: journal }
        })
        return answer({ versions, hasMore: all.length > most })
      }),
    nameVersion: ({ id, revision, expectedName, name }: VersionName): Outcome<null> =>
      write('name the version', () => {
        const design = records.find(id)
        if (design === undefined) return refuseUnknown(id)
        if (revision > design.revision) return refuse('unknown-revision', `The design "${design.name}" has no revision ${revision}; its newest is ${design.revision}.`, { path: 'revision' })
        const now = namesOf(id).get(revision) ?? null
        if (now !== expectedName) return refuse('stale-name', `The version was ${now === null ? 'left without a name' : `named "${now}"`} meanwhile by another window or program; look at it again.`, { path: 'name' })
        if (name === null) removeName.run(id, revision)
        else setName.run(id, revision, name, clock())
        return answer(null)
      }),
  }
}
