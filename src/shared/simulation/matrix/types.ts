import type { ResourceId } from '../../model/id.ts'
import type { Disposition, Flow } from '../types.ts'

/** `all`: every address of one end reaches every address of the other; `some`: only some do; `none`; `unknown`: cannot tell. */
export type Mark = 'all' | 'some' | 'none' | 'unknown'

/** What a packet between two pieces of ends comes to; the reply counts. `works` null: cannot tell. */
export interface Outcome {
  readonly works: boolean | null
  readonly forward: Disposition
  /** Absent when the packet never arrived. */
  readonly reply?: Disposition
  /** Where it ends and why, in words; empty when it works. */
  readonly at: ResourceId | 'internet' | undefined
  readonly detail: string
  /** What passes all filters there and back; empty when nothing does. */
  readonly traffic: string
}

/** One end of what an outcome holds for: all of the end, or these hosts and ranges of addresses. */
export interface Side {
  readonly whole: boolean
  readonly names: readonly string[]
}

/** Addresses that come to the same, with one flow that shows it. */
export interface OutcomeGroup extends Outcome {
  readonly where: readonly { readonly from: Side; readonly to: Side }[]
  readonly example: Flow
}

/** The exact answer for all addresses of two ends. */
export interface PairAnswer {
  readonly mark: Mark
  /** The way there alone. */
  readonly there: Mark
  /** The way back of what arrived; absent when nothing did. */
  readonly back?: Mark
  /** Every kind of traffic that passes somewhere between the two, most of it first. */
  readonly traffic: readonly string[]
  /** What works first, then what does not, then what cannot be told. */
  readonly groups: readonly OutcomeGroup[]
}

/** The answer for a pair in short. `example` is the pair that was traced: the same pair, or one that can be swapped for it. */
export interface Verdict extends Pick<PairAnswer, 'mark' | 'there' | 'back' | 'traffic'> {
  readonly example: readonly [number, number]
}
