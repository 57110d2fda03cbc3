import type { ResourceId } from '../../model/id.ts'
import { type Address, formatAddress } from '../../net/address.ts'
import type { Prefix } from '../../net/prefix.ts'
import { type AddressRange, slice } from '../../net/range.ts'
import type { Flow } from '../types.ts'
import { type Audience, type Boundaries, type Met, wasAsked } from './boundary.ts'
import type { MatrixEnd, Part } from './ends/end-kind.ts'

/** A part of an end, or what a cut left of it. */
export interface Piece {
  readonly part: Part
  readonly ranges: readonly AddressRange[]
}

interface Cut {
  readonly prefix: Prefix
  readonly audience: Audience
}

/** An end with its pieces as far as the blocks cut them that everybody asks about, and the blocks that may cut them further. */
export interface PreparedEnd {
  readonly end: MatrixEnd
  readonly pieces: readonly Piece[]
  readonly cuts: readonly Cut[]
}

/** Cuts pieces so that each lies wholly inside or wholly outside of every block. */
function cutUp(pieces: readonly Piece[], blocks: readonly Prefix[]): Piece[] {
  if (blocks.length === 0) return [...pieces]
  return pieces.flatMap(({ part, ranges }) => {
    const alike = new Map<string, AddressRange[]>()
    for (const { range, inside } of ranges.flatMap((whole) => slice(whole, blocks))) {
      const key = inside.join()
      const known = alike.get(key)
      if (known) known.push(range)
      else alike.set(key, [range])
    }
    return [...alike.values()].map((held) => ({ part, ranges: held }))
  })
}

/** Cuts an end by the blocks that are asked about everywhere. */
export function prepare(end: MatrixEnd, boundaries: Boundaries): PreparedEnd {
  const found = end.blocks.flatMap((block) => boundaries.cutting(block))
  const everywhere = found.filter(({ audience }) => audience.owner === undefined && audience.vpc === undefined).map(({ prefix }) => prefix)
  // Its own hosts are parts already: nothing but their addresses tells the hosts of one part apart.
  const cuts = found.filter(({ audience: { owner, vpc } }) => (owner !== undefined || vpc !== undefined) && owner !== end.id)
  return { end, pieces: cutUp(end.parts.map((part) => ({ part, ranges: part.ranges })), everywhere), cuts }
}

/** Cuts a piece by the blocks that a packet was compared with which met these. */
export function cutFor({ cuts }: PreparedEnd, piece: Piece, met: Met): Piece[] {
  const asked = cuts.filter(({ audience }) => wasAsked(audience, met)).map(({ prefix }) => prefix)
  return asked.length === 0 ? [piece] : cutUp([piece], asked)
}

/** True when the piece holds the address; a stand-in holds none and is one piece. */
export const holds = (piece: Piece, address: Address | undefined): boolean =>
  address === undefined || piece.ranges.some(({ family, first, last }) => family === address.family && first <= address.value && address.value <= last)

/** The first address of a piece that is not the given one; undefined when there is none. */
export function firstAddress(piece: Piece, not?: Address): Address | undefined {
  for (const { family, first, last } of piece.ranges) {
    if (not?.family !== family || not.value !== first) return { family, value: first }
    if (first < last) return { family, value: first + 1n }
  }
  return undefined
}

/** The packet that stands for all between two pieces, when there is one: a host does not send to its own address. */
export interface Sample {
  readonly flow: Flow
  readonly from: Address | undefined
  readonly to: Address | undefined
}

const nameIn = (end: MatrixEnd, address: Address | undefined): ResourceId => (address === undefined ? end.id : (end.hosts.get(formatAddress(address)) ?? end.id))

/** Chooses an address of either piece. */
export function sample(from: PreparedEnd, fromPiece: Piece, to: PreparedEnd, toPiece: Piece): Sample | undefined {
  let source = firstAddress(fromPiece)
  let destination = firstAddress(toPiece, source)
  if (toPiece.ranges.length > 0 && destination === undefined) {
    destination = firstAddress(toPiece)
    source = firstAddress(fromPiece, destination)
  }
  if ((fromPiece.ranges.length > 0 && source === undefined) || (toPiece.ranges.length > 0 && destination === undefined)) return undefined
  return {
    from: source,
    to: destination,
    flow: {
      from: nameIn(from.end, source),
      to: nameIn(to.end, destination),
      ...(source === undefined ? {} : { sourceAddress: formatAddress(source) }),
      ...(destination === undefined ? {} : { toAddress: formatAddress(destination) }),
      ...(fromPiece.part.wayIn === undefined ? {} : { wayIn: fromPiece.part.wayIn }),
      protocol: 'some',
    },
  }
}
