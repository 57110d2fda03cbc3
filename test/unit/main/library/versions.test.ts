import Database from 'better-sqlite3'
import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { versionHandlers } from '../../../../src/main/handlers/versions.ts'
import { readDesign } from '../../../../src/main/jobs/read-design.ts'
import { tellVersions } from '../../../../src/main/jobs/tell-versions.ts'
import { type Library, openLibrary } from '../../../../src/main/library/library.ts'
import { createRecords } from '../../../../src/main/library/records.ts'
import type { Outcome } from '../../../../src/shared/contract.ts'
import type { Edit } from '../../../../src/shared/document/edit.ts'
import { serializeDesign } from '../../../../src/shared/document/serialize.ts'
import { codeOf, edit, largeDesign, newFolder, put, valueOf, vpc } from './sample.ts'

const MINUTE = 60_000
let folder: string
let library: Library
let now: number
const open = (): Library => valueOf(openLibrary({ folder, clock: () => now, randomId: () => `d${now}` }))
beforeEach(() => {
  folder = newFolder()
  now = 0
  library = open()
  valueOf(library.create({ name: 'Plan', design: largeDesign(1) }))
})
afterEach(() => {
  library.close()
  rmSync(folder, { recursive: true })
})

const append = (minute: number, ...changes: Edit['changes']): void => {
  now = minute * MINUTE
  const { revision } = valueOf(library.open({ id: 'd0' }))
  valueOf(library.append({ id: 'd0', expectedRevision: revision, edit: edit(...changes) }))
}
const calls = () => versionHandlers(library, { readDesign: (source) => Promise.resolve(readDesign(source)), tellVersions: (texts) => Promise.resolve(tellVersions(texts)) })
const versions = async (most = 50, before?: number) => valueOf(await calls()['library.versions']({ id: 'd0', most, before }))
const textAt = async (revision: number) => serializeDesign(valueOf(await calls()['library.version']({ id: 'd0', revision })).design as never)

const named = (name: string) => ({ ...vpc(name), Ipv6CidrBlocks: [] })

describe('versions of a design', () => {
  it('come from the journal, say what changed in words, and can be named', async () => {
    append(10, put(named('b')), put(named('c')))
    append(12, { op: 'put', collection: 'resources', id: 'vpc:c', before: named('c') })
    append(13, { op: 'set', collection: 'resources', id: 'vpc:a', field: 'name', before: 'a', after: 'A' })
    append(30, put(named('d')))
    valueOf(library.nameVersion({ id: 'd0', revision: 2, expectedName: null, name: 'Before the review' }))
    const { versions: found, hasMore } = await versions()
    expect(hasMore).toBe(false)
    expect(found.map(({ first, revision, madeAt, name, tally }) => [first, revision, madeAt / MINUTE, name, tally.added, tally.changed, tally.removed])).toEqual([
      [4, 4, 30, undefined, 1, 0, 0],
      [3, 3, 13, undefined, 0, 1, 0],
      [1, 2, 12, 'Before the review', 1, 0, 0],
      [0, 0, 0, undefined, 0, 0, 0],
    ])
    expect((await versions(2)).versions.map(({ revision }) => revision)).toEqual([4, 3])
    expect(await versions(2, 3)).toMatchObject({ versions: [{ revision: 2 }, { revision: 0 }], hasMore: false })
  })

  it('are read as they were, also after the journal was shortened and the library reopened', async () => {
    const texts = [valueOf(library.file({ id: 'd0' })).text]
    for (let revision = 1; revision <= 450; revision++) {
      append(revision, put(named(`v${revision}`)))
      texts.push(valueOf(library.file({ id: 'd0' })).text)
    }
    library.close()
    library = open()
    for (const revision of [0, 1, 199, 200, 201, 399, 400, 449, 450]) expect(await textAt(revision)).toBe(texts[revision])
    expect(await calls()['library.version']({ id: 'd0', revision: 451 })).toMatchObject({ ok: false, error: { code: 'unknown-revision' } })
  })

  it('become a new design under a name of its own', async () => {
    append(10, put(named('b')))
    now = 99
    const copy = valueOf((await calls()['library.copy']({ id: 'd0', revision: 0, name: 'As it was' })) as Outcome<{ id: string; name: string; resources: number }>)
    expect(copy).toMatchObject({ id: 'd99', name: 'As it was', resources: 2 })
    expect(valueOf(library.open({ id: 'd0' })).revision).toBe(1)
  })

  it('keep the name that another window gave', () => {
    append(10, put(named('b')))
    const other = valueOf(openLibrary({ folder }))
    valueOf(other.nameVersion({ id: 'd0', revision: 1, expectedName: null, name: 'Theirs' }))
    expect(codeOf(library.nameVersion({ id: 'd0', revision: 1, expectedName: null, name: 'Mine' }))).toBe('stale-name')
    valueOf(library.nameVersion({ id: 'd0', revision: 1, expectedName: 'Theirs', name: 'Ours' }))
    valueOf(library.nameVersion({ id: 'd0', revision: 1, expectedName: 'Ours', name: null }))
    expect(codeOf(library.nameVersion({ id: 'd0', revision: 9, expectedName: null, name: 'x' }))).toBe('unknown-revision')
    other.close()
  })
})

it('an optional part that was emptied is left out again after reopening', () => {
  const entry = { id: 'design', planningValues: true }
  const at = { op: 'put', collection: 'assumptions', id: 'design' } as const
  valueOf(library.append({ id: 'd0', expectedRevision: 0, edit: edit({ ...at, after: entry }) }))
  valueOf(library.append({ id: 'd0', expectedRevision: 1, edit: edit({ ...at, before: entry }) }))
  const { text } = valueOf(library.file({ id: 'd0' }))
  library.close()
  library = open()
  expect(valueOf(library.file({ id: 'd0' })).text).toBe(text)
})

it('the first snapshot of each document version is kept, because edits fit on no other', () => {
  const database = new Database(':memory:')
  database.exec('CREATE TABLE designs (id, name, revision, resources, created_at, changed_at, trashed_at); CREATE TABLE edits (design_id, revision, made_at, edit); CREATE TABLE evidence (id, design_id, made_at, snapshot); CREATE TABLE settings (key PRIMARY KEY, value); CREATE TABLE snapshots (design_id, revision, made_at, schema_version, document)')
  for (const [revision, version] of [[0, 0], [300, 0], [410, 1], [600, 1]]) database.prepare('INSERT INTO snapshots VALUES (?, ?, 0, ?, ?)').run('d', revision, version, '{}')
  createRecords(database).addSnapshot('d', 800, 0, '{}')
  expect(database.prepare('SELECT revision FROM snapshots ORDER BY revision').pluck().all()).toEqual([0, 410, 800])
  database.close()
})
