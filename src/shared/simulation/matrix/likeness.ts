import type { ResourceId } from '../../model/id.ts'
import type { Kind, Resource } from '../../model/index.ts'
import { comparePrefixes, containsPrefix, formatPrefix, type Prefix } from '../../net/prefix.ts'
import { endpointElement } from '../element-names.ts'
import type { Health } from '../health.ts'
import { asPrefix, prefixesIn } from './boundary.ts'
import { type Element, elementsOf, Mentions } from './units.ts'

/** What a person calls a resource decides nothing. Its account is told by the zones that it makes. */
const NAMES: ReadonlySet<string> = new Set(['id', 'name', 'notes', 'OwnerId'])

/** Kinds of which it never matters which comes first by id, as long as no two share an address. */
const UNORDERED: ReadonlySet<Kind> = new Set<Kind>(['subnet', 'instance', 'network-interface', 'security-group'])

/** How many steps deep resources are told apart by what they refer to, before they are written down in that order. */
const ROUNDS = 3

/** How ids of the VPC's own resources and addresses that only they name are written. */
interface Writing {
  readonly id: (id: ResourceId) => string
  readonly address: (text: string) => string
}

/** Short names for texts, in order of first use. */
class Numbers {
  readonly #known = new Map<string, number>()

  of(text: string): number {
    let number = this.#known.get(text)
    if (number === undefined) this.#known.set(text, (number = this.#known.size))
    return number
  }
}

/**
 * Tells VPCs that are the same but for names and addresses. Two are, when swapping them (each address for the one at the same place
 * in the other's blocks) turns the design into itself: then whatever holds of a pair of ends holds of the swapped pair too.
 *
 * A VPC with all that belongs to it is written down with its own blocks, addresses and ids replaced by their places, with every
 * mention of it in what is shared, and with every wider block around it; equal texts make the swap. A VPC that shares an entry
 * with another one (a peering, an overlapping block, a rule for the other's addresses) is only like itself.
 */
export class Likeness {
  readonly #health: Health
  readonly #mentions: Mentions
  readonly #members = new Map<ResourceId, Resource[]>()
  readonly #shared = new Map<ResourceId, (Element & { readonly resource: ResourceId })[]>()
  readonly #alone = new Set<ResourceId>()
  readonly #numbers = new Numbers()
  readonly #classes = new Map<ResourceId, string>()
  readonly #places = new Map<ResourceId, number>()

  /** Reads the whole design; cost grows with its size. */
  constructor(health: Health) {
    this.#health = health
    this.#mentions = new Mentions(health.network)
    const { index } = health.network
    for (const resource of Object.values(index.design.resources)) {
      const unit = this.#mentions.units.get(resource.id)
      if (unit === undefined) this.#readShared(resource)
      else this.#readOwn(unit, resource)
    }
    for (const { id } of index.all('vpc')) this.#classify(id)
  }

  /** Equal for VPCs that can be swapped. */
  classOf(vpc: ResourceId): string {
    return this.#classes.get(vpc) ?? vpc
  }

  /** Which of its VPC's resources a resource is, counted alike in VPCs that can be swapped. */
  placeOf(id: ResourceId): number {
    return this.#places.get(id) ?? -1
  }

  /** The VPC that a resource belongs to. */
  unitOf(id: ResourceId): ResourceId | undefined {
    return this.#mentions.units.get(id)
  }

  /**
   * Equal for subnets of one VPC that can be swapped: same table, network ACL and zone, no hosts, and nothing else in the design
   * names them or their block. Undefined: it is only like itself.
   */
  siblingOf(id: ResourceId): string | undefined {
    const { network } = this.#health
    const subnet = network.index.getOf('subnet', id)
    const fragment = network.fragment('subnet', id)
    if (!subnet || !fragment || fragment.hosts.size > 0) return undefined
    if (network.index.referrers(id).some(({ resource }) => resource.kind !== 'route-table' && resource.kind !== 'network-acl')) return undefined
    if (fragment.prefixes.some((prefix) => this.#mentions.countOf(prefix) !== 1)) return undefined
    const blocks = fragment.prefixes.map((prefix) => `${prefix.length} in ${this.#mentions.covering(prefix)}`)
    return [fragment.vpc, fragment.table, fragment.acl, network.elements.zoneOf(id), this.#health.isUp(id), subnet.MapPublicIpOnLaunch, subnet.InternetGatewayBlockMode, ...blocks].join(' ')
  }

  #readOwn(unit: ResourceId, resource: Resource): void {
    const members = this.#members.get(unit)
    if (members) members.push(resource)
    else this.#members.set(unit, [resource])
    const spokenOf = this.#mentions.in(resource)
    if ([...spokenOf].some((other) => other !== unit)) for (const other of [unit, ...spokenOf]) this.#alone.add(other)
  }

  #readShared(resource: Resource): void {
    for (const element of elementsOf(resource)) {
      const units = [...this.#mentions.in(element.value)]
      const [unit] = units
      if (unit === undefined) continue
      // A route that names one VPC for addresses of others competes with those of its like.
      const forOthers = prefixesIn(element.value).some((prefix) => !this.#mentions.around(prefix).includes(unit))
      if (units.length > 1 || forOthers) for (const other of units) this.#alone.add(other)
      const known = this.#shared.get(unit)
      if (known) known.push({ ...element, resource: resource.id })
      else this.#shared.set(unit, [{ ...element, resource: resource.id }])
    }
  }

  #classify(unit: ResourceId): void {
    const members = this.#members.get(unit) ?? []
    const own = [...(this.#health.network.fragment('vpc', unit)?.prefixes ?? [])].sort(comparePrefixes)
    // Routers of like VPCs may offer the same route, and then the first by id counts.
    const routes = members.some(({ id }) => this.#health.network.fragment('router', id) !== undefined)
    if (routes || this.#alone.has(unit) || shareAddress(members)) return void this.#order(members)
    // What looks alike is told apart by what it refers to.
    let keys = new Map(members.map(({ id, kind }) => [id, this.#numbers.of(kind)]))
    for (let round = 0; round < ROUNDS; round++) {
      const before = keys
      keys = new Map(members.map((member) => [member.id, this.#numbers.of(this.#write(member, unit, own, { id: (id) => `${before.get(id)}`, address: () => '' }))]))
    }
    const ordered = this.#order(members, keys)
    const addresses = new Numbers()
    const writing: Writing = { id: (id) => `${this.#places.get(id)}`, address: (text) => `${addresses.of(text)}` }
    const shared = (this.#shared.get(unit) ?? []).map(({ resource, path, value }) => `${resource} ${path} ${this.#render(value, unit, own, writing)}`)
    const around = own.map((block) => `${block.family} ${block.length} ${this.#mentions.covering(block, unit)}`)
    const text = [...ordered.map((member) => this.#write(member, unit, own, writing)), ...shared.sort(), ...around, ranks(ordered)].join('\n')
    this.#classes.set(unit, `alike ${this.#numbers.of(text)}`)
  }

  #order(members: readonly Resource[], keys: ReadonlyMap<ResourceId, number> = new Map()): Resource[] {
    const ordered = [...members].sort((a, b) => (keys.get(a.id) ?? 0) - (keys.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1))
    for (const [place, { id }] of ordered.entries()) this.#places.set(id, place)
    return ordered
  }

  /** A resource with what it is besides its fields: where it is, and what of it works. */
  #write(resource: Resource, unit: ResourceId, own: readonly Prefix[], writing: Writing): string {
    const { elements } = this.#health.network
    const tunnels = resource.kind === 'vpn-connection' ? this.#health.liveTunnels(resource.id, resource.id).join('+') : ''
    const interfaces = resource.kind === 'vpc-endpoint' ? (resource.SubnetIds ?? []).map((subnet) => this.#health.failed.has(endpointElement(resource.id, subnet))).join('+') : ''
    return `${this.#render(resource, unit, own, writing)} ${elements.zoneOf(resource.id) ?? ''} ${this.#health.isRunning(resource.id)} ${tunnels}${interfaces}`
  }

  #render(value: unknown, unit: ResourceId, own: readonly Prefix[], writing: Writing): string {
    if (typeof value === 'string') {
      const id = value as ResourceId
      if (this.#mentions.units.get(id) === unit) return `#${writing.id(id)}`
      const prefix = asPrefix(value)
      return prefix ? this.#place(prefix, unit, own, writing) : JSON.stringify(value)
    }
    if (typeof value !== 'object' || value === null) return String(value)
    if (Array.isArray(value)) return `[${value.map((entry) => this.#render(entry, unit, own, writing)).join()}]`
    const members = Object.entries(value).filter(([key, member]) => !NAMES.has(key) && member !== undefined)
    const written = members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => `${key}:${key === 'awsId' ? 'known' : this.#render(member, unit, own, writing)}`)
    return `{${written.join()}}`
  }

  /** A block as its place in the VPC's own blocks, as an address that only the VPC's resources name, or as it is. */
  #place(prefix: Prefix, unit: ResourceId, own: readonly Prefix[], writing: Writing): string {
    const at = own.findIndex((block) => containsPrefix(block, prefix))
    const block = own[at]
    if (block) return `~${at}+${prefix.value - block.value}/${prefix.length}`
    return this.#mentions.isPrivateTo(prefix, unit) ? `!${writing.address(formatPrefix(prefix))} in ${this.#mentions.covering(prefix)}` : formatPrefix(prefix)
  }
}

/** True when two of the kinds whose order is left open have the same block or address: then the first by id counts. */
function shareAddress(members: readonly Resource[]): boolean {
  const seen = new Set<string>()
  return members
    .filter(({ kind }) => UNORDERED.has(kind) && kind !== 'security-group')
    .flatMap((member) => [...new Set(prefixesIn(member).map(formatPrefix))])
    .some((text) => seen.size === seen.add(text).size)
}

/** The order of ids among resources of a kind, where the first by id counts. */
function ranks(ordered: readonly Resource[]): string {
  const byKind = new Map<Kind, ResourceId[]>()
  for (const { kind, id } of ordered) if (!UNORDERED.has(kind)) byKind.set(kind, [...(byKind.get(kind) ?? []), id])
  return [...byKind].map(([kind, ids]) => `${kind} ${ids.map((id) => ids.filter((other) => other < id).length).join()}`).join('; ')
}
