import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readDump } from '../../../../src/main/aws/dump.ts'
import { type LiveRequest, readLive } from '../../../../src/main/aws/live.ts'
import { serializeDesign } from '../../../../src/shared/document/serialize.ts'
import { importSnapshot } from '../../../../src/shared/import/import-snapshot.ts'
import type { Snapshot } from '../../../../src/shared/import/snapshot.ts'
import { type AwsBehaviour, type AwsData, type AwsServer, startAwsServer } from '../../../double/aws-server.ts'

const DUMP = join(import.meta.dirname, '../../../samples/import/everything-once/dump/111111111111/eu-west-1')
const SECRET = 'wJalrXUtnFEMIsampleKEYnotReal0123456789'

function dumpData(): AwsData {
  return Object.assign({}, ...readdirSync(DUMP).map((file) => JSON.parse(readFileSync(join(DUMP, file), 'utf8')) as AwsData)) as AwsData
}

/** Sources without where they came from, so that only what AWS said is compared. */
function said(snapshot: Snapshot) {
  const byKey = snapshot.sources.map(({ key, items, region }) => ({ key, region, items }))
  return byKey.filter(({ items }) => items.length > 0).sort((a, b) => (a.key < b.key ? -1 : 1))
}

let server: AwsServer | undefined
const start = async (behaviour: AwsBehaviour = {}, data: AwsData = dumpData()) => (server = await startAwsServer(data, behaviour))
const read = (request: Partial<LiveRequest> = {}) => readLive({ regions: ['eu-west-1'], endpointUrl: server?.url, ...request })

beforeEach(() => {
  for (const name of ['AWS_PROFILE', 'AWS_SESSION_TOKEN', 'AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_ENDPOINT_URL', 'HTTP_PROXY', 'HTTPS_PROXY']) vi.stubEnv(name, undefined)
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIASAMPLEACCESSKEY1')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', SECRET)
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true')
  vi.stubEnv('AWS_CONFIG_FILE', '/nonexistent/config')
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nonexistent/credentials')
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await server?.close()
  server = undefined
})

describe('readLive', () => {
  it('gives the snapshot, and the design, that dump files of the same account give, in pages or not', async () => {
    const offline = await readDump([DUMP])
    if (!offline.ok) throw new Error('the sample cannot be read')
    for (const pageSize of [1000, 1]) {
      await start({ pageSize })
      const live = await read()
      if (!live.ok) throw new Error(JSON.stringify(live.error))
      expect(live.value.warnings).toEqual([])
      expect(said(live.value.snapshot)).toEqual(said({ sources: offline.value.sources }))
      const design = serializeDesign(importSnapshot(live.value.snapshot, 'x').design)
      expect(design).toBe(serializeDesign(importSnapshot({ sources: offline.value.sources }, 'x').design))
      await server?.close()
    }
  })

  it('reports a denied call and goes on', async () => {
    await start({ refused: { DescribeVpnConnections: { code: 'UnauthorizedOperation' }, DescribeConnections: { code: 'AccessDeniedException' } } })
    const live = await read()
    if (!live.ok) throw new Error(JSON.stringify(live.error))
    expect(live.value.warnings.map(({ origin }) => origin)).toEqual(['directconnect:DescribeConnections eu-west-1', 'ec2:DescribeVpnConnections eu-west-1'])
    expect(live.value.warnings.map(({ message }) => message.includes('was denied'))).toEqual([true, true])
    expect(importSnapshot(live.value.snapshot, 'x', live.value.warnings).report).toMatchObject({ warnings: live.value.warnings })
  })

  it('waits out throttling', async () => {
    await start({ throttled: { SearchTransitGatewayRoutes: 1 } })
    const live = await read()
    expect(live.ok && live.value.warnings).toEqual([])
    expect(server?.calls.filter((call) => call === 'SearchTransitGatewayRoutes').length).toBe(3)
  })

  it('makes read-only calls alone', async () => {
    await start()
    await read()
    expect(server?.calls.filter((call) => !/^(Describe|Get|Search)/.test(call))).toEqual([])
  })

  it('tells how far it is', async () => {
    await start()
    const steps: { done: number; total: number }[] = []
    await read({ onProgress: (step) => steps.push(step) })
    expect(steps.at(-1)?.done).toBe(steps.at(-1)?.total)
    expect(steps.map(({ done }) => done)).toEqual(steps.map((_, index) => index + 1))
  })

  it('stops when cancelled', async () => {
    const stop = new AbortController()
    await start({ onCall: (action) => { if (action === 'DescribeSubnets') stop.abort() } })
    expect(await read({ signal: stop.signal })).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  })

  it('survives a Region that does not accept the credentials', async () => {
    await start({ refused: { DescribeVpcs: { code: 'AuthFailure', message: `AWS was not able to validate ${SECRET}` } } })
    const live = await read({ regions: ['eu-west-1', 'af-south-1'] })
    expect(live).toMatchObject({ ok: false, error: { code: 'aws-no-credentials' } })
    expect(server?.calls).toEqual(['DescribeVpcs', 'DescribeVpcs'])
    expect(JSON.stringify(live)).not.toContain(SECRET)
  })

  it('says what is missing in one sentence', async () => {
    await start()
    expect(await readLive({ regions: [], endpointUrl: server?.url })).toMatchObject({ ok: false, error: { code: 'aws-no-region' } })
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined)
    expect(await read()).toMatchObject({ ok: false, error: { code: 'aws-no-credentials' } })
    expect(await read({ profile: 'nobody' })).toMatchObject({ ok: false, error: { code: 'aws-no-credentials', message: expect.stringContaining('profile nobody') as unknown } })
    expect(server?.calls).toEqual([])
  })

  it('keeps credentials and keys out of the snapshot, the report and errors', async () => {
    await start({ refused: { DescribeSubnets: { code: 'InternalError', message: `failed for AKIASAMPLEACCESSKEY1 with ${SECRET}` } } })
    const live = await read()
    if (!live.ok) throw new Error(JSON.stringify(live.error))
    const everything = JSON.stringify([live.value, importSnapshot(live.value.snapshot, 'x', live.value.warnings)])
    expect(everything).toContain('InternalError')
    expect(everything).not.toMatch(/AKIASAMPLE|wJalrX|SAMPLE_SECRET/)
  })
})
