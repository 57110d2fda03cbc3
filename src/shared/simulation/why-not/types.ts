import type { Edit } from '../../document/edit.ts'
import type { ResourceId } from '../../model/id.ts'

/** One change of an answer. What one flow needs of one network ACL, there and back, is one change. */
export interface ProposedChange {
  /** What to do, in a network engineer's words: "add 10.1.0.0/16 → hub to Prod main". */
  readonly words: string
  /** What it changes first, then what it leads to or is about. */
  readonly resources: readonly ResourceId[]
  /** Fits the state that the changes before it leave. */
  readonly edit: Edit
}

/** Changes that together let the flow through, tried in the simulation; without any one of them it does not get through. */
export interface Alternative {
  readonly changes: readonly ProposedChange[]
  /** All of them as one edit of the design that was asked about. */
  readonly edit: Edit
}

/** Something on the flow's way that AWS does not do, whatever the routes say. */
export interface Limit {
  readonly fact: string
  /** Why no route helps here. */
  readonly why: string
  /** What could carry the flow instead. */
  readonly instead: string
}

/**
 * What would let a flow through. `works`: it gets through as it is. `changes`: `alternatives` do. `none`: no set of the changes
 * known here does. `cannot-tell`: the design does not say enough, or the search ended before it was through.
 */
export interface WhyNot {
  readonly outcome: 'works' | 'changes' | 'none' | 'cannot-tell'
  /** Where and why the flow ends now; empty when it works. */
  readonly reason: string
  /** The smallest sets of changes that were found, all of one size, the least invasive first. */
  readonly alternatives: readonly Alternative[]
  /** True when every smaller set of the changes known here was ruled out. */
  readonly isSmallest: boolean
  readonly limit?: Limit
  /** How far the search got: designs simulated, and up to how many changes every set was tried. */
  readonly tried: number
  readonly triedUpTo: number
}
