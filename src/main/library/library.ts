import type Database from 'better-sqlite3'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { ListedDesign, SearchHit } from '../../shared/api.ts'
import { answer, type Outcome } from '../../shared/contract.ts'
import type { Design } from '../../shared/document/design.ts'
import type { Edit } from '../../shared/document/edit.ts'
import type { Snapshot } from '../../shared/import/snapshot.ts'
import type { DesignSource } from './build-design.ts'
import { type Changed, createChanges } from './changes.ts'
import { LIBRARY_FILE, openDatabase } from './connection.ts'
import { createDesigns } from './designs.ts'
import { createEvidence } from './evidence.ts'
import { guarded } from './failure.ts'
import type { LibraryMigration } from './migrate.ts'
import { createPictures, type KeptPicture, type PictureKey } from './pictures.ts'
import { createRecords } from './records.ts'
import { createSearch, type Learned } from './search.ts'
import { createSettings, type Settings } from './settings.ts'
import { createTransactions } from './transactions.ts'
import { createTrash } from './trash.ts'
import { createVersions, type KeptVersion, type VersionName, type VersionRange } from './versions.ts'
import { createWords } from './words.ts'

/** Where the library is and what it takes from outside. */
export interface LibraryOptions {
  readonly folder: string
  /** Milliseconds since 1970 (UTC). */
  readonly clock?: () => number
  /** Ids of new designs: 1 to 64 of `A-Za-z0-9_-`, never the same twice. */
  readonly randomId?: () => string
  /** How often other programs' changes are looked for, in milliseconds. */
  readonly watchEveryMs?: number
  readonly migrations?: readonly LibraryMigration[]
}

/** The library of designs: one method per `library.*` and `settings.*` call, each answering only after its commit. */
export interface Library {
  /** The database file. */
  readonly path: string
  readonly list: () => Outcome<ListedDesign[]>
  /** `evidence` is what an import was made from, kept beside the design. */
  readonly create: (input: { readonly name: string; readonly design?: unknown }, evidence?: Snapshot) => Outcome<ListedDesign>
  readonly open: (input: { readonly id: string }) => Outcome<{ id: string; revision: number; design: Design }>
  readonly append: (input: { readonly id: string; readonly expectedRevision: number; readonly edit: Edit }) => Outcome<{ revision: number }>
  readonly rename: (input: { readonly id: string; readonly expectedName: string; readonly name: string }) => Outcome<ListedDesign>
  readonly trashed: () => Outcome<ListedDesign[]>
  readonly trash: (input: { readonly id: string; readonly expectedRevision: number }) => Outcome<ListedDesign>
  readonly restore: (input: { readonly id: string }) => Outcome<ListedDesign>
  readonly purge: (input: { readonly ids: readonly string[] }) => Outcome<{ purged: number }>
  readonly search: (input: { readonly text: string; readonly most: number }) => Outcome<{ hits: SearchHit[]; hasMore: boolean; unread: number }>
  /** A design that the search does not know yet; undefined when it knows all. */
  readonly unread: () => Outcome<string | undefined>
  /** Makes a design known to the search, undefined when it cannot be read; does nothing when the design has changed since. */
  readonly learn: (input: Learned) => Outcome<null>
  /** What a revision is made of, the newest by default; also of a design in the trash. */
  readonly source: (input: { readonly id: string; readonly revision?: number | undefined }) => Outcome<DesignSource>
  readonly openFile: (input: { readonly fileName: string; readonly text: string }) => Outcome<ListedDesign>
  readonly file: (input: { readonly id: string }) => Outcome<{ fileName: string; text: string }>
  readonly versions: (input: VersionRange) => Outcome<{ readonly versions: KeptVersion[]; readonly hasMore: boolean }>
  readonly nameVersion: (input: VersionName) => Outcome<null>
  /** The small picture of a revision, or the newest there is. */
  readonly picture: (input: { readonly id: string; readonly revision?: number | undefined; readonly theme: PictureKey['theme'] }) => Outcome<{ readonly wanted: number; readonly kept: KeptPicture | undefined }>
  readonly keepPicture: (key: PictureKey, bytes: Uint8Array) => Outcome<null>
  /** What the design was imported from; undefined when it was drawn. */
  readonly evidence: (input: { readonly id: string }) => Outcome<Snapshot | undefined>
  readonly readSettings: () => Outcome<Settings>
  readonly writeSetting: (input: { readonly key: string; readonly value: Settings[string] }) => Outcome<null>
  /** Tells of every change of a design, our own and other programs'; answers the function that stops it. */
  readonly subscribe: (listener: (change: Changed) => void) => () => void
  readonly close: () => void
}

/** The library over a database that is open and migrated. */
export function createLibrary(database: Database.Database, options: LibraryOptions): Library {
  const { folder, clock = Date.now, randomId = randomUUID, watchEveryMs = 1_000 } = options
  const path = join(folder, LIBRARY_FILE)
  const records = createRecords(database)
  const transactions = createTransactions(database, path)
  const changes = createChanges(database, records, watchEveryMs)
  const evidence = createEvidence(records, transactions)
  const words = createWords(database)
  return {
    path,
    ...createDesigns({ records, words, transactions, changes, evidence, clock, randomId }),
    ...createTrash({ records, transactions, changes, clock }),
    ...createSearch({ records, words, transactions }),
    ...createVersions(database, records, transactions, clock),
    ...createPictures(database, records, transactions),
    evidence: evidence.read,
    ...createSettings(records, transactions),
    subscribe: changes.subscribe,
    close: () => {
      changes.stop()
      database.close()
    },
  }
}

/** Opens the library in a folder, making both when they are not there. */
export function openLibrary(options: LibraryOptions): Outcome<Library> {
  const opened = openDatabase(options.folder, options.migrations)
  return opened.ok ? guarded(join(options.folder, LIBRARY_FILE), 'be opened', () => answer(createLibrary(opened.value, options))) : opened
}
