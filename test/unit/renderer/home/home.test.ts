import { describe, expect, test } from 'vitest'
import { filterEntries } from '../../../../src/renderer/dialogs/import-filter.ts'
import { Imports, complaintAboutRegions, regionsIn } from '../../../../src/renderer/home/imports.svelte.ts'
import { nameOfImport } from '../../../../src/renderer/home/intake.ts'
import { freeName, Library } from '../../../../src/renderer/home/library.svelte.ts'
import { isDesignFile, LIMITS, readJsonFiles } from '../../../../src/renderer/home/picked-files.ts'
import { whenOf } from '../../../../src/renderer/home/when.ts'
import type { API } from '../../../../src/shared/api.ts'
import { answer, type Client, refuse } from '../../../../src/shared/contract.ts'

const file = (path: string, size = 10) => ({ path, size, text: () => Promise.resolve(`text of ${path}`) })
const listed = (id: string, changedAt: number) => ({ id, name: id, revision: 1, createdAt: 0, changedAt, resources: 0 })
const client = (calls: Partial<Client<typeof API>>) => calls as Client<typeof API>

describe('readJsonFiles', () => {
  test('reads the JSON files and leaves the others', async () => {
    expect(await readJsonFiles([file('dump/eu-west-1/vpcs.JSON'), file('dump/README.md')])).toEqual([{ path: 'dump/eu-west-1/vpcs.JSON', text: 'text of dump/eu-west-1/vpcs.JSON' }])
  })

  test.each([
    ['nothing that ends in .json', [file('a.txt')], 'ends in .json'],
    ['one that is too large', [file('a.json', LIMITS.file + 1)], 'a.json has 65 MB'],
    ['too much together', [file('a.json', LIMITS.file), file('b.json', LIMITS.file)], '128 MB together'],
    ['one that cannot be read', [{ ...file('gone.json'), text: () => Promise.reject(new Error('gone')) }], 'gone.json cannot be read'],
  ])('refuses %s before it reads', async (_what, files, reason) => {
    const read = await readJsonFiles(files)
    expect('refused' in read && read.refused).toContain(reason)
  })

  test('knows a saved design by its name', () => {
    expect([isDesignFile('Net.Causeway.JSON'), isDesignFile('vpcs.json')]).toEqual([true, false])
  })
})

describe('names', () => {
  test('an import is called after its folder, or its only file', () => {
    expect(nameOfImport(['acme/eu/vpcs.json', 'acme/us/vpcs.json'])).toBe('acme')
    expect(nameOfImport(['vpcs.json'])).toBe('vpcs')
    expect(nameOfImport(['a/vpcs.json', 'b.json'])).toBe('Imported network')
  })

  test('a taken name gets a number', () => {
    expect(freeName('A', new Set())).toBe('A')
    expect(freeName('A', new Set(['A', 'A 2']))).toBe('A 3')
  })
})

describe('regions as typed', () => {
  test('are split and known once', () => {
    expect(regionsIn(' us-east-1, eu-west-1;us-east-1 ')).toEqual(['us-east-1', 'eu-west-1'])
    expect(complaintAboutRegions('us-gov-west-1')).toBeUndefined()
    expect(complaintAboutRegions('')).toBeUndefined()
    expect(complaintAboutRegions('us-east-1, Ireland')).toContain('Ireland')
  })
})

test('times are told as people do', () => {
  const date = () => 'the date'
  const HOUR = 3_600_000
  expect([30_000, 5 * 60_000, 3 * HOUR, 30 * HOUR, 50 * HOUR, 200 * HOUR, -5].map((ago) => whenOf(1e12 - ago, 1e12, date))).toEqual(['Just now', '5 min ago', '3 h ago', 'Yesterday', '2 days ago', 'the date', 'Just now'])
})

describe('Library', () => {
  test('lists the newest change first and keeps the list when it cannot be read', async () => {
    let works = true
    const library = new Library(client({ 'library.list': async () => (works ? answer([listed('a', 1), listed('b', 2)]) : refuse('library-busy', 'busy')), 'library.trashed': async () => answer([]) }), () => undefined)
    await library.refresh()
    expect(library.designs?.map(({ id }) => id)).toEqual(['b', 'a'])
    works = false
    await library.refresh()
    expect([library.designs?.length, library.failure?.message]).toEqual([2, 'busy'])
  })

  test('reports what failed and answers nothing', async () => {
    const reports: string[] = []
    const library = new Library(client({ 'library.create': async () => refuse('disk-full', 'The disk is full') }), (tried, error) => reports.push(`${tried}: ${error.message}`))
    expect(await library.create('A')).toBeUndefined()
    expect(reports).toEqual(['The design was not created: The disk is full'])
  })
})

describe('Imports', () => {
  const report = { total: 0, shown: 0, skipped: 0, entries: [], warnings: [] }
  const setUp = (live: Client<typeof API>['import.live']) => {
    let tell: (event: string, payload: unknown) => void = () => undefined
    const imports = new Imports(client({ 'import.live': live }), { on: (listener) => { tell = listener; return () => undefined } }, () => 'job-1')
    return { imports, tell: (payload: unknown) => tell('import.progress', payload) }
  }
  const request = { name: 'A', profile: '', regions: [], endpointUrl: '' }

  test('shows the progress of its own job only, then the result', async () => {
    let finish: () => void = () => undefined
    const { imports, tell } = setUp(() => new Promise((resolve) => { finish = () => resolve(answer({ design: listed('a', 1), report })) }))
    const done = imports.live(request)
    tell({ job: 'another', done: 9, total: 9, message: 'x' })
    tell({ job: 'job-1', done: 1, total: 4, message: 'us-east-1' })
    tell({ job: 'job-1', done: 'bad' })
    expect(imports.running).toEqual({ job: 'job-1', done: 1, total: 4, message: 'us-east-1', canCancel: true })
    finish()
    await done
    expect([imports.running, imports.finished?.design.id]).toEqual([undefined, 'a'])
  })

  test('a cancelled import is no failure; a refused one says why', async () => {
    const cancelled = setUp(async () => refuse('cancelled', 'stopped')).imports
    await cancelled.live(request)
    expect([cancelled.failure, cancelled.finished]).toEqual([undefined, undefined])
    const refused = setUp(async () => refuse('no-credentials', 'No credentials were found')).imports
    await refused.live(request)
    expect(refused.failure?.message).toBe('No credentials were found')
  })
})

test('the report of an import is filtered by outcome and by every word', () => {
  const entry = (type: string, awsId: string, outcome: 'shown' | 'skipped', reason?: string) => ({ origin: 'a.json', type, awsId, outcome, ...(reason === undefined ? {} : { reason }) })
  const entries = [entry('VPC', 'vpc-1', 'shown'), entry('Instance', 'i-1', 'skipped', 'It is terminated'), entry('Instance', 'i-2', 'shown')]
  expect(filterEntries(entries, 'skipped', '').map(({ awsId }) => awsId)).toEqual(['i-1'])
  expect(filterEntries(entries, 'all', 'INSTANCE terminated').map(({ awsId }) => awsId)).toEqual(['i-1'])
  expect(filterEntries(entries, 'shown', 'terminated')).toEqual([])
})
