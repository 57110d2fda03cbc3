import type { DesignIndex } from '../../../document/query.ts'
import type { QuotaName } from '../../../facts/quotas.ts'
import type { Kind, Resource } from '../../../model/index.ts'
import type { Count, EachCounter, NoCounter, PlaceCount, PlaceCounter } from './count.ts'
import { OF_DIRECT_CONNECT } from './of-direct-connect.ts'
import { OF_FILTERS } from './of-filters.ts'
import { OF_HUBS } from './of-hubs.ts'
import { OF_VPCS } from './of-vpcs.ts'
import { OF_VPNS } from './of-vpns.ts'

/** How each quota is counted: the one reading that its rule and the table of quotas share. */
export const COUNTERS: { readonly [N in QuotaName]: EachCounter | PlaceCounter | NoCounter } = { ...OF_VPCS, ...OF_FILTERS, ...OF_VPNS, ...OF_DIRECT_CONNECT, ...OF_HUBS }

/** The kinds of resources that have a quota for themselves; none for a quota of a place. */
export function kindsWith(name: QuotaName): readonly Kind[] {
  const counter = COUNTERS[name]
  return 'each' in counter ? (Object.keys(counter.each) as Kind[]) : []
}

/** What counts of a resource against a quota that it has for itself; empty where the quota does not concern it. */
export function countsOf(index: DesignIndex, name: QuotaName, resource: Resource): readonly Count[] {
  const counter = COUNTERS[name]
  const count = 'each' in counter ? counter.each[resource.kind] : undefined
  return count ? (count as (resource: Resource, index: DesignIndex) => readonly Count[])(resource, index) : [] // it is called with resources of its kind alone
}

/** The count where there is but one; 0 where the quota does not concern the resource. */
export function countOf(index: DesignIndex, name: QuotaName, resource: Resource): number {
  return Math.max(0, ...countsOf(index, name, resource).map(({ count }) => count))
}

/** What counts against a quota of a Region, a zone or an account, place by place. */
export function placesOf(index: DesignIndex, name: QuotaName): readonly PlaceCount[] {
  const counter = COUNTERS[name]
  return 'places' in counter ? counter.places(index) : []
}
