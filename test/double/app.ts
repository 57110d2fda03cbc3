import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { answerTest, test } from './main-side.ts'
import { strict } from './strict.ts'

const emitter = new EventEmitter()
const paths = new Map<string, string>()
let isQuitting = false

/** Events of app that other parts of the double raise. */
export function emitApp(event: string, ...args: readonly unknown[]): void {
  emitter.emit(event, { preventDefault: () => undefined }, ...args)
}

const known = new Set(['second-instance', 'open-file', 'activate', 'window-all-closed', 'web-contents-created', 'before-quit', 'will-quit'])

function on(event: string, listener: (...args: never[]) => void): object {
  if (!known.has(event)) throw new Error(`electron double: event ${event} of app is not modelled`)
  emitter.on(event, listener as (...args: unknown[]) => void)
  return app
}

async function leave(code: number): Promise<void> {
  await test.ask('exit', code)
  process.exit(code)
}

function quit(): void {
  if (isQuitting) return
  isQuitting = true
  let isStopped = false
  const event = { preventDefault: () => { isStopped = true } }
  emitter.emit('before-quit', event)
  if (!isStopped) emitter.emit('will-quit', event)
  if (isStopped) isQuitting = false
  else void leave(0)
}

export const app = strict('app', {
  get isPackaged() { return process.env.DOUBLE_IS_PACKAGED === '1' },
  enableSandbox: () => undefined,
  exit: (code = 0) => void leave(code),
  getPath: (key: string) => {
    const path = paths.get(key)
    if (path === undefined) throw new Error(`electron double: app.getPath('${key}') is not modelled`)
    return path
  },
  on,
  quit,
  requestSingleInstanceLock: () => process.env.DOUBLE_IS_SECOND !== '1',
  setPath: (key: string, path: string) => {
    if (!existsSync(path)) throw new Error(`Failed to set '${key}' path: ${path} does not exist`)
    paths.set(key, path)
  },
  whenReady: () => Promise.resolve(),
})

answerTest('app.emit', ({ event, args }: { event: string; args: readonly unknown[] }) => emitApp(event, ...args))
answerTest('app.quit', () => quit())
