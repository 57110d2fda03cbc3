import type { Flow } from '../../../shared/simulation/types.ts'
import type { WhyNot } from '../../../shared/simulation/why-not/types.ts'
import type { DesignSession } from '../../state/session.svelte.ts'

/** The question what would let a flow through: not asked yet, under way, or answered. */
export class WhyNotQuestion {
  answer = $state.raw<WhyNot | undefined>(undefined)
  /** Share of the search that is done while it is under way, else undefined. */
  progress = $state<number | undefined>(undefined)
  #search: AbortController | undefined

  /** Asks about the newest state. The answer is dropped when the design changes or somebody cancels. */
  async ask(session: DesignSession, flow: Flow): Promise<void> {
    this.cancel()
    const search = new AbortController()
    this.#search = search
    this.progress = 0
    const answer = await session.ask('whyNot', { flow, failed: [...session.failed] }, { signal: search.signal, onProgress: (fraction) => (this.progress = fraction) })
    if (this.#search !== search) return
    this.progress = undefined
    this.answer = answer
  }

  /** Gives the search up. */
  cancel(): void {
    this.#search?.abort()
    this.#search = undefined
    this.progress = undefined
  }
}
