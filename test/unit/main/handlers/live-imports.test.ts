import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createHost } from '../../../../src/main/create-host.ts'
import type { Host } from '../../../../src/main/host.ts'
import { answer } from '../../../../src/shared/contract.ts'
import { type AwsServer, startAwsServer } from '../../../double/aws-server.ts'

const data = { Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', OwnerId: '111111111111', State: 'available' } as never] }
let folder: string
let host: Host
let server: AwsServer
let events: { event: string; payload: { job: string; done: number; total: number } }[]
let onCall: (action: string) => void | Promise<void>

beforeEach(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIASAMPLEACCESSKEY1')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'sampleSecretOfTheTest')
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true')
  vi.stubEnv('AWS_CONFIG_FILE', '/nonexistent/config')
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nonexistent/credentials')
  folder = await mkdtemp(join(tmpdir(), 'causeway-live-'))
  events = []
  onCall = () => undefined
  server = await startAwsServer(data, { onCall: (action) => onCall(action) })
  const created = await createHost(folder, { host: 'loopback', emit: (event, payload) => events.push({ event, payload: payload as never }), save: async () => answer({ outcome: 'download' }) })
  if (!created.ok) throw new Error(created.error.message)
  host = created.value
})

afterEach(async () => {
  host.close()
  await server.close()
  await rm(folder, { recursive: true })
  vi.unstubAllEnvs()
})

const live = (more: object = {}) => host.answer('import.live', { job: 'j1', name: 'Account', regions: ['eu-west-1'], endpointUrl: server.url, ...more })

it('puts the account into the library as a placed design, and tells how far it is', async () => {
  const imported = await live()
  expect(imported).toMatchObject({ ok: true, value: { design: { name: 'Account', resources: 1 }, report: { total: 1, shown: 1 } } })
  const { id } = (imported as { value: { design: { id: string } } }).value.design
  const opened = (await host.answer('library.open', { id })) as { value: { design: { placements: object } } }
  expect(Object.keys(opened.value.design.placements)).toEqual(['vpc:111111111111.eu-west-1.vpc-1'])
  const progress = events.filter(({ event }) => event === 'import.progress').map(({ payload }) => payload)
  expect(progress.at(-1)).toMatchObject({ job: 'j1', done: progress.length, total: progress.length })
})

it('keeps nothing of a cancelled import, and takes the same name again', async () => {
  onCall = async (action) => {
    if (action === 'DescribeSubnets') await host.answer('import.cancel', { job: 'j1' })
  }
  expect(await live()).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(await host.answer('library.list', {})).toEqual({ ok: true, value: [] })
  onCall = () => undefined
  expect(await live()).toMatchObject({ ok: true })
})

it('lists no profiles where there are none', async () => {
  expect(await host.answer('import.profiles', {})).toEqual({ ok: true, value: [] })
})
