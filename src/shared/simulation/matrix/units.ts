import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Resource } from '../../model/index.ts'
import { referencesOf } from '../../model/reference.ts'
import { widthOf } from '../../net/address.ts'
import { PrefixTable } from '../../net/lookup.ts'
import { formatPrefix, type Prefix } from '../../net/prefix.ts'
import { NOT_PUBLIC } from '../../net/public.ts'
import type { Network } from '../network.ts'
import { asPrefix, prefixesIn, texts, vpcAround } from './boundary.ts'

/**
 * Which VPC each resource belongs to: what it holds, and what refers to resources of that one VPC alone (its attachments, the
 * VPN connections of its gateway). Everything else is shared: sites, transit gateways and their tables, prefix lists, peerings.
 */
export function unitsOf(index: DesignIndex): ReadonlyMap<ResourceId, ResourceId> {
  const units = new Map<ResourceId, ResourceId>()
  const all = Object.values(index.design.resources)
  for (const { id } of all) {
    const vpc = vpcAround(index, id)
    if (vpc !== undefined) units.set(id, vpc)
  }
  // Attachments first, then what names attachments.
  for (let round = 0; round < 2; round++) {
    const found = all.flatMap((resource) => {
      if (units.has(resource.id)) return []
      const named = new Set(referencesOf(resource).flatMap(({ id }) => units.get(id) ?? []))
      const [only] = named
      return only !== undefined && named.size === 1 ? [[resource.id, only] as const] : []
    })
    for (const [id, unit] of found) units.set(id, unit)
  }
  return units
}

/** A piece of a resource that stands by itself: one entry of a list, or all that is no list. */
export interface Element {
  readonly path: string
  readonly value: unknown
}

/** The entries of a resource's lists one by one, and the rest of it. */
export function elementsOf(resource: Resource): Element[] {
  const members = Object.entries(resource as Readonly<Record<string, unknown>>)
  const lists = members.flatMap(([path, value]) => (Array.isArray(value) ? value.map((entry: unknown) => ({ path, value: entry })) : []))
  return [{ path: '', value: Object.fromEntries(members.filter(([, value]) => !Array.isArray(value))) }, ...lists]
}

/** The blocks of all VPCs, and who mentions what. */
export class Mentions {
  readonly units: ReadonlyMap<ResourceId, ResourceId>
  readonly #index: DesignIndex
  readonly #blocks = new PrefixTable<ResourceId>()
  readonly #everywhere = new PrefixTable<Prefix>()
  readonly #counts = new Map<string, number>()
  /** Address -> the units whose resources name it; '' is what all share. */
  readonly #namedBy = new Map<string, Set<ResourceId | ''>>()

  /** Reads the whole design once. */
  constructor(network: Network) {
    this.#index = network.index
    this.units = unitsOf(network.index)
    for (const prefix of NOT_PUBLIC) this.#everywhere.add(prefix, prefix)
    for (const vpc of network.index.all('vpc')) for (const prefix of network.fragment('vpc', vpc.id)?.prefixes ?? []) this.#blocks.add(prefix, vpc.id)
    for (const resource of Object.values(network.index.design.resources)) {
      for (const prefix of prefixesIn(resource)) {
        const key = formatPrefix(prefix)
        const count = this.#counts.get(key) ?? 0
        if (count === 0) this.#everywhere.add(prefix, prefix)
        this.#counts.set(key, count + 1)
        if (prefix.length === widthOf(prefix.family)) this.#namedBy.set(key, (this.#namedBy.get(key) ?? new Set()).add(this.units.get(resource.id) ?? ''))
      }
    }
  }

  /** How often a block is written in the design. */
  countOf = (prefix: Prefix): number => this.#counts.get(formatPrefix(prefix)) ?? 0

  /** The units in whose blocks a block lies. */
  around(prefix: Prefix): ResourceId[] {
    return [...this.#blocks.matches(prefix)].flatMap(({ length, values }) => (length <= prefix.length ? [...values] : []))
  }

  /** Every wider block of the design that holds this one, as text; with `outside`, only those that are not inside the unit's own blocks. */
  covering(prefix: Prefix, outside?: ResourceId): string {
    return [...this.#everywhere.matches(prefix)]
      .flatMap(({ length, values: [wider] }) => (wider && length < prefix.length && (outside === undefined || !this.around(wider).includes(outside)) ? [formatPrefix(wider)] : []))
      .join()
  }

  /** True for a single address that nobody but the unit's own resources names. */
  isPrivateTo(prefix: Prefix, unit: ResourceId): boolean {
    if (prefix.length !== widthOf(prefix.family)) return false
    const by = this.#namedBy.get(formatPrefix(prefix))
    return by?.size === 1 && by.has(unit)
  }

  /** The units that a value speaks of: by id or by a block of theirs. */
  in(value: unknown): ReadonlySet<ResourceId> {
    const found = new Set<ResourceId>()
    for (const text of texts(value)) {
      const unit = this.#index.get(text as ResourceId) && this.units.get(text as ResourceId)
      if (unit !== undefined) found.add(unit)
      const prefix = asPrefix(text)
      for (const around of prefix ? this.around(prefix) : []) found.add(around)
    }
    return found
  }
}
