import type { z } from 'zod'
import type { Kind } from '../../model/index.ts'

/** Who and where an item of an answer is, and why it may not be shown. */
export interface Identity {
  readonly awsId: string
  /** Account that owns it, when the item says so. */
  readonly owner?: string | undefined
  readonly region?: string | undefined
  /** Seen by several accounts without saying whose it is: the account that was asked is not taken for its owner. */
  readonly shared?: boolean
  /** Why it is left out: deleted, of a kind that is not modelled, … */
  readonly gone?: string | undefined
}

/** A sort of item in AWS answers: the keys it comes under, its shape and its identity. */
export interface Items<T> {
  /** AWS's name of one of them, for the report. */
  readonly type: string
  readonly keys: readonly string[]
  /** The kind it becomes; absent for evidence about other things. */
  readonly kind?: Kind
  readonly schema: z.ZodType<T>
  readonly identify: (item: T) => Identity
  /** Turns one entry of the answer into the items inside it (instances of a reservation). */
  readonly expand?: (entry: unknown) => readonly unknown[]
}

/** Declares a sort of item. */
export function defineItems<T>(items: Items<T>): Items<T> {
  return items
}

/** The reason for leaving something out because of its state; undefined for a state of the living. */
export function goneState(state: string | undefined, ...dead: readonly string[]): string | undefined {
  return state !== undefined && dead.includes(state) ? `its state is ${state}` : undefined
}
