// The line between the main under test (a child process) and the test, which owns the browser. Values are copied by
// structured clone in both directions, as Electron does.
import type { Serializable } from 'node:child_process'

/** One end of the line. */
export interface Line {
  readonly send: (message: Serializable) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
}

/** Answers a request of the other side. */
export type Responder = (payload: never) => unknown

/** Requests and answers over a line. */
export interface Channel {
  readonly ask: (topic: string, payload: unknown) => Promise<unknown>
  /** The other side is gone: all requests under way fail. */
  readonly fail: (reason: string) => void
}

type Message =
  | { readonly ask: number; readonly topic: string; readonly payload: unknown }
  | { readonly reply: number; readonly value?: unknown; readonly error?: string }

/** Opens a channel whose requests from the other side are answered by `responders`, by topic. */
export function openChannel(line: Line, responders: Readonly<Record<string, Responder>>): Channel {
  const pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let next = 1
  let dead: string | undefined

  const respond = async (message: Extract<Message, { ask: number }>): Promise<void> => {
    try {
      const responder = responders[message.topic]
      if (responder === undefined) throw new Error(`electron double: nobody answers ${message.topic}`)
      line.send({ reply: message.ask, value: await responder(message.payload as never) })
    } catch (cause) {
      line.send({ reply: message.ask, error: cause instanceof Error ? cause.message : String(cause) })
    }
  }

  line.onMessage((raw) => {
    const message = raw as Message
    if ('ask' in message) return void respond(message)
    const waiting = pending.get(message.reply)
    pending.delete(message.reply)
    if (message.error === undefined) waiting?.resolve(message.value)
    else waiting?.reject(new Error(message.error))
  })

  return {
    ask: (topic, payload) => new Promise((resolve, reject) => {
      if (dead !== undefined) return reject(new Error(dead))
      pending.set(next, { resolve, reject })
      line.send({ ask: next, topic, payload } as Serializable)
      next += 1
    }),
    fail: (reason) => {
      dead = reason
      for (const { reject } of pending.values()) reject(new Error(reason))
      pending.clear()
    },
  }
}
