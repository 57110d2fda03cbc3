import type { ResourceId } from '../model/id.ts'
import type { Resource } from '../model/index.ts'
import { endsOf, viaOf } from '../model/link.ts'

/** A straight run of a link between two things: all of it, or up to and from the node it runs through. */
export interface Leg {
  /** Unique in the design. */
  readonly key: string
  readonly link: Resource
  readonly from: ResourceId
  readonly to: ResourceId
}

/** The legs of a link, in order; none when an end is not set. */
export function legsOf(link: Resource): Leg[] {
  const [from, to] = endsOf(link) ?? []
  if (from === undefined || to === undefined) return []
  const via = viaOf(link)
  const stops = via === undefined || via === from || via === to ? [from, to] : [from, via, to]
  return stops.slice(1).map((stop, at) => ({ key: `${link.id}#${at}`, link, from: stops[at] ?? from, to: stop }))
}
