import { beforeEach, describe, expect, it } from 'vitest'
import { createSocketLink, type SocketLike } from '../../../../src/renderer/transport/socket.ts'
import { decodeMessage, encodeMessage } from '../../../../src/shared/wire.ts'

/** A socket that a test opens, answers and breaks by hand. */
class FakeSocket extends EventTarget {
  readonly sent: unknown[] = []
  readyState = 0
  send(text: string): void { this.sent.push(decodeMessage(text)) }
  close(): void { this.dispatchEvent(new Event('close')) }
  says(message: unknown): void { this.dispatchEvent(new MessageEvent('message', { data: encodeMessage(message) })) }
  opens(): void { this.dispatchEvent(new Event('open')) }
}

let sockets: FakeSocket[]
let waits: { run: () => void; ms: number }[]
const start = () => createSocketLink(
  () => {
    const socket = new FakeSocket()
    sockets.push(socket)
    return socket as unknown as SocketLike
  },
  (run, ms) => waits.push({ run, ms }),
)
const latest = () => sockets.at(-1) as FakeSocket

beforeEach(() => {
  sockets = []
  waits = []
})

describe('the WebSocket transport', () => {
  it('holds calls back until the socket is open, and matches answers by number', async () => {
    const link = start()
    const both = Promise.all([link.invoke('a', 1), link.invoke('b', new Uint8Array([9]))])
    expect(latest().sent).toEqual([])
    latest().opens()
    expect(latest().sent).toEqual([{ id: 1, method: 'a', input: 1 }, { id: 2, method: 'b', input: new Uint8Array([9]) }])
    latest().says({ id: 2, outcome: { ok: true, value: 'B' } })
    latest().says({ id: 1, outcome: { ok: false, error: { code: 'x', message: 'y' } } })
    expect(await both).toEqual([{ ok: false, error: { code: 'x', message: 'y' } }, { ok: true, value: 'B' }])
  })

  it('gives events to each listener until it stops', () => {
    const link = start()
    const heard: unknown[] = []
    const stop = link.on((event, payload) => heard.push([event, payload]))
    latest().says({ event: 'changed', payload: { n: 1 } })
    stop()
    latest().says({ event: 'changed', payload: { n: 2 } })
    expect(heard).toEqual([['changed', { n: 1 }]])
  })

  it('refuses what was under way when the connection breaks, tries again ever more slowly, and recovers', async () => {
    const link = start()
    const states: string[] = []
    link.onConnection((state) => states.push(state))
    latest().opens()
    const lost = link.invoke('a', 1)
    latest().close()
    expect(await lost).toMatchObject({ ok: false, error: { code: 'connection-lost' } })
    expect(await link.invoke('a', 1)).toMatchObject({ error: { code: 'connection-lost' } })
    waits.at(-1)?.run()
    latest().close()
    expect(waits.map(({ ms }) => ms)).toEqual([250, 500])
    waits.at(-1)?.run()
    latest().opens()
    expect(states).toEqual(['opening', 'open', 'lost', 'open'])
    void link.invoke('again', null)
    expect(latest().sent).toEqual([{ id: 2, method: 'again', input: null }])
  })

  it('refuses an answer that is no outcome', async () => {
    const link = start()
    latest().opens()
    const call = link.invoke('a', 1)
    latest().says({ id: 1, outcome: 'hello' })
    expect(await call).toMatchObject({ ok: false, error: { code: 'internal' } })
  })
})
