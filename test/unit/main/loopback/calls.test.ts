import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { decodeMessage, encodeMessage } from '../../../../src/shared/wire.ts'
import { enter, startSite, type TestSite } from './site.ts'

let site: TestSite
let cookie: string

beforeAll(async () => {
  site = await startSite()
  cookie = await enter(site)
})
afterAll(() => site.stop())

const connect = (headers: Readonly<Record<string, string>>, path = '/calls') =>
  new WebSocket(`ws://${site.authority}${path}`, { headers: { Origin: site.origin, Cookie: cookie, ...headers } })

async function refusalOf(socket: WebSocket): Promise<string> {
  const [error] = await once(socket, 'error') as [Error]
  return error.message
}

describe('the socket', () => {
  it.each([
    [{ Origin: 'http://evil.example' }],
    [{ Origin: 'http://localhost' }],
    [{ Origin: 'null' }],
    [{ Cookie: '' }],
    [{ Host: 'evil.example' }],
  ])('is refused with %j', async (headers) => {
    expect(await refusalOf(connect(headers as Record<string, string>))).toContain('403')
  })

  it('is refused on another path', async () => {
    expect(await refusalOf(connect({}, '/other'))).toContain('403')
  })

  it('answers calls by their number, bytes included', async () => {
    const socket = connect({})
    await once(socket, 'open')
    socket.send(encodeMessage({ id: 7, method: 'echo', input: { bytes: new Uint8Array([1, 2]) } }))
    const [data] = await once(socket, 'message') as [Buffer]
    expect(decodeMessage(data.toString())).toEqual({ id: 7, outcome: { ok: true, value: { bytes: new Uint8Array([1, 2]) } } })
    socket.close()
  })

  it('sends events to every open tab', async () => {
    const tabs = [connect({}), connect({})]
    await Promise.all(tabs.map((tab) => once(tab, 'open')))
    const heard = Promise.all(tabs.map(async (tab) => decodeMessage(String((await once(tab, 'message') as [Buffer])[0]))))
    site.host.emit('changed', { id: 'd1' })
    expect(await heard).toEqual([1, 2].map(() => ({ event: 'changed', payload: { id: 'd1' } })))
    tabs.forEach((tab) => tab.close())
  })

  it.each(['', '{', '[]', '{"id":-1,"method":"echo","input":1}', '{"id":1}', `${'['.repeat(50_000)}`])('is closed when it says %.20j', async (text) => {
    const socket = connect({})
    await once(socket, 'open')
    socket.send(text)
    const [code] = await once(socket, 'close') as [number]
    expect(code).toBe(1008)
    expect(site.bugs).toEqual([])
  })
})

it('a taken port is refused in one sentence', async () => {
  const other = createServer()
  other.listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  await expect(startSite(port)).rejects.toThrow(`port ${port} of 127.0.0.1 is taken by another program; choose another with --port`)
  other.close()
})
