import type { Transport } from '../../shared/contract.ts'

/** Whether main can be reached: not yet, yes, or no longer (it is being tried again). */
export type Connection = 'opening' | 'open' | 'lost'

/** A transport that also tells which host it leads to, and whether it still leads there. */
export interface Link extends Transport {
  readonly host: 'desktop' | 'browser'
  /** Told the state at once and on each change; answers the function that stops it. */
  readonly onConnection: (watcher: (state: Connection) => void) => () => void
}
