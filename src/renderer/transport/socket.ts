import { outcomeSchema, refuse, type Outcome } from '../../shared/contract.ts'
import { decodeMessage, encodeMessage } from '../../shared/wire.ts'
import type { Connection, Link } from './link.ts'

/** As much of a browser's WebSocket as the transport uses. */
export type SocketLike = Pick<WebSocket, 'send' | 'close' | 'addEventListener' | 'readyState'>

const lost = (): Outcome<never> => refuse('connection-lost', 'Causeway does not answer: is it still running?')
const retryMs = [250, 500, 1000, 2000, 5000]

/**
 * Calls over a WebSocket that is opened again when it breaks. A call made while it is opening waits; one whose
 * answer can no longer come is refused with `connection-lost`, and whether it took effect is then unknown.
 */
export function createSocketLink(open: () => SocketLike, wait: (run: () => void, ms: number) => void): Link {
  const listeners = new Set<(event: string, payload: unknown) => void>()
  const watchers = new Set<(state: Connection) => void>()
  const pending = new Map<number, (outcome: Outcome<unknown>) => void>()
  let queue: string[] = []
  let nextId = 1
  let failures = 0
  let state: Connection = 'opening'
  let socket: SocketLike

  const become = (next: Connection): void => {
    if (next === state) return
    state = next
    for (const watcher of watchers) watcher(state)
  }

  const settle = (id: unknown, outcome: unknown): void => {
    const parsed = outcomeSchema.safeParse(outcome)
    if (typeof id !== 'number') return
    pending.get(id)?.(parsed.success ? (parsed.data as Outcome<unknown>) : refuse('internal', 'Causeway sent an answer that cannot be read'))
    pending.delete(id)
  }

  const connect = (): void => {
    socket = open()
    socket.addEventListener('open', () => {
      failures = 0
      for (const text of queue.splice(0)) socket.send(text)
      become('open')
    })
    socket.addEventListener('message', ({ data }) => {
      const message = decodeMessage(String(data)) as Readonly<Record<string, unknown>> | undefined
      if (typeof message?.event === 'string') for (const listener of listeners) listener(message.event, message.payload)
      else settle(message?.id, message?.outcome)
    })
    socket.addEventListener('close', () => {
      queue = []
      for (const finish of pending.values()) finish(lost())
      pending.clear()
      become('lost')
      wait(connect, retryMs[Math.min(failures, retryMs.length - 1)] ?? 5000)
      failures += 1
    })
  }
  connect()

  return {
    host: 'browser',
    invoke: (method, input) => new Promise((resolve) => {
      if (state === 'lost') return resolve(lost())
      const id = nextId
      nextId += 1
      pending.set(id, resolve)
      const text = encodeMessage({ id, method, input })
      if (state === 'open') socket.send(text)
      else queue.push(text)
    }),
    on: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onConnection: (watcher) => {
      watchers.add(watcher)
      watcher(state)
      return () => watchers.delete(watcher)
    },
  }
}
