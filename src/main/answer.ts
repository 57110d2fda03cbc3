import type { Outcome } from '../shared/contract.ts'

/** Answers one call of the renderer by name; never throws. */
export type Answer = (method: string, input: unknown) => Promise<Outcome<unknown>>

/** What services may ask of the host they run in, without knowing which it is. */
export interface Platform {
  readonly host: 'electron' | 'loopback'
  /** Sends an event of `EVENTS` to every window or tab. */
  readonly emit: (event: string, payload: unknown) => void
  /** Lets the person choose where bytes go; `download` leaves it to the renderer, which is then in a browser. */
  readonly save: (file: SavedFile) => Promise<Outcome<SaveOutcome>>
}

/** Bytes on their way to a place that the person chooses. */
export interface SavedFile {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** How a save ended. */
export interface SaveOutcome {
  readonly outcome: 'saved' | 'cancelled' | 'download'
  readonly path?: string
}
