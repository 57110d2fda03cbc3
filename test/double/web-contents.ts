import { EventEmitter } from 'node:events'
import { emitApp } from './app.ts'
import { answerTest, test } from './main-side.ts'
import { strict } from './strict.ts'

/** What setWindowOpenHandler is given. */
type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' }

/** A frame as ipcMain sees it. */
export interface Frame {
  readonly url: string
}

/** The page of one window, seen from main. */
export interface WebContents {
  readonly id: number
  readonly mainFrame: Frame
  readonly send: (channel: string, ...args: unknown[]) => void
  readonly on: (event: string, listener: (...args: never[]) => void) => unknown
  readonly setWindowOpenHandler: (handler: OpenHandler) => void
  readonly isDestroyed: () => boolean
  readonly getURL: () => string
}

const open = new Map<number, { contents: WebContents; emitter: EventEmitter; state: { url: string; handler: OpenHandler | undefined; isDestroyed: boolean } }>()

const known = new Set(['will-navigate', 'will-prevent-unload', 'will-attach-webview', 'will-redirect', 'did-finish-load', 'render-process-gone', 'unresponsive'])

/** Makes the page of a window and tells app of it, before anything is loaded. */
export function createContents(id: number): WebContents {
  const emitter = new EventEmitter()
  const state = { url: '', handler: undefined as OpenHandler | undefined, isDestroyed: false }
  const mainFrame: Frame = { get url() { return state.url } }
  const contents: WebContents = strict('webContents', {
    id,
    mainFrame,
    send: (channel: string, ...args: unknown[]) => {
      if (state.isDestroyed) throw new Error('Object has been destroyed')
      void test.ask('page.deliver', { id, channel, args: structuredClone(args) }).catch(() => undefined)
    },
    on: (event: string, listener: (...args: never[]) => void) => {
      if (!known.has(event)) throw new Error(`electron double: event ${event} of webContents is not modelled`)
      return emitter.on(event, listener as (...args: unknown[]) => void)
    },
    setWindowOpenHandler: (handler: OpenHandler) => { state.handler = handler },
    isDestroyed: () => state.isDestroyed,
    getURL: () => state.url,
  })
  open.set(id, { contents, emitter, state })
  emitApp('web-contents-created', contents)
  return contents
}

/** The page with this id; throws when it is gone. */
export function contentsOf(id: number): { contents: WebContents; emitter: EventEmitter; state: { url: string; handler: OpenHandler | undefined; isDestroyed: boolean } } {
  const found = open.get(id)
  if (found === undefined) throw new Error(`electron double: no page ${id}`)
  return found
}

answerTest('page.navigated', ({ id, url }: { id: number; url: string }) => { contentsOf(id).state.url = url })

/** A page asks to go elsewhere: answers whether main prevented it. */
answerTest('page.willNavigate', ({ id, url }: { id: number; url: string }) => {
  let isPrevented = false
  contentsOf(id).emitter.emit('will-navigate', { url, preventDefault: () => { isPrevented = true } })
  return isPrevented
})

/** A page asks for a new window. */
answerTest('page.willOpen', ({ id, url }: { id: number; url: string }) => {
  const { handler } = contentsOf(id).state
  if (handler === undefined) throw new Error('electron double: a window without a window open handler is not modelled')
  const { action } = handler({ url })
  if (action !== 'deny') throw new Error('electron double: allowed new windows are not modelled')
})

/** A page that is asked to close wants to stay: answers whether main lets it go all the same. */
answerTest('page.willPreventUnload', ({ id }: { id: number }) => {
  let isOverruled = false
  contentsOf(id).emitter.emit('will-prevent-unload', { preventDefault: () => { isOverruled = true } })
  return isOverruled
})
