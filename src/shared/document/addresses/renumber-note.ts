import type { Resource } from '../../model/index.ts'

/**
 * Something that stays as it is although it has to do with the old or the new block. `summary`: a wider block that covers the old one
 * and not the new one; `met`: what speaks of the new addresses already; `unsure`: nobody can tell whose addresses it means; `text`:
 * words that name an old address; `plan`: what the IP plan says of the new block.
 */
export interface RenumberNote {
  readonly kind: 'summary' | 'met' | 'unsure' | 'text' | 'plan'
  readonly resource?: Resource
  /** One sentence. */
  readonly text: string
}
