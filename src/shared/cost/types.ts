import type { PriceFact } from '../facts/prices.ts'
import type { ResourceId } from '../model/id.ts'

/** A fixed charge: so many units at a price by the hour. */
export interface Charge {
  readonly price: PriceFact
  readonly units: number
  /** A month's amount in mills (thousandths of a US dollar). */
  readonly mills: number
  /** Where it arises: what holds this counts it. The resource itself, or an end of a link. */
  readonly at: ResourceId
}

/** Something that AWS charges for and that cannot be told, because. */
export interface Untold {
  readonly why: string
  readonly fact: string
}

/**
 * What one resource costs. `usage`: what depends on traffic or use, at a price per unit and without an amount: a design holds no
 * volumes. `notes`: what else people should know of the amount.
 */
export interface ResourceCost {
  readonly charges: readonly Charge[]
  readonly usage: readonly PriceFact[]
  readonly untold: readonly Untold[]
  /** Where what cannot be told arises, when that is not the resource itself. */
  readonly untoldAt?: ResourceId
  readonly notes?: readonly string[]
}
