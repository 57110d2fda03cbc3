import Database from 'better-sqlite3'
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../../src/main/library/connection.ts'
import { databaseRefusal } from '../../../../src/main/library/failure.ts'
import { createLibrary, openLibrary } from '../../../../src/main/library/library.ts'
import { codeOf, counted, edit, largeDesign, newFolder, put, valueOf, vpc } from './sample.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = newFolder()
  path = join(folder, 'library.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

function fill(subnets = 300): void {
  const library = valueOf(openLibrary(counted(folder)))
  valueOf(library.create({ name: 'One', design: largeDesign(subnets) }))
  library.close()
}

const touch = (work: (database: Database.Database) => void): void => {
  const database = new Database(path)
  work(database)
  database.close()
}

/** Opens what is not sound: one sentence with the path, and the file as it was. */
function refusal(): { code: string; message: string } {
  const before = readFileSync(path)
  const outcome = openLibrary(counted(folder))
  if (outcome.ok) throw new Error('it was opened')
  expect(outcome.error.message).toContain(path)
  expect(readFileSync(path).equals(before)).toBe(true)
  return outcome.error
}

describe('a library that is not sound', () => {
  it('is refused when it is garbage', () => {
    writeFileSync(path, Buffer.alloc(10_000, 'garbage '))
    expect(refusal()).toMatchObject({ code: 'library-corrupt', message: expect.stringContaining('move it away') })
  })

  it.each([0.3, 0.7])('is refused when it is cut to %f of its length', (part) => {
    fill()
    truncateSync(path, Math.floor((readFileSync(path).length * part) / 4096) * 4096 + 100)
    expect(refusal().code).toBe('library-corrupt')
  })

  it('is refused when a page is overwritten', () => {
    fill()
    const bytes = readFileSync(path)
    bytes.fill(0xa5, 4096, 4096 * 4)
    writeFileSync(path, bytes)
    expect(refusal().code).toBe('library-corrupt')
  })

  it('is refused when a newer Causeway made it', () => {
    fill()
    touch((database) => database.pragma('user_version = 9990'))
    expect(refusal()).toMatchObject({ code: 'newer-library', message: expect.stringContaining('update Causeway') })
  })

  it('is refused when it belongs to another program', () => {
    touch((database) => database.exec('CREATE TABLE photos (id INTEGER)'))
    expect(refusal().code).toBe('not-a-library')
  })

  it('is refused when its folder is a file', () => {
    writeFileSync(join(folder, 'taken'), '')
    expect(codeOf(openLibrary({ folder: join(folder, 'taken', 'deep') }))).toBe('library-unavailable')
  })

  it('stops being written once a newer Causeway has migrated it', () => {
    const library = valueOf(openLibrary(counted(folder)))
    valueOf(library.create({ name: 'One' }))
    touch((database) => database.pragma('user_version = 9990'))
    expect(codeOf(library.append({ id: 'd1', expectedRevision: 0, edit: edit(put(vpc('a'))) }))).toBe('newer-library')
    library.close()
  })

  it.each([
    ['a hole in its journal', 'DELETE FROM edits WHERE revision = 2'],
    ['an edit that is no JSON', `UPDATE edits SET edit = '{' WHERE revision = 2`],
    ['a snapshot of nonsense', `UPDATE snapshots SET document = '{"format":"causeway-design","schemaVersion":1}'`],
    ['no snapshot', 'DELETE FROM snapshots'],
  ])('keeps its other designs when one has %s', (_what, sql) => {
    const library = valueOf(openLibrary(counted(folder)))
    for (const name of ['One', 'Two']) valueOf(library.create({ name }))
    for (const revision of [0, 1, 2]) valueOf(library.append({ id: 'd1', expectedRevision: revision, edit: edit(put(vpc(`v${revision}`))) }))
    library.close()
    touch((database) => database.exec(`${sql} ${sql.includes('WHERE') ? 'AND' : 'WHERE'} design_id = 'd1'`))
    const again = valueOf(openLibrary(counted(folder)))
    expect(codeOf(again.open({ id: 'd1' }))).toBe('design-damaged')
    expect(valueOf(again.open({ id: 'd2' })).design.name).toBe('Two')
    valueOf(again.trash({ id: 'd1', expectedRevision: 3 }))
    expect(again.purge({ ids: ['d1'] })).toEqual({ ok: true, value: { purged: 1 } })
    again.close()
  })
})

describe('a full disk', () => {
  it('is told also where SQLite only finds no room for its shared memory', () => {
    const outcome = databaseRefusal(path, 'be opened', new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_SHMSIZE'))
    expect(outcome).toMatchObject({ ok: false, error: { code: 'disk-full', message: expect.stringContaining('make room') } })
  })

  it('is one clear error, half-writes nothing, and passes', () => {
    const database = valueOf(openDatabase(folder))
    const library = createLibrary(database, counted(folder))
    valueOf(library.create({ name: 'One' }))
    const limit = Number(database.pragma('page_count', { simple: true })) + 12
    database.pragma(`max_page_count = ${limit}`)
    let revision = 0
    let outcome = library.append({ id: 'd1', expectedRevision: 0, edit: edit(put(vpc('v0'))) })
    while (outcome.ok) {
      revision = outcome.value.revision
      const notes = { ...vpc(`v${revision}`), notes: 'x'.repeat(3_000) }
      outcome = library.append({ id: 'd1', expectedRevision: revision, edit: edit(put(notes)) })
    }
    expect(outcome.error).toMatchObject({ code: 'disk-full', message: expect.stringContaining('make room') })
    expect(codeOf(library.create({ name: 'Big', design: largeDesign(2_000) }))).toBe('disk-full')
    expect(valueOf(library.open({ id: 'd1' })).revision).toBe(revision)
    expect(valueOf(library.list())).toHaveLength(1)
    database.pragma(`max_page_count = ${limit * 100}`)
    expect(valueOf(library.append({ id: 'd1', expectedRevision: revision, edit: edit(put(vpc('after'))) }))).toEqual({ revision: revision + 1 })
    library.close()
    const again = valueOf(openLibrary(counted(folder)))
    expect(Object.keys(valueOf(again.open({ id: 'd1' })).design.resources)).toHaveLength(revision + 1)
    again.close()
  })
})

describe('migrations', () => {
  const next = { version: 990, up: (database: Database.Database) => database.exec(`ALTER TABLE designs ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey'`) }

  it('step a database with rows from one version to the next, after a backup', async () => {
    fill(5)
    const { MIGRATIONS } = await import('../../../../src/main/library/migrations/index.ts')
    const opened = valueOf(openDatabase(folder, [...MIGRATIONS, next]))
    expect(opened.pragma('user_version', { simple: true })).toBe(990)
    expect(opened.prepare('SELECT id, name, colour FROM designs').all()).toEqual([{ id: 'd1', name: 'One', colour: 'grey' }])
    opened.close()
    expect(readdirSync(folder).sort()).toEqual(['library.db', 'library.db.version-20.backup'])
    const backup = new Database(join(folder, 'library.db.version-20.backup'), { readonly: true })
    expect(backup.pragma('user_version', { simple: true })).toBe(20)
    expect(backup.prepare('SELECT count(*) FROM designs').pluck().get()).toBe(1)
    backup.close()
    expect(codeOf(openLibrary(counted(folder)))).toBe('newer-library')
  })

  it('leave the database as it was when a step fails', async () => {
    fill(5)
    const { MIGRATIONS } = await import('../../../../src/main/library/migrations/index.ts')
    const broken = { version: 1000, up: (database: Database.Database) => database.exec('ALTER TABLE absent ADD COLUMN x') }
    expect(() => openDatabase(folder, [...MIGRATIONS, next, broken])).toThrow('no such table')
    const library = valueOf(openLibrary(counted(folder)))
    expect(valueOf(library.list())).toHaveLength(1)
    library.close()
  })

  it('are numbered in tens, oldest first, with STRICT tables', async () => {
    const { MIGRATIONS } = await import('../../../../src/main/library/migrations/index.ts')
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => (index + 1) * 10))
    const database = valueOf(openDatabase(folder))
    expect(database.prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`).all()).toEqual([])
    expect(['journal_mode', 'synchronous', 'foreign_keys'].map((name) => database.pragma(name, { simple: true }))).toEqual(['wal', 2, 1])
    database.close()
  })
})
