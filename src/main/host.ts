import type { ListedDesign } from '../shared/api.ts'
import type { Outcome } from '../shared/contract.ts'
import type { Answer } from './answer.ts'

/** The product without a face: everything a host needs to answer its renderer. */
export interface Host {
  readonly answer: Answer
  /** Puts a design file into the library, as when it was double-clicked. */
  readonly openDesignFile: (path: string) => Promise<Outcome<ListedDesign>>
  readonly close: () => void
}
