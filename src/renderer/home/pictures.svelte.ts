import { SvelteMap } from 'svelte/reactivity'
import type { API } from '../../shared/api.ts'
import type { Client } from '../../shared/contract.ts'
import type { ThemeName } from '../../shared/drawing/index.ts'

/** Which small picture: of a design as it is now, or of one revision of it. */
export interface Pictured {
  readonly id: string
  readonly theme: ThemeName
  readonly revision?: number
}

/** Makes an address for bytes, and gives it back. */
export interface Addresses {
  readonly make: (bytes: Uint8Array) => string
  readonly free: (address: string) => void
}

const browserAddresses: Addresses = {
  make: (bytes) => URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'image/png' })),
  free: (address) => URL.revokeObjectURL(address),
}

/** So many pictures are kept in the window, the last shown. */
const MOST_KEPT = 400

const keyOf = ({ id, theme, revision }: Pictured): string => `${id} ${theme} ${revision ?? 'now'}`

/** The small pictures of designs, asked for when somebody looks, and again when main has drawn them anew. */
export class Pictures {
  readonly #client: Pick<Client<typeof API>, 'library.picture'>
  readonly #addresses: Addresses
  readonly #shown = new SvelteMap<string, { readonly address: string; readonly revision: number }>()
  readonly #asked = new Map<string, Pictured>()

  constructor(client: Pick<Client<typeof API>, 'library.picture'>, addresses = browserAddresses) {
    this.#client = client
    this.#addresses = addresses
  }

  /** The address of the picture, as far as it is here. */
  addressOf(pictured: Pictured): string | undefined {
    return this.#shown.get(keyOf(pictured))?.address
  }

  /** Asks for a picture; what is here already is kept until another comes. */
  async ask(pictured: Pictured): Promise<void> {
    const key = keyOf(pictured)
    this.#asked.set(key, pictured)
    const answered = await this.#client['library.picture'](pictured)
    if (!answered.ok || answered.value === null) return
    const { revision, bytes } = answered.value
    const before = this.#shown.get(key)
    if (before?.revision === revision) return
    this.#shown.delete(key)
    this.#shown.set(key, { address: this.#addresses.make(bytes), revision })
    if (before) this.#addresses.free(before.address)
    this.#thinOut()
  }

  /** Told when main has drawn a picture. */
  drawn({ id, theme, revision }: Required<Pictured>): void {
    for (const key of [keyOf({ id, theme }), keyOf({ id, theme, revision })]) {
      const pictured = this.#asked.get(key)
      if (pictured) void this.ask(pictured)
    }
  }

  #thinOut(): void {
    for (const [key, { address }] of this.#shown) {
      if (this.#shown.size <= MOST_KEPT) return
      this.#shown.delete(key)
      this.#asked.delete(key)
      this.#addresses.free(address)
    }
  }
}
