import type { DesignIndex } from '../../../document/query.ts'
import type { ResourceId } from '../../../model/id.ts'
import type { Kind, ResourceOf } from '../../../model/index.ts'
import { file } from '../group.ts'

/** One count against a quota. */
export interface Count {
  readonly count: number
  /** Which part of the resource is counted, where it has several: "inbound". */
  readonly what?: string
  /** Of this resource alone, when it states its own. */
  readonly limit?: number
}

/** Counts against a quota that each resource of some kinds has for itself; none: the quota does not concern that one. */
export interface EachCounter {
  readonly each: { readonly [K in Kind]?: (resource: ResourceOf<K>, index: DesignIndex) => readonly Count[] }
}

/** A Region of an account, or another place that a quota is about, with what counts there. */
export interface PlaceCount {
  readonly place: string
  /** False: the design does not say where these are, so they may be in several places. */
  readonly isStated: boolean
  /** Never empty. */
  readonly resources: readonly ResourceId[]
}

/** Counts against a quota of a Region, a zone or an account. */
export interface PlaceCounter {
  readonly places: (index: DesignIndex) => readonly PlaceCount[]
  /** What may count as well and a design does not say. */
  readonly leavesOut?: string
}

/** A quota that is not counted, because. */
export interface NoCounter {
  readonly notCounted: string
}

/** One count without parts. */
export const one = (count: number): readonly Count[] => [{ count }]

/** What of a design states where it is. */
export interface Placed {
  readonly Region?: string | undefined
  readonly OwnerId?: string | undefined
}

/** Files things by the Region and account that they are in. */
export function byRegion(entries: Iterable<readonly [ResourceId, Placed | undefined]>): readonly PlaceCount[] {
  return byPlace([...entries].map(([id, placed]) => [id, placed?.Region === undefined ? undefined : `${placed.Region}${placed.OwnerId === undefined ? '' : ` of account ${placed.OwnerId}`}`]))
}

/** Files things by a place that has a name; undefined where the design does not say it. Things are counted once for each time they come. */
export function byPlace(entries: Iterable<readonly [ResourceId, string | undefined]>): readonly PlaceCount[] {
  const places = new Map<string | undefined, ResourceId[]>()
  for (const [id, place] of entries) file(places, place, id)
  return [...places].map(([place, resources]) => ({ place: place ?? 'a place that is not stated', isStated: place !== undefined, resources }))
}
