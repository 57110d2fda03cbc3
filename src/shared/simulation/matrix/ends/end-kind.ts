import type { ResourceId } from '../../../model/id.ts'
import type { Kind } from '../../../model/index.ts'
import type { AddressRange } from '../../../net/range.ts'
import type { Health } from '../../health.ts'

/**
 * Addresses of an end that nothing but themselves tells apart before a packet has left or arrived. `unnamed`: any host that may
 * stand there; `hosts`: those that the design draws; `stand-in`: the design says no addresses, one sample stands for all;
 * `service`: its interfaces together, of which any serves.
 */
export interface Part {
  readonly kind: 'unnamed' | 'hosts' | 'stand-in' | 'service'
  readonly family: 4 | 6 | undefined
  readonly ranges: readonly AddressRange[]
  /** Of remote users: the remote access that gives them these addresses. */
  readonly wayIn?: ResourceId
  /** What the part is called where it is not told by its addresses alone. */
  readonly label?: string
}

/** One row, column or both of the matrix: a resource with all the addresses that it stands for. */
export interface MatrixEnd {
  readonly id: ResourceId
  readonly kind: Kind
  readonly name: string
  /** Has a row: something there opens connections. */
  readonly sends: boolean
  /** Has a column: connections can be opened to it. */
  readonly receives: boolean
  /** What it is shown under: the VPC of a subnet or service. */
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
