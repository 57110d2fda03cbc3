import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHost } from '../../../src/main/create-host.ts'
import type { Host } from '../../../src/main/host.ts'
import { API } from '../../../src/shared/api.ts'
import { answer } from '../../../src/shared/contract.ts'
import { emptyDesign } from '../../../src/shared/document/design.ts'
import { serializeDesign } from '../../../src/shared/document/serialize.ts'

let folder: string
let host: Host
let events: unknown[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'causeway-host-'))
  events = []
  const created = await createHost(folder, { host: 'loopback', emit: (event, payload) => events.push([event, payload]), save: async () => answer({ outcome: 'download' }) })
  if (!created.ok) throw new Error(created.error.message)
  host = created.value
})
afterEach(async () => {
  host.close()
  await rm(folder, { recursive: true })
})

/** Makes a call and checks that the answer is what the contract promises. */
async function call(method: keyof typeof API, input: unknown): Promise<never> {
  const outcome = await host.answer(method, input)
  if (!outcome.ok) throw new Error(outcome.error.message)
  return API[method].output.parse(outcome.value) as never
}

describe('a host', () => {
  it('answers every call of the contract with what the contract promises, or refuses in words', async () => {
    expect(await call('app.info', {})).toMatchObject({ host: 'loopback', libraryPath: join(folder, 'library.db') })
    const { id } = (await call('library.create', { name: 'One' })) as { id: string }
    expect(await call('library.list', {})).toEqual([expect.objectContaining({ id, name: 'One', revision: 0 })])
    expect(await call('library.open', { id })).toMatchObject({ id, revision: 0, design: { name: 'One' } })
    const edit = { label: 'Rename', changes: [{ op: 'rename', before: 'One', after: 'Two' }] }
    expect(await call('library.append', { id, expectedRevision: 0, edit })).toEqual({ revision: 1 })
    expect(await host.answer('library.append', { id, expectedRevision: 0, edit })).toMatchObject({ ok: false, error: { code: 'stale-revision' } })
    expect(await call('library.file', { id })).toMatchObject({ fileName: 'Two.causeway.json' })
    expect(await call('settings.write', { key: 'theme', value: 'dark' })).toBeNull()
    expect(await call('settings.read', {})).toEqual({ theme: 'dark' })
    expect(await call('library.search', { text: 'two' })).toMatchObject({ hits: [{ design: id, name: 'Two', kind: 'Design' }], hasMore: false })
    expect(await call('library.trash', { id, expectedRevision: 1 })).toMatchObject({ id })
    expect(await call('library.trashed', {})).toEqual([expect.objectContaining({ id })])
    expect(await call('library.restore', { id })).toMatchObject({ id })
    await call('library.trash', { id, expectedRevision: 1 })
    expect(await call('library.purge', { ids: [id] })).toEqual({ purged: 1 })
  })

  it('tells of changes of the library', async () => {
    const { id } = (await call('library.create', { name: 'One' })) as { id: string }
    await call('library.rename', { id, expectedName: 'One', name: 'Two' })
    expect(events).toEqual([['library.changed', { id, revision: 0 }], ['library.changed', { id, revision: 1 }]])
  })

  it('makes a placed design of dump files, on its own thread, and keeps the evidence', async () => {
    const vpc = { VpcId: 'vpc-0a1b2c3d4e5f60718', CidrBlock: '10.0.0.0/16', OwnerId: '111122223333', State: 'available' }
    const files = [{ path: '111122223333/eu-west-1/vpcs.json', text: JSON.stringify({ Vpcs: [vpc] }) }]
    const { design, report } = (await call('import.files', { name: 'Estate', files })) as { design: { id: string }; report: object }
    expect(report).toMatchObject({ total: 1, shown: 1, skipped: 0 })
    const opened = (await call('library.open', { id: design.id })) as { design: { resources: object; placements: object } }
    expect(Object.keys(opened.design.resources)).toHaveLength(1)
    expect(Object.keys(opened.design.placements)).toHaveLength(1)
  })

  it.each([['svg', '<svg'], ['png', '\u0089PNG'], ['pdf', '%PDF-']])('draws %s on the same thread', async (format, start) => {
    const { id } = (await call('library.create', { name: 'A/B' })) as { id: string }
    const { fileName, bytes } = (await call('export.picture', { id, format })) as { fileName: string; bytes: Uint8Array }
    expect(fileName).toBe(`A-B.${format}`)
    expect(Buffer.from(bytes).subarray(0, start.length).toString('latin1')).toBe(start)
  })

  it('writes CloudFormation on the same thread', async () => {
    const { id } = (await call('library.create', { name: 'Empty' })) as { id: string }
    expect(await call('export.cloudFormation', { id })).toEqual({ files: [], manualSteps: [], skipped: [] })
  })

  it('refuses files that are no dump and makes no design of them', async () => {
    const refused = await host.answer('import.files', { name: 'x', files: [{ path: 'a.json', text: '{"Vpcs": [' }] })
    expect(refused).toMatchObject({ ok: false, error: { message: expect.stringContaining('a.json') } })
    expect(await call('library.list', {})).toEqual([])
  })

  it('opens a design file from the desktop, and refuses what is none', async () => {
    const path = join(folder, 'mailed.causeway.json')
    await writeFile(path, serializeDesign(emptyDesign('Mailed')))
    expect(await host.openDesignFile(path)).toMatchObject({ ok: true, value: { name: 'Mailed' } })
    await writeFile(path, Buffer.from([0xff, 0xfe, 0x00]))
    expect(await host.openDesignFile(path)).toMatchObject({ ok: false, error: { code: 'not-text' } })
    expect(await host.openDesignFile(join(folder, 'nothing.json'))).toMatchObject({ ok: false, error: { code: 'file-unreadable' } })
  })
})
