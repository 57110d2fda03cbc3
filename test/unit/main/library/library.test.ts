import Database from 'better-sqlite3'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { serializeDesign } from '../../../../src/shared/document/serialize.ts'
import { type Library, openLibrary } from '../../../../src/main/library/library.ts'
import { codeOf, counted, edit, largeDesign, newFolder, put, subnet, valueOf, vpc } from './sample.ts'

let folder: string
let library: Library
const open = (): Library => valueOf(openLibrary(counted(folder)))
beforeEach(() => {
  folder = newFolder()
  library = open()
})
afterEach(() => {
  library.close()
  rmSync(folder, { recursive: true })
})

describe('designs', () => {
  it('are made, listed by last change, renamed and removed', () => {
    const first = valueOf(library.create({ name: 'One' }))
    const second = valueOf(library.create({ name: 'Two', design: largeDesign(3) }))
    expect(first).toEqual({ id: 'd1', name: 'One', revision: 0, createdAt: 1, changedAt: 1, resources: 0 })
    expect(second).toMatchObject({ name: 'Two', resources: 4 })
    expect(valueOf(library.rename({ id: 'd1', expectedName: 'One', name: 'First' }))).toMatchObject({ name: 'First', revision: 1, changedAt: 3 })
    expect(valueOf(library.list()).map(({ name }) => name)).toEqual(['First', 'Two'])
    expect(valueOf(library.open({ id: 'd1' })).design.name).toBe('First')
    valueOf(library.trash({ id: 'd1', expectedRevision: 1 }))
    expect(library.purge({ ids: ['d1'] })).toEqual({ ok: true, value: { purged: 1 } })
    expect(library.purge({ ids: ['d1'] })).toEqual({ ok: true, value: { purged: 0 } })
    expect(codeOf(library.open({ id: 'd1' }))).toBe('unknown-design')
    expect(codeOf(library.append({ id: 'd1', expectedRevision: 1, edit: edit(put(vpc('a'))) }))).toBe('unknown-design')
  })

  it('come back with every edit after reopening, without being written whole', () => {
    valueOf(library.create({ name: 'One', design: largeDesign(50) }))
    for (let revision = 0; revision < 5; revision++) valueOf(library.append({ id: 'd1', expectedRevision: revision, edit: edit(put(vpc(`v${revision}`))) }))
    const before = valueOf(library.open({ id: 'd1' }))
    library.close()
    const database = new Database(join(folder, 'library.db'), { readonly: true })
    expect(database.prepare('SELECT count(*) FROM snapshots').pluck().get()).toBe(1)
    expect(database.prepare('SELECT max(length(edit)) FROM edits').pluck().get()).toBeLessThan(300)
    database.close()
    library = open()
    expect(valueOf(library.open({ id: 'd1' }))).toEqual(before)
    expect(before.revision).toBe(5)
    expect(Object.keys(before.design.resources)).toHaveLength(56)
  })

  it('keep the first and the latest snapshot only', () => {
    valueOf(library.create({ name: 'One' }))
    for (let revision = 0; revision < 450; revision++) valueOf(library.append({ id: 'd1', expectedRevision: revision, edit: edit(put(vpc(`v${revision}`))) }))
    const database = new Database(join(folder, 'library.db'), { readonly: true })
    expect(database.prepare('SELECT revision FROM snapshots ORDER BY revision').pluck().all()).toEqual([0, 400])
    expect(database.prepare('SELECT count(*) FROM edits').pluck().get()).toBe(450)
    database.close()
    const bytes = valueOf(library.file({ id: 'd1' })).text
    library.close()
    library = open()
    expect(valueOf(library.file({ id: 'd1' })).text).toBe(bytes)
  })

  it('go out as a file and come back in', () => {
    valueOf(library.create({ name: 'Prod: eu/west', design: largeDesign(2) }))
    const file = valueOf(library.file({ id: 'd1' }))
    expect(file.fileName).toBe('Prod- eu-west.causeway.json')
    const copy = valueOf(library.openFile(file))
    expect(copy).toMatchObject({ id: 'd2', name: 'Prod: eu/west', resources: 3 })
    expect(valueOf(library.file({ id: 'd2' })).text).toBe(file.text)
    const nameless = serializeDesign({ ...largeDesign(0), name: '' })
    expect(valueOf(library.openFile({ fileName: '/mail/Plan.causeway.json', text: nameless })).name).toBe('Plan')
  })

  it.each([
    ['text', 'hello', 'not-json'],
    ['another document', '{"Vpcs": []}', 'not-a-design'],
    ['a newer one', '{"format": "causeway-design", "schemaVersion": 99}', 'newer-design'],
    ['deep nesting', `{"format":"causeway-design","schemaVersion":1,"name":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 'invalid-design'],
    ['a prototype key', '{"format":"causeway-design","schemaVersion":1,"name":"x","__proto__":{"kind":"vpc"},"resources":{},"intents":{},"placements":{},"boxes":{}, "constructor":{}}', 'invalid-design'],
  ])('are not taken from %s', (_what, text, code) => {
    const outcome = library.openFile({ fileName: 'bad.json', text })
    expect(codeOf(outcome)).toBe(code)
    expect(outcome.ok ? '' : outcome.error.message).toMatch(/^bad\.json: /)
    expect(valueOf(library.list())).toEqual([])
  })
})

describe('append', () => {
  beforeEach(() => { valueOf(library.create({ name: 'One', design: largeDesign(1) })) })

  it.each([
    ['another revision', 7, edit(put(vpc('b'))), 'stale-revision'],
    ['an edit of another state', 0, edit({ op: 'rename', before: 'Zero', after: 'x' }), 'stale-edit'],
    ['an entry that is not valid', 0, edit(put(vpc('b', 'nonsense'))), 'invalid-edit'],
    ['a new reference to nothing', 0, edit(put(subnet('b', 'nowhere'))), 'invalid-edit'],
    ['a removal that strands others', 0, edit({ op: 'put', collection: 'resources', id: 'vpc:a', before: vpc('a') }), 'invalid-edit'],
  ] as const)('refuses %s and changes nothing', (_what, expectedRevision, change, code) => {
    const before = valueOf(library.file({ id: 'd1' })).text
    expect(codeOf(library.append({ id: 'd1', expectedRevision, edit: change }))).toBe(code)
    expect(valueOf(library.open({ id: 'd1' })).revision).toBe(0)
    library.close()
    library = open()
    expect(valueOf(library.file({ id: 'd1' })).text).toBe(before)
  })

  it('takes a removal together with what depended on it', () => {
    const { design } = valueOf(library.open({ id: 'd1' }))
    const changes = Object.values(design.resources).map((before) => ({ op: 'put', collection: 'resources', id: before.id, before }) as const)
    expect(valueOf(library.append({ id: 'd1', expectedRevision: 0, edit: edit(...changes) }))).toEqual({ revision: 1 })
    expect(valueOf(library.list())[0]?.resources).toBe(0)
  })
})

describe('a design of 5,000 resources', () => {
  it('grows by its edits alone', () => {
    valueOf(library.create({ name: 'Large', design: largeDesign(4_999) }))
    for (let revision = 0; revision < 20; revision++) valueOf(library.append({ id: 'd1', expectedRevision: revision, edit: edit(put(vpc(`v${revision}`))) }))
    const database = new Database(library.path, { readonly: true })
    expect(database.prepare('SELECT sum(length(edit)) FROM edits').pluck().get()).toBeLessThan(20 * 300)
    expect(database.prepare('SELECT count(*) FROM snapshots').pluck().get()).toBe(1)
    database.close()
  })
})

describe('settings and evidence', () => {
  it('are kept, replaced and taken away', () => {
    valueOf(library.writeSetting({ key: 'theme', value: 'dark' }))
    valueOf(library.writeSetting({ key: 'theme', value: { name: 'light', list: [1, null] } }))
    valueOf(library.writeSetting({ key: 'gone', value: 1 }))
    valueOf(library.writeSetting({ key: 'gone', value: null }))
    library.close()
    library = open()
    expect(valueOf(library.readSettings())).toEqual({ theme: { name: 'light', list: [1, null] } })
  })

  it('stay beside the design they belong to', () => {
    const snapshot = { sources: [{ origin: 'Vpcs.json', key: 'Vpcs', items: [{ VpcId: 'vpc-1' }] }] }
    valueOf(library.create({ name: 'Imported' }, snapshot))
    valueOf(library.create({ name: 'Drawn' }))
    expect(valueOf(library.evidence({ id: 'd1' }))).toEqual(snapshot)
    expect(valueOf(library.evidence({ id: 'd2' }))).toBeUndefined()
  })
})
