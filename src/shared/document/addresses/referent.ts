import { parentOf } from '../../model/containment.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Resource } from '../../model/index.ts'
import { referencesOf } from '../../model/reference.ts'
import type { SpokenAddress } from '../../model/address-field.ts'
import { PrefixTable } from '../../net/lookup.ts'
import { containsPrefix, type Prefix } from '../../net/prefix.ts'
import type { DesignIndex } from '../query.ts'
import { type Holding, holdingsOf } from './holdings.ts'

/** How far from a route's target its network may lie: target, attachment or connection, gateway, network. */
const REACH = 3

/**
 * Tells whose addresses a resource speaks of. In a design without overlaps that is who has them; where several have, it is the network
 * that the resource is in, else the one that the route or list leads to.
 */
export class Referents {
  readonly holdings: readonly Holding[]
  readonly #index: DesignIndex
  readonly #around = new PrefixTable<Holding>()
  readonly #of = new Map<ResourceId, Holding[]>()

  constructor(index: DesignIndex) {
    this.#index = index
    this.holdings = holdingsOf(index)
    for (const holding of this.holdings) {
      this.#around.add(holding.prefix, holding)
      this.#of.set(holding.owner.id, [...(this.#of.get(holding.owner.id) ?? []), holding])
    }
  }

  /** What a resource and the containers around it have. */
  #home(resource: Resource): Holding[] {
    const found: Holding[] = []
    const seen = new Set<ResourceId>()
    for (let at: Resource | undefined = resource; at && !seen.has(at.id); at = this.#index.get(parentOf(at))) {
      seen.add(at.id)
      found.push(...(this.#of.get(at.id) ?? []))
    }
    return found
  }

  /** The holdings that an address is part of as the resource means it; several when that cannot be told, none when nobody has it. */
  of(resource: Resource, spoken: SpokenAddress, prefix: Prefix): readonly Holding[] {
    const home = this.#home(resource).filter((holding) => containsPrefix(holding.prefix, prefix))
    if (home.length > 0) return [home.reduce((narrow, one) => (one.prefix.length > narrow.prefix.length ? one : narrow))]
    for (const { length, values } of this.#around.matches(prefix)) {
      if (length > prefix.length) continue
      if (new Set(values.map(({ owner }) => owner.id)).size < 2) return values
      const near = this.#near(resource, spoken)
      const led = values.filter(({ owner }) => near.has(owner.id))
      return led.length > 0 ? led : values
    }
    return []
  }

  /** Owners of blocks that the entry which speaks of the address, or else its resource, leads to: the nearest ones. */
  #near(resource: Resource, { at }: SpokenAddress): ReadonlySet<ResourceId> {
    const isEntry = at.length > 1
    const all = referencesOf(resource)
    const own = all.filter((reference) => isEntry && reference.at[0] === at[0] && reference.at[1] === at[1])
    const home = new Set(this.#home(resource).map(({ owner }) => owner.id))
    const seen = new Set<ResourceId>([resource.id])
    let edge = (own.length > 0 ? own : all).map(({ id }) => id)
    for (let step = 0; step < REACH; step += 1) {
      const owners = edge.filter((id) => this.#of.has(id) && !home.has(id))
      if (owners.length > 0) return new Set(owners)
      const next: ResourceId[] = []
      for (const id of edge) {
        const reached = seen.has(id) ? undefined : this.#index.get(id)
        seen.add(id)
        if (reached && !home.has(id)) next.push(...referencesOf(reached).map((reference) => reference.id))
      }
      edge = next
    }
    return new Set()
  }
}
