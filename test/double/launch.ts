import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { startAppServer, type Fetched } from './app-server.ts'
import { openChannel } from './channel.ts'
import { openWindows } from './windows.ts'

/** How to start a main under the double. */
export interface LaunchOptions {
  /** The built main, for example out/main/electron.js. */
  readonly main: string
  readonly browser: Browser
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** A running app, in the shape of Playwright's ElectronApplication, with what the double adds. */
export interface LaunchedApp {
  readonly firstWindow: () => Promise<Page>
  /** Runs a function in main; it is sent as text, so it sees only its arguments. */
  readonly evaluate: <A, R>(run: (electron: never, arg: A) => R | Promise<R>, arg: A) => Promise<Awaited<R>>
  /** Asks main anything the double models on its side, such as `menu.click`. */
  readonly ask: (topic: string, payload: unknown) => Promise<unknown>
  /** Queues the answer to the next dialog of this sort. */
  readonly answerDialog: (method: string, answer: unknown) => void
  /** What main asked the system to open or show, in order. */
  readonly seen: { readonly opened: string[]; readonly errors: unknown[]; readonly dialogs: unknown[] }
  /** Everything main wrote to its output. */
  readonly output: () => string
  /** The exit code, once main has ended. */
  readonly exited: Promise<number | null>
  /** Ends main at once, as a crash does. */
  readonly kill: () => Promise<void>
  readonly close: () => Promise<void>
}

const register = join(import.meta.dirname, 'register.ts')

/** Starts a built main with the double in place of Electron. */
export async function launch({ main, browser, args = [], env = {} }: LaunchOptions): Promise<LaunchedApp> {
  const child = spawn(process.execPath, ['--import', register, main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
    env: { ...process.env, ...env },
  })
  let output = ''
  child.stdout?.on('data', (part: Buffer) => (output += part.toString()))
  child.stderr?.on('data', (part: Buffer) => (output += part.toString()))
  const exited = once(child, 'exit').then(([code]) => code as number | null)

  const queue = new Map<string, unknown[]>()
  const seen = { opened: [] as string[], errors: [] as unknown[], dialogs: [] as unknown[] }
  const ask = (topic: string, payload: unknown): Promise<unknown> => channel.ask(topic, payload)
  const server = await startAppServer((url, method) => ask('protocol.fetch', { url, method }) as Promise<Fetched>)
  const windows = openWindows(browser, server, ask)
  const channel = openChannel(
    { send: (message) => { if (child.connected) child.send(message) }, onMessage: (listener) => child.on('message', listener) },
    {
      ...windows.responders,
      exit: () => undefined,
      'shell.openExternal': (url: string) => void seen.opened.push(url),
      'dialog.error': (what: unknown) => void seen.errors.push(what),
      'dialog.show': ({ method, options }: { method: string; options: unknown }) => {
        seen.dialogs.push(options)
        const answers = queue.get(method) ?? []
        if (answers.length === 0) throw new Error(`electron double: nobody queued an answer to ${method}`)
        return answers.shift()
      },
    },
  )
  const cleaned = exited.then(async (code) => {
    channel.fail(`the app has ended with code ${String(code)}: ${output.slice(-2000)}`)
    server.close()
    await windows.close()
  })

  return {
    firstWindow: () => Promise.race([windows.first, exited.then((code) => Promise.reject(new Error(`no window, main ended with ${String(code)}: ${output}`)))]),
    evaluate: async (run, arg) => (await ask('evaluate', { source: run.toString(), arg })) as never,
    ask,
    answerDialog: (method, reply) => void queue.set(method, [...(queue.get(method) ?? []), reply]),
    seen,
    output: () => output,
    exited,
    kill: async () => {
      child.kill('SIGKILL')
      await cleaned
    },
    close: async () => {
      if (child.exitCode === null && child.connected) await ask('app.quit', null).catch(() => undefined)
      const timer = setTimeout(() => child.kill('SIGKILL'), 5000)
      await cleaned
      clearTimeout(timer)
    },
  }
}
