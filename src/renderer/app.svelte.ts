import { createContext } from 'svelte'
import { API, EVENTS } from '../shared/api.ts'
import { type CallError, type Client, createClient } from '../shared/contract.ts'
import { Library } from './home/library.svelte.ts'
import { Notices } from './state/notices.svelte.ts'
import { DesignSession } from './state/session.svelte.ts'
import { Theme, isThemeChoice, type ThemeChoice } from './styles/theme.svelte.ts'
import type { Connection, Link } from './transport/index.ts'
import { startAnalysisWorker } from './worker/index.ts'

/** The dialogs that belong to no design. */
export type AppDialog = 'about' | 'keys' | 'settings'

const addressOf = (id: string) => `#design=${id}`

/** The state of the window: which design is open, the way to main, and what floats above everything. */
export class App {
  readonly link: Link
  readonly client: Client<typeof API>
  readonly notices = new Notices()
  readonly theme = new Theme(matchMedia('(prefers-color-scheme: dark)'))
  readonly library: Library
  connection = $state<Connection>('opening')
  session = $state.raw<DesignSession | undefined>(undefined)
  /** True while a design is being read. */
  isOpening = $state(false)
  dialog = $state<AppDialog | undefined>(undefined)
  /** The renderer's own failure, which nothing handled. */
  crash = $state.raw<unknown>(undefined)
  /** What main asked for through the desktop's menu; a new object for each request. */
  menuCommand = $state.raw<{ readonly command: string } | undefined>(undefined)
  #openRequest = 0

  constructor(link: Link) {
    this.link = link
    this.client = createClient(API, link)
    this.library = new Library(this.client, this.report)
    link.onConnection((state) => this.#connectionBecame(state))
    link.on((event, payload) => this.#heard(event, payload))
  }

  /** Reads settings and the library, and opens the design that the address names. */
  async start(): Promise<void> {
    const [settings] = await Promise.all([this.client['settings.read']({}), this.library.refresh(), this.followAddress()])
    if (settings.ok && isThemeChoice(settings.value.theme)) this.theme.choice = settings.value.theme
  }

  /** Says what went wrong: what was tried, and main's reason, which names the place and the remedy. */
  readonly report = (tried: string, error: CallError): void => {
    const details = error.details === undefined || error.details.length === 0 ? '' : ` (${error.details.slice(0, 3).join('; ')})`
    this.notices.add('error', `${tried}: ${error.message}${details}`)
  }

  /** Opens a design of the library in the editor. */
  async open(id: string): Promise<void> {
    const request = ++this.#openRequest
    this.isOpening = true
    const opened = await this.client['library.open']({ id })
    if (request !== this.#openRequest) return
    this.isOpening = false
    if (!opened.ok) {
      this.report('The design could not be opened', opened.error)
      return this.leave()
    }
    this.session?.close()
    this.session = new DesignSession(opened.value, { client: this.client, notices: this.notices, port: startAnalysisWorker() })
    if (location.hash !== addressOf(id)) history.pushState(null, '', addressOf(id))
  }

  /** Goes back to the library. */
  leave(): void {
    this.#openRequest += 1
    this.isOpening = false
    this.session?.close()
    this.session = undefined
    if (location.hash !== '') history.pushState(null, '', location.pathname + location.search)
    void this.library.refresh()
  }

  /** Shows what the window's address names; called at start and when the person goes back or forward. */
  async followAddress(): Promise<void> {
    const id = /^#design=([A-Za-z0-9_-]{1,64})$/.exec(location.hash)?.[1]
    if (id !== undefined && id !== this.session?.id) await this.open(id)
    if (id === undefined && this.session) this.leave()
  }

  /** Chooses a theme for good. */
  async chooseTheme(choice: ThemeChoice): Promise<void> {
    this.theme.choice = choice
    const written = await this.client['settings.write']({ key: 'theme', value: choice })
    if (!written.ok) this.report('The setting was not kept', written.error)
  }

  #connectionBecame(state: Connection): void {
    const isBack = this.connection === 'lost' && state === 'open'
    this.connection = state
    if (!isBack) return
    void this.library.refresh()
    void this.session?.retrySave()
  }

  #heard(event: string, payload: unknown): void {
    if (event === 'library.changed') {
      const changed = EVENTS['library.changed'].safeParse(payload)
      if (!changed.success) return
      if (changed.data.id === this.session?.id) this.session.libraryChanged(changed.data.revision)
      if (!this.session) void this.library.refresh()
    } else if (event === 'menu.command') {
      const asked = EVENTS['menu.command'].safeParse(payload)
      if (asked.success) this.menuCommand = asked.data
    } else if (event === 'file.opened') {
      const opened = EVENTS['file.opened'].safeParse(payload)
      if (opened.success) void this.open(opened.data.design.id)
    }
  }
}

/** The window's state, for components. */
export const [getApp, setApp] = createContext<App>()
