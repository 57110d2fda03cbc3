import type { LibraryMigration } from '../migrate.ts'
import { designs } from './10-designs.ts'
import { libraryWindow } from './20-library-window.ts'

/** All migrations of the library's database, oldest first; numbered in tens, frozen once shipped. */
export const MIGRATIONS: readonly LibraryMigration[] = [designs, libraryWindow]
