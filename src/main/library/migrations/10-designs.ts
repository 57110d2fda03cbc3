import type { LibraryMigration } from '../migrate.ts'

/** Designs with their journal and snapshots, import evidence and settings. Times are milliseconds since 1970 (UTC). */
export const designs: LibraryMigration = {
  version: 10,
  up: (database) => database.exec(`
    CREATE TABLE designs (
      id TEXT NOT NULL PRIMARY KEY,
      name TEXT NOT NULL,
      revision INTEGER NOT NULL CHECK (revision >= 0),
      resources INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      changed_at INTEGER NOT NULL
    ) STRICT;

    -- One row per revision, never changed afterwards: the journal.
    CREATE TABLE edits (
      design_id TEXT NOT NULL REFERENCES designs (id) ON DELETE CASCADE,
      revision INTEGER NOT NULL CHECK (revision > 0),
      made_at INTEGER NOT NULL,
      edit TEXT NOT NULL,
      PRIMARY KEY (design_id, revision)
    ) STRICT;

    -- Whole designs: the first and the latest, so that opening reads a short stretch of the journal.
    CREATE TABLE snapshots (
      design_id TEXT NOT NULL REFERENCES designs (id) ON DELETE CASCADE,
      revision INTEGER NOT NULL CHECK (revision >= 0),
      made_at INTEGER NOT NULL,
      document TEXT NOT NULL,
      PRIMARY KEY (design_id, revision)
    ) STRICT;

    -- What AWS said when a design was imported: JSON, gzipped.
    CREATE TABLE evidence (
      id INTEGER PRIMARY KEY,
      design_id TEXT NOT NULL REFERENCES designs (id) ON DELETE CASCADE,
      made_at INTEGER NOT NULL,
      snapshot BLOB NOT NULL
    ) STRICT;

    CREATE INDEX evidence_by_design ON evidence (design_id);

    CREATE TABLE settings (
      key TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT;
  `),
}
