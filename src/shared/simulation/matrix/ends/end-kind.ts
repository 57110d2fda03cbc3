import type { ResourceId } from '../../../model/id.ts'
import type { Kind } from '../../../model/index.ts'
import type { AddressRange } from '../../../net/range.ts'
import type { Health } from '../../health.ts'

/**
 * Addresses of an end that nothing but themselves tells apart before a packet has left or arrived. `unnamed`: any host that may
 * stand there; `hosts`: those that the design draws; `stand-in`: the design says no addresses, one sample stands for all.
 */
export interface Part {
  readonly kind: 'unnamed' | 'hosts' | 'stand-in'
  readonly family: 4 | 6 | undefined
  readonly ranges: readonly AddressRange[]
}

/** One row and column of the matrix: a resource with all the addresses that it stands for. */
export interface MatrixEnd {
  readonly id: ResourceId
  readonly kind: Kind
  readonly name: string
  /** What it is shown under: the VPC of a subnet. */
  readonly container: ResourceId | undefined
  /** All addresses of it, in whole blocks. */
  readonly blocks: readonly AddressRange[]
  readonly parts: readonly Part[]
  /** Address text -> the resource that a flow names in place of the end. */
  readonly hosts: ReadonlyMap<string, ResourceId>
  /** Why nothing can be said of it. */
  readonly problem?: string
}

/** A kind of end: which of them a network has. */
export interface EndKind {
  readonly kind: Kind
  endsOf(health: Health): MatrixEnd[]
}
