import type { API, ListedDesign, SearchHit } from '../../shared/api.ts'
import type { Client } from '../../shared/contract.ts'

/** How designs are shown. */
export const SHELF_VIEWS = ['grid', 'list'] as const

/** How designs are shown. */
export type ShelfView = (typeof SHELF_VIEWS)[number]

/** What designs can be sorted by. */
export const ORDERS = { changed: 'Last changed', created: 'Newest', name: 'Name', resources: 'Size' } as const

/** What designs are sorted by. */
export type Order = keyof typeof ORDERS

/** How the library window looks, as it is kept between sessions. */
export interface ShelfLook {
  readonly view: ShelfView
  readonly order: Order
}

/** What a search found in one design. */
export interface FoundDesign {
  readonly design: string
  readonly name: string
  /** Resources of the design; the design itself is not among them. */
  readonly hits: readonly SearchHit[]
  /** The design's own name matches. */
  readonly own: SearchHit | undefined
}

/** The answer to a search. */
export interface Found {
  readonly text: string
  readonly designs: readonly FoundDesign[]
  readonly total: number
  readonly hasMore: boolean
  /** Designs that the search does not know yet. */
  readonly unread: number
}

type Compare = (a: ListedDesign, b: ListedDesign) => number

const byText = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

const COMPARE: Readonly<Record<Order, Compare>> = {
  changed: (a, b) => b.changedAt - a.changedAt,
  created: (a, b) => b.createdAt - a.createdAt,
  name: (a, b) => byText.compare(a.name, b.name),
  resources: (a, b) => b.resources - a.resources,
}

/** The designs in an order; equal ones by last change, then by id. */
export function sorted(designs: readonly ListedDesign[], order: Order): ListedDesign[] {
  return [...designs].sort((a, b) => COMPARE[order](a, b) || COMPARE.changed(a, b) || (a.id < b.id ? -1 : 1))
}

/** Hits by design, in the order in which the best of each came. */
export function byDesign(hits: readonly SearchHit[]): FoundDesign[] {
  const found = new Map<string, SearchHit[]>()
  for (const hit of hits) found.set(hit.design, [...(found.get(hit.design) ?? []), hit])
  return [...found].map(([design, of]) => ({
    design,
    name: of[0]?.designName ?? '',
    hits: of.filter(({ resource }) => resource !== undefined),
    own: of.find(({ resource }) => resource === undefined),
  }))
}

/** What the library window shows: how, in which order, and what is searched for. */
export class Shelf {
  readonly #client: Pick<Client<typeof API>, 'library.search' | 'settings.write'>
  readonly #waitMs: number
  view = $state<ShelfView>('grid')
  order = $state<Order>('changed')
  text = $state('')
  found = $state.raw<Found | undefined>(undefined)
  failure = $state.raw<string | undefined>(undefined)
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(client: Pick<Client<typeof API>, 'library.search' | 'settings.write'>, waitMs = 120) {
    this.#client = client
    this.#waitMs = waitMs
  }

  /** Whether something is searched for. */
  get isSearching(): boolean {
    return this.text.trim() !== ''
  }

  /** Takes a kept look over; what is missing or unknown is left as it is. */
  restore(kept: unknown): void {
    if (typeof kept !== 'object' || kept === null) return
    const { view, order } = kept as Readonly<Record<string, unknown>>
    this.view = SHELF_VIEWS.find((known) => known === view) ?? this.view
    this.order = (Object.keys(ORDERS) as Order[]).find((known) => known === order) ?? this.order
  }

  /** Shows designs another way, for good. */
  show(look: Partial<ShelfLook>): void {
    this.view = look.view ?? this.view
    this.order = look.order ?? this.order
    void this.#client['settings.write']({ key: 'shelf', value: { view: this.view, order: this.order } })
  }

  /** Searches for a text as soon as the typing rests; the last answer stays until the next comes. */
  search(text: string): void {
    this.text = text
    clearTimeout(this.#timer)
    if (!this.isSearching) this.found = undefined
    else this.#timer = setTimeout(() => void this.again(), this.#waitMs)
  }

  /** Searches again for the same: the library has changed. */
  async again(): Promise<void> {
    if (!this.isSearching) return
    const { text } = this
    const answered = await this.#client['library.search']({ text })
    if (text !== this.text) return
    this.failure = answered.ok ? undefined : answered.error.message
    if (!answered.ok) return
    const { hits, hasMore, unread } = answered.value
    this.found = { text, designs: byDesign(hits), total: hits.length, hasMore, unread }
  }
}
