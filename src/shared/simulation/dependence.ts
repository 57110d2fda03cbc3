import { ReadLog, reading } from '../document/reading.ts'
import type { ResourceId } from '../model/id.ts'
import type { Address } from '../net/address.ts'
import type { Prefix } from '../net/prefix.ts'

/** What a verdict was worked out from: what was read of the design, and what was asked of the tables that span resources. */
export class Dependence {
  readonly reads = new ReadLog()
  /** Resources of which it was asked what takes them down. */
  readonly fates = new Set<ResourceId>()
  /** Subnets of which the zone was asked for. */
  readonly zones = new Set<ResourceId>()
  /** Transit gateway and attachment, as `Network.tableOf` keys them. */
  readonly tables = new Set<string>()
  /** Destinations that were looked up in the routes of anybody. */
  readonly addresses = new Map<string, Address>()
  /** The hosts that were taken to stand for prefixes of sites: blocks of others may move them. */
  readonly samples = new Map<ResourceId, Map<Prefix, Address>>()
  /** Whether public addresses were looked up. */
  publicAddresses = false

  addSample(site: ResourceId, prefix: Prefix, sample: Address): void {
    const ofSite = this.samples.get(site) ?? new Map<Prefix, Address>()
    this.samples.set(site, ofSite.set(prefix, sample))
  }
}

let dependent: Dependence | undefined

/** The verdict that is being worked out now, if any. */
export const currentDependence = (): Dependence | undefined => dependent

/** Does some work and notes what it depends on; without a dependence nobody takes notes (for what is shared by many verdicts). */
export function depending<T>(dependence: Dependence | undefined, work: () => T): T {
  const outer = dependent
  dependent = dependence
  try {
    return reading(dependence?.reads, work)
  } finally {
    dependent = outer
  }
}
