import type { DesignIndex } from '../../document/query.ts'
import { parentOf } from '../../model/containment.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Kind, Resource } from '../../model/index.ts'
import { referencesOf } from '../../model/reference.ts'
import { formatAddress, widthOf } from '../../net/address.ts'
import { comparePrefixes, formatPrefix, parsePrefix, parsePrefixes, type Prefix } from '../../net/prefix.ts'
import { NOT_PUBLIC } from '../../net/public.ts'
import { type AddressRange, rangeOf } from '../../net/range.ts'
import type { Network } from '../network.ts'
import type { Trace } from '../types.ts'

/**
 * Who asks about a block. `owner`: only those whose packet meets this resource (a security group, a network ACL, the hosts of a
 * subnet); `vpc`: whoever passes this VPC. A block with neither may be asked about anywhere on any way.
 */
export interface Audience {
  readonly owner?: ResourceId
  readonly vpc?: ResourceId
}

interface Boundary {
  readonly prefix: Prefix
  readonly audience: Audience
}

/** The resources that a packet and its reply met: itself, and VPCs with those that are peered with them. */
export interface Met {
  readonly resources: ReadonlySet<ResourceId>
  readonly vpcs: ReadonlySet<ResourceId>
}

const EVERYBODY: Audience = {}

/** Kinds that hold addresses of a subnet. */
const HOLDERS: ReadonlySet<Kind> = new Set<Kind>(['instance', 'network-interface', 'nat-gateway'])

/** Cheap test before parsing: names and descriptions are not addresses. */
const LIKE_ADDRESS = /^[\da-f:.]+(\/\d+)?$/i

/** Every text in a value, however deep. */
export function* texts(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null) for (const member of Object.values(value)) yield* texts(member)
}

/** The block or address that a text is; undefined for other texts. */
export const asPrefix = (text: string): Prefix | undefined => (LIKE_ADDRESS.test(text) ? parsePrefix(text) : undefined)

/** Every block and address that is written anywhere in a resource, or in a part of one. */
export function prefixesIn(value: unknown): Prefix[] {
  return [...texts(value)].flatMap((text) => asPrefix(text) ?? [])
}

/** The VPC that holds a resource, over any number of containers. */
export function vpcAround(index: DesignIndex, id: ResourceId | undefined): ResourceId | undefined {
  let resource = index.get(id)
  for (let depth = 0; resource && resource.kind !== 'vpc' && depth < 8; depth++) resource = index.get(parentOf(resource))
  return resource?.kind === 'vpc' ? resource.id : undefined
}

/**
 * Every block of addresses that the simulation could compare an address with, wherever in a design it is written, whatever the
 * kind of resource: route tables, prefix lists, rules, hosts, announcements, static routes. More than are really compared does no
 * harm but work. Who compares is told by `Audience`; a property test holds it against tracing every address.
 */
export class Boundaries {
  readonly #network: Network
  readonly #sorted: readonly Boundary[]

  /** Reads the whole design once. */
  constructor(network: Network) {
    this.#network = network
    const found = new Map<string, Boundary>()
    const add = (prefix: Prefix, audience: Audience) => found.set(`${formatPrefix(prefix)} ${audience.owner ?? ''} ${audience.vpc ?? ''}`, { prefix, audience })
    for (const prefix of NOT_PUBLIC) add(prefix, EVERYBODY)
    for (const resource of Object.values(network.index.design.resources)) for (const prefix of prefixesIn(resource)) add(prefix, this.#audienceOf(resource, prefix))
    // Interfaces of services have addresses that nobody wrote down.
    for (const { id } of network.index.all('subnet')) {
      const fragment = network.fragment('subnet', id)
      for (const text of fragment?.hosts.keys() ?? []) for (const prefix of parsePrefixes([text])) add(prefix, { owner: id, ...(fragment ? { vpc: fragment.vpc } : {}) })
    }
    this.#sorted = [...found.values()].sort((a, b) => comparePrefixes(a.prefix, b.prefix))
  }

  #audienceOf(resource: Resource, prefix: Prefix): Audience {
    const { index, knownPrefixes } = this.#network
    if (resource.kind === 'security-group' || resource.kind === 'network-acl') return { owner: resource.id }
    // What any router may have a route for is asked about by all of them.
    const vpc = knownPrefixes.exact(prefix).length > 0 ? undefined : vpcAround(index, resource.id)
    if (vpc === undefined) return EVERYBODY
    if (resource.kind === 'route-table' || resource.kind === 'subnet') return { vpc }
    const subnet = HOLDERS.has(resource.kind) && prefix.length === widthOf(prefix.family) ? this.#network.fragment('vpc', vpc)?.subnetByAddress.longest(prefix)[0] : undefined
    return subnet !== undefined && this.#network.fragment('subnet', subnet)?.hosts.has(formatAddress(prefix)) === true ? { owner: subnet, vpc } : EVERYBODY
  }

  /** The blocks that hold a part of a range and not all of it, with who asks about them. */
  cutting(range: AddressRange): Boundary[] {
    const cuts: Boundary[] = []
    for (let at = this.#firstFrom(range); at < this.#sorted.length; at++) {
      const boundary = this.#sorted[at]
      if (!boundary || boundary.prefix.family !== range.family || boundary.prefix.value > range.last) break
      const block = rangeOf(boundary.prefix)
      if (block.first > range.first || block.last < range.last) cuts.push(boundary)
    }
    return cuts
  }

  #firstFrom({ family, first }: AddressRange): number {
    let [low, high] = [0, this.#sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const prefix = this.#sorted[middle]?.prefix
      if (prefix && (prefix.family < family || (prefix.family === family && prefix.value < first))) low = middle + 1
      else high = middle
    }
    return low
  }

  /** What packets and their replies met, as far as it matters to who asks about blocks. */
  met(traces: readonly Trace[]): Met {
    const { index } = this.#network
    const resources = new Set<ResourceId>()
    for (const path of traces.flatMap(({ forward, return: back }) => [forward, back])) {
      for (const hop of path?.hops ?? []) {
        if (hop.resource !== 'internet') resources.add(hop.resource)
        for (const step of hop.steps) if ('resource' in step && step.resource !== undefined) resources.add(step.resource)
      }
    }
    const vpcs = new Set<ResourceId>()
    for (const id of [...resources]) {
      const resource = index.get(id)
      const around = vpcAround(index, id)
      if (around !== undefined) vpcs.add(around)
      // A host's security groups, the VPC of an attachment or of a gateway.
      for (const reference of resource ? referencesOf(resource) : []) {
        resources.add(reference.id)
        if (index.getOf('vpc', reference.id)) vpcs.add(reference.id)
      }
    }
    // References to security groups are followed into peers (F-EDGE-35).
    for (const vpc of [...vpcs]) for (const link of index.links(vpc)) if (link.kind === 'vpc-peering-connection') vpcs.add(link.RequesterVpcId).add(link.AccepterVpcId)
    return { resources, vpcs }
  }
}

/** True when a block may have been compared with the addresses of a packet that met these. */
export function wasAsked({ owner, vpc }: Audience, met: Met): boolean {
  if (owner === undefined && vpc === undefined) return true
  return (owner !== undefined && met.resources.has(owner)) || (vpc !== undefined && met.vpcs.has(vpc))
}
