import type { ResourceId } from '../model/id.ts'
import type { Address } from '../net/address.ts'
import { PrefixTable } from '../net/lookup.ts'
import { containsAddress, type Prefix, prefixOf, sampleAddress, sizeOf } from '../net/prefix.ts'
import type { Fragment } from './compile/fragment.ts'
import type { Compilation } from './compile/index.ts'

/** The host that stands for a block, counted from the start of the block or from the end of one that is left out. */
const SAMPLE_HOST = 4n

/** The blocks that belong to a resource itself: those of a VPC, the prefixes of a site. */
export const ownBlocks = (fragment: Fragment | undefined): readonly Prefix[] => (fragment?.kind === 'vpc' || fragment?.kind === 'site' ? fragment.prefixes : [])

/** Whose addresses are whose: the blocks of all VPCs and the prefixes of all sites. The longest block that covers an address owns it. */
export class Ownership {
  readonly #owners = new PrefixTable<ResourceId>()
  readonly #samples = new Map<ResourceId, Map<Prefix, Address>>()

  constructor(compilation: Compilation) {
    for (const [id, { fragment }] of compilation) for (const prefix of ownBlocks(fragment)) this.#owners.add(prefix, id)
  }

  /** True when the prefix is exactly a block of a VPC or a prefix of a site. */
  hasBlock(prefix: Prefix): boolean {
    return this.#owners.exact(prefix).length > 0
  }

  /**
   * A host that stands for a prefix of a site: host number 4, past every longer block of somebody else, because hosts there are
   * not the site's. Where such blocks leave nothing it is host number 4 all the same. Worked out once for each prefix.
   */
  sampleOf(site: ResourceId, prefix: Prefix): Address {
    const ofSite = this.#samples.get(site) ?? new Map<Prefix, Address>()
    this.#samples.set(site, ofSite)
    const sample = ofSite.get(prefix) ?? this.#find(site, prefix)
    ofSite.set(prefix, sample)
    return sample
  }

  #find(site: ResourceId, prefix: Prefix): Address {
    const first = sampleAddress(prefix)
    for (let candidate = first; containsAddress(prefix, candidate); ) {
      const block = this.#othersAround(site, prefix.length, candidate)
      if (!block) return candidate
      candidate = { family: block.family, value: block.value + sizeOf(block) + SAMPLE_HOST }
    }
    return first
  }

  /** The widest block of others around an address that is longer than a length. */
  #othersAround(site: ResourceId, length: number, address: Address): Prefix | undefined {
    let widest: number | undefined
    for (const match of this.#owners.matches(address)) {
      if (match.length <= length) break
      if (match.values.some((owner) => owner !== site)) widest = match.length
    }
    return widest === undefined ? undefined : prefixOf(address, widest)
  }
}
