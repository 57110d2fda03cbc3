import { answerTest } from './main-side.ts'
import { strict } from './strict.ts'
import { contentsOf, type Frame, type WebContents } from './web-contents.ts'

interface InvokeEvent {
  readonly sender: WebContents
  readonly senderFrame: Frame | null
}

type Handler = (event: InvokeEvent, ...args: unknown[]) => unknown

const handlers = new Map<string, Handler>()

export const ipcMain = strict('ipcMain', {
  handle: (channel: string, handler: Handler) => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
  removeHandler: (channel: string) => void handlers.delete(channel),
})

/** A renderer invokes a channel; `frame` is the URL of a frame inside the page, absent for the page itself. */
answerTest('ipc.invoke', async ({ id, channel, args, frame }: { id: number; channel: string; args: readonly unknown[]; frame?: string }) => {
  const handler = handlers.get(channel)
  if (handler === undefined) throw new Error(`Error invoking remote method '${channel}': Error: No handler registered for '${channel}'`)
  const { contents } = contentsOf(id)
  try {
    const senderFrame = frame === undefined ? contents.mainFrame : { url: frame }
    return structuredClone(await handler({ sender: contents, senderFrame }, ...structuredClone(args)))
  } catch (cause) {
    throw new Error(`Error invoking remote method '${channel}': ${String(cause)}`, { cause })
  }
})
