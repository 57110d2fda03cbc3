import { createContext, tick } from 'svelte'
import { API, EVENTS } from '../shared/api.ts'
import { type CallError, type Client, createClient } from '../shared/contract.ts'
import { Recent } from './finder/recent.svelte.ts'
import { Library } from './home/library.svelte.ts'
import { Pictures } from './home/pictures.svelte.ts'
import { Shelf } from './home/shelf.svelte.ts'
import { Notices } from './state/notices.svelte.ts'
import { Preferences, type Switch } from './state/preferences.svelte.ts'
import { DesignSession, type SelectableId } from './state/session.svelte.ts'
import { Theme, isThemeChoice, type ThemeChoice } from './styles/theme.svelte.ts'
import type { Connection, Link } from './transport/index.ts'
import { startAnalysisWorker } from './worker/index.ts'

/** The dialogs that belong to no design. */
export type AppDialog = 'about' | 'keys' | 'settings' | 'rules' | 'palette'

/** What the mouse wheel can do on the canvas. */
export const WHEEL_CHOICES = ['pan', 'zoom'] as const

/** What the mouse wheel does on the canvas. */
export type WheelChoice = (typeof WHEEL_CHOICES)[number]

const addressOf = (id: string) => `#design=${id}`

/** The state of the window: which design is open, the way to main, and what floats above everything. */
export class App {
  readonly link: Link
  readonly client: Client<typeof API>
  readonly notices = new Notices()
  readonly theme = new Theme(matchMedia('(prefers-color-scheme: dark)'))
  readonly library: Library
  readonly shelf: Shelf
  readonly pictures: Pictures
  readonly recent = new Recent()
  readonly preferences = new Preferences()
  wheel = $state<WheelChoice>('pan')
  connection = $state<Connection>('opening')
  session = $state.raw<DesignSession | undefined>(undefined)
  /** True while a design is being read. */
  isOpening = $state(false)
  /** True while the person is asked whether unsaved edits may be lost. */
  isLeaveAsked = $state(false)
  dialog = $state<AppDialog | undefined>(undefined)
  /** The renderer's own failure, which nothing handled. */
  crash = $state.raw<unknown>(undefined)
  readonly #commandListeners = new Set<(command: string) => void>()
  #openRequest = 0

  constructor(link: Link) {
    this.link = link
    this.client = createClient(API, link)
    this.library = new Library(this.client, this.report)
    this.shelf = new Shelf(this.client)
    this.pictures = new Pictures(this.client)
    link.onConnection((state) => this.#connectionBecame(state))
    link.on((event, payload) => this.#heard(event, payload))
  }

  /** Reads settings and the library, and opens the design that the address names. */
  async start(): Promise<void> {
    const [settings] = await Promise.all([this.client['settings.read']({}), this.library.refresh(), this.followAddress()])
    if (!settings.ok) return
    const { theme, wheel, recent, preferences, shelf } = settings.value
    this.shelf.restore(shelf)
    this.recent.restore(recent)
    this.preferences.restore(preferences)
    if (isThemeChoice(theme)) this.theme.choice = theme
    this.wheel = WHEEL_CHOICES.find((choice) => choice === wheel) ?? 'pan'
  }

  /** Says what went wrong: what was tried, and main's reason, which names the place and the remedy. */
  readonly report = (tried: string, error: CallError): void => {
    const details = error.details === undefined || error.details.length === 0 ? '' : ` (${error.details.slice(0, 3).join('; ')})`
    this.notices.add('error', `${tried}: ${error.message}${details}`)
  }

  /**
   * Opens a design of the library in the editor, and selects a thing of it if one is named; not while another one there
   * holds edits that are not saved.
   */
  async open(id: string, toShow?: string): Promise<void> {
    if (this.session?.saveStatus === 'failed') return this.notices.add('error', 'Another design was not opened, because the last changes to this one are not saved.')
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
    if (toShow !== undefined) this.session.locate([toShow as SelectableId])
    if (location.hash !== addressOf(id)) history.pushState(null, '', addressOf(id))
  }

  /** Goes back to the library; asks first when edits would be lost, unless that was asked already. */
  leave(isSure = false): void {
    this.isLeaveAsked = !isSure && this.session?.saveStatus === 'failed'
    if (this.isLeaveAsked) return
    this.#openRequest += 1
    this.isOpening = false
    this.session?.close()
    this.session = undefined
    if (location.hash !== '') history.pushState(null, '', location.pathname + location.search)
    void this.#refreshLibrary()
  }

  /** Shows what the window's address names; called at start and when the person goes back or forward. */
  async followAddress(): Promise<void> {
    const id = /^#design=([A-Za-z0-9_-]{1,64})$/.exec(location.hash)?.[1]
    if (id !== undefined && id !== this.session?.id) await this.open(id)
    if (id === undefined && this.session) this.leave()
  }

  /** Makes an empty design and opens it. */
  async createDesign(): Promise<void> {
    const created = await this.library.create(this.library.newName('Untitled design'))
    if (created) await this.open(created.id)
  }

  /** Listens to the commands of the desktop's menu; answers the function that stops it. */
  onCommand(listener: (command: string) => void): () => void {
    this.#commandListeners.add(listener)
    return () => this.#commandListeners.delete(listener)
  }

  /** Carries out a command of the desktop's menu, or hands it to whoever can. */
  async run(command: string): Promise<void> {
    if (this.session?.saveStatus === 'failed' && /^(design|file.open|import)/.test(command)) return this.leave()
    if (command === 'design.new') return this.createDesign()
    if (command === 'help.about') this.dialog = 'about'
    const isOfLibrary = ['design.list', 'file.open', 'import.open'].includes(command)
    if (isOfLibrary && this.session) {
      this.leave()
      await tick()
    }
    for (const listener of this.#commandListeners) listener(command)
  }

  /** Chooses a theme for good. */
  async chooseTheme(choice: ThemeChoice): Promise<void> {
    this.theme.choice = choice
    await this.#keep('theme', choice)
  }

  /** Chooses what the mouse wheel does, for good. */
  async chooseWheel(choice: WheelChoice): Promise<void> {
    this.wheel = choice
    await this.#keep('wheel', choice)
  }

  /** Switches something on or off for all designs, for good. */
  async prefer(name: Switch, isOn: boolean): Promise<void> {
    this.preferences[name] = isOn
    await this.#keep('preferences', this.preferences.all)
  }

  /** Remembers what was chosen in the command palette. */
  use(id: string): void {
    this.recent.use(id)
    void this.#keep('recent', [...this.recent.ids])
  }

  async #keep(key: string, value: string | string[] | Record<string, boolean>): Promise<void> {
    const written = await this.client['settings.write']({ key, value })
    if (!written.ok) this.report('The setting was not kept', written.error)
  }

  #connectionBecame(state: Connection): void {
    const isBack = this.connection === 'lost' && state === 'open'
    this.connection = state
    if (!isBack) return
    void this.library.refresh()
    void this.session?.retrySave()
  }

  async #refreshLibrary(): Promise<void> {
    await Promise.all([this.library.refresh(), this.shelf.again()])
  }

  #heard(event: string, payload: unknown): void {
    if (event === 'library.changed') {
      const changed = EVENTS['library.changed'].safeParse(payload)
      if (!changed.success) return
      const isOpen = changed.data.id === this.session?.id
      if (isOpen && changed.data.revision < 0) this.notices.add('error', 'This design was put into the trash, or deleted, in another window or program. What you do here is not saved until it is restored; “Save a copy as a file” keeps it.')
      else if (isOpen) this.session?.libraryChanged(changed.data.revision)
      if (!this.session) void this.#refreshLibrary()
    } else if (event === 'library.pictured') {
      const drawn = EVENTS['library.pictured'].safeParse(payload)
      if (drawn.success) this.pictures.drawn(drawn.data)
    } else if (event === 'menu.command') {
      const asked = EVENTS['menu.command'].safeParse(payload)
      if (asked.success) void this.run(asked.data.command)
    } else if (event === 'file.opened') {
      const opened = EVENTS['file.opened'].safeParse(payload)
      if (opened.success) void this.open(opened.data.design.id)
    }
  }
}

/** The window's state, for components. */
export const [getApp, setApp] = createContext<App>()
