import { shownFor } from '../document/collapsed.ts'
import type { DesignIndex } from '../document/query.ts'
import type { ResourceId } from '../model/id.ts'
import type { RelationLine } from '../document/relation-lines.ts'
import type { Kind, Resource } from '../model/index.ts'
import { endsOf, viaOf } from '../model/link.ts'

/** A run of a line between two things: all of it, or up to and from the node it runs through. */
export interface Leg {
  /** Unique in the design. */
  readonly key: string
  /** What is drawn: the link or relation. */
  readonly owner: string
  readonly kind: Kind | 'relation'
  readonly from: ResourceId
  readonly to: ResourceId
  /** Its place among the legs of its owner. */
  readonly at: number
}

/** The legs of a link, in order; none when an end is not set. */
export function legsOf(link: Resource): Leg[] {
  const [from, to] = endsOf(link) ?? []
  if (from === undefined || to === undefined) return []
  const via = viaOf(link)
  const stops = via === undefined || via === from || via === to ? [from, to] : [from, via, to]
  return stops.slice(1).map((stop, at) => ({ key: `${link.id}#${at}`, owner: link.id, kind: link.kind, from: stops[at] ?? from, to: stop, at }))
}

/** The one leg of a relation. */
export function legOfRelation({ id, of, to }: RelationLine): Leg {
  return { key: `${id}#0`, owner: id, kind: 'relation', from: of, to, at: 0 }
}

/** The legs of a link as they are drawn: what is in a collapsed box is met at the box, and what is all in there is not drawn. */
export function shownLegsOf(index: DesignIndex, link: Resource): readonly Leg[] {
  return legsOf(link).flatMap((leg) => shownLeg(index, leg))
}

/** The leg of a relation between what is shown for its ends; none when one box stands for both. */
export function shownLegsOfRelation(index: DesignIndex, line: RelationLine): readonly Leg[] {
  return shownLeg(index, legOfRelation(line))
}

function shownLeg(index: DesignIndex, leg: Leg): readonly Leg[] {
  // A box is an end like any other.
  const [from, to] = [shownFor(index, leg.from) as ResourceId, shownFor(index, leg.to) as ResourceId]
  return from === to ? [] : [{ ...leg, from, to }]
}

/** Legs that run as one trunk where they share a way: the attachments of one transit gateway. Undefined for the others. */
export function trunkOf(leg: Leg): string | undefined {
  return leg.kind === 'transit-gateway-vpc-attachment' ? `${leg.kind} ${leg.from.startsWith('transit-gateway:') ? leg.from : leg.to}` : undefined
}
