import type { LibraryMigration } from '../migrate.ts'

/** Trash, full-text search, pictures of designs, and named versions. Times are milliseconds since 1970 (UTC). */
export const libraryWindow: LibraryMigration = {
  version: 20,
  up: (database) => database.exec(`
    ALTER TABLE designs ADD COLUMN trashed_at INTEGER;

    -- By which rules the words of the design were taken; NULL: not yet, so that the search does not know it.
    ALTER TABLE designs ADD COLUMN filed_as INTEGER;

    -- The version of the document's shape: edits before a snapshot of another version cannot be done again on it.
    ALTER TABLE snapshots ADD COLUMN schema_version INTEGER NOT NULL DEFAULT 1;

    -- When edits were made, without reading them.
    CREATE INDEX edits_by_time ON edits (design_id, revision, made_at);

    -- What can be searched for: one row per resource, and one with an empty resource_id for the design itself. Each
    -- column holds values one per line; "blocks" the address blocks again, each as one word that can be looked up whole.
    CREATE TABLE words (
      id INTEGER PRIMARY KEY,
      design_id TEXT NOT NULL REFERENCES designs (id) ON DELETE CASCADE,
      resource_id TEXT NOT NULL,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      notes TEXT NOT NULL,
      addresses TEXT NOT NULL,
      aws_ids TEXT NOT NULL,
      details TEXT NOT NULL,
      blocks TEXT NOT NULL
    ) STRICT;

    CREATE UNIQUE INDEX words_by_resource ON words (design_id, resource_id);

    CREATE VIRTUAL TABLE search USING fts5 (
      name, kind, notes, addresses, aws_ids, details, blocks,
      content = 'words', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    );

    CREATE TRIGGER words_added AFTER INSERT ON words BEGIN
      INSERT INTO search (rowid, name, kind, notes, addresses, aws_ids, details, blocks)
      VALUES (new.id, new.name, new.kind, new.notes, new.addresses, new.aws_ids, new.details, new.blocks);
    END;

    CREATE TRIGGER words_removed AFTER DELETE ON words BEGIN
      INSERT INTO search (search, rowid, name, kind, notes, addresses, aws_ids, details, blocks)
      VALUES ('delete', old.id, old.name, old.kind, old.notes, old.addresses, old.aws_ids, old.details, old.blocks);
    END;

    -- Small pictures (PNG): of the newest revision, and of versions that somebody looked at.
    CREATE TABLE pictures (
      design_id TEXT NOT NULL REFERENCES designs (id) ON DELETE CASCADE,
      revision INTEGER NOT NULL CHECK (revision >= 0),
      theme TEXT NOT NULL CHECK (theme IN ('light', 'dark')),
      drawn_by TEXT NOT NULL,
      image BLOB NOT NULL,
      PRIMARY KEY (design_id, revision, theme)
    ) STRICT;

    -- Revisions that a person gave a name.
    CREATE TABLE versions (
      design_id TEXT NOT NULL REFERENCES designs (id) ON DELETE CASCADE,
      revision INTEGER NOT NULL CHECK (revision >= 0),
      name TEXT NOT NULL,
      named_at INTEGER NOT NULL,
      PRIMARY KEY (design_id, revision)
    ) STRICT;
  `),
}
