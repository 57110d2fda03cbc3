import type { Clipping } from '../../shared/document/commands/clipping.ts'

/** What was copied last, in any design of this window; how often it was pasted shifts the next copy. */
class Clipboard {
  clipping = $state.raw<Clipping | undefined>(undefined)
  pastes = 0

  put(clipping: Clipping): void {
    this.clipping = clipping
    this.pastes = 0
  }
}

/** The window's clipboard for resources. */
export const clipboard = new Clipboard()
