import { EventEmitter } from 'node:events'
import { emitApp } from './app.ts'
import { answerTest, test } from './main-side.ts'
import { onlyOptions, strict } from './strict.ts'
import { contentsOf, createContents, type WebContents } from './web-contents.ts'

interface Options {
  readonly width?: number
  readonly height?: number
  readonly webPreferences?: Readonly<Record<string, unknown>>
}

const knownOptions = ['width', 'height', 'minWidth', 'minHeight', 'show', 'title', 'webPreferences', 'backgroundColor', 'icon']
const required = { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false }
const knownPreferences = [...Object.keys(required), 'preload', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames', 'allowRunningInsecureContent', 'spellcheck']

const windows = new Map<number, Window>()
let nextId = 1

/** The double cannot run an unsafe window, so it refuses to pretend. */
function checkPreferences(preferences: Readonly<Record<string, unknown>>): void {
  onlyOptions('webPreferences', preferences, knownPreferences)
  for (const [name, value] of Object.entries(required)) {
    if (preferences[name] !== value) throw new Error(`electron double: only webPreferences.${name} = ${String(value)} is modelled`)
  }
}

class Window extends EventEmitter {
  readonly id: number
  readonly webContents: WebContents
  readonly #created: Promise<unknown>
  #isVisible: boolean
  #isDestroyed = false
  #isMinimized = false

  constructor(options: Options & { readonly show?: boolean }) {
    super()
    onlyOptions('BrowserWindow', options, knownOptions)
    checkPreferences(options.webPreferences ?? {})
    this.id = nextId
    nextId += 1
    this.#isVisible = options.show !== false
    windows.set(this.id, this)
    this.webContents = createContents(this.id)
    this.#created = test.ask('window.create', { id: this.id, width: options.width, height: options.height, preload: options.webPreferences?.preload })
  }

  async loadURL(url: string): Promise<void> {
    await this.#created
    contentsOf(this.id).state.url = url
    await test.ask('window.load', { id: this.id, url })
    this.emit('ready-to-show')
    contentsOf(this.id).emitter.emit('did-finish-load')
  }

  show(): void { this.#isVisible = true }
  focus(): void { this.#isVisible = true }
  isVisible(): boolean { return this.#isVisible }
  isMinimized(): boolean { return this.#isMinimized }
  minimize(): void { this.#isMinimized = true }
  restore(): void { this.#isMinimized = false }
  isDestroyed(): boolean { return this.#isDestroyed }

  /** The page may want to stay; `closed` follows when it went. */
  close(): void {
    void test.ask('window.close', { id: this.id })
  }

  destroy(): void {
    void test.ask('window.destroy', { id: this.id }).then(() => this.closed())
  }

  /** Called when the page is gone, whoever closed it. */
  closed(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    contentsOf(this.id).state.isDestroyed = true
    windows.delete(this.id)
    this.emit('closed')
    if (windows.size === 0) emitApp('window-all-closed')
  }
}

answerTest('window.closed', ({ id }: { id: number }) => windows.get(id)?.closed())
answerTest('window.state', ({ id }: { id: number }) => {
  const window = windows.get(id)
  return { isVisible: window?.isVisible() ?? false, isMinimized: window?.isMinimized() ?? false }
})

// The class itself stays as it is (`this` and #private fields do not survive a Proxy); an unmodelled member of a
// window is undefined there, and calling it throws.
export const BrowserWindow = strict('BrowserWindow', Object.assign(Window, {
  getAllWindows: () => [...windows.values()],
  getFocusedWindow: () => [...windows.values()].find((window) => window.isVisible()) ?? null,
  fromWebContents: (contents: WebContents) => windows.get(contents.id) ?? null,
}))

