import { type DesignIndex, indexOf } from '../document/query.ts'
import type { Design } from '../document/design.ts'
import { currentReader } from '../document/reading.ts'
import type { ResourceId } from '../model/id.ts'
import type { Kind, Resource } from '../model/index.ts'
import type { Address } from '../net/address.ts'
import { PrefixTable } from '../net/lookup.ts'
import { formatPrefix, type Prefix } from '../net/prefix.ts'
import type { Fragment, HostInterface, TransitTableFragment } from './compile/fragment.ts'
import { type Compilation, compile, recompile } from './compile/index.ts'
import { Change } from './change.ts'
import { currentDependence } from './dependence.ts'
import { Elements } from './elements.ts'
import { ownBlocks, Ownership } from './ownership.ts'
import { ADDRESS_KINDS, collectAddresses, type PublicAddress, type PublicAddresses } from './public-addresses.ts'

/** A compiled design: fragments, failable elements, and the few tables that span resources. Immutable. */
export class Network {
  readonly index: DesignIndex
  readonly compilation: Compilation
  readonly elements: Elements
  /** Public IPv4 address text -> who has it. */
  readonly publicAddresses: ReadonlyMap<string, PublicAddress>
  /** Node of an internet-facing load balancer, as its id and subnet -> the public address that stands for the one AWS assigns. */
  readonly nodeAddresses: ReadonlyMap<string, string>
  /** AWS outside address of a tunnel -> the gateway behind it. */
  readonly tunnelEndpoints: ReadonlyMap<string, ResourceId>
  /** Transit gateway and attachment -> the table that routes its packets there (F-TGW-26). A peering is an attachment of both gateways. */
  readonly associatedTables: ReadonlyMap<string, ResourceId>
  /** Attachment -> the tables it propagates into. */
  readonly propagatedTables: ReadonlyMap<ResourceId, readonly ResourceId[]>
  /** Every prefix that any speaker could have a route for. */
  readonly knownPrefixes: PrefixTable<Prefix>
  /** Whose addresses are whose. */
  readonly ownership: Ownership

  /** What the edit changed, when the network was made from an earlier one. */
  readonly change: Change | undefined

  /** Compiles a design, reusing what an earlier network compiled of the same design before an edit. Tables are reused when no kind that they read was touched. */
  constructor(design: Design, previous?: Network) {
    this.index = indexOf(design)
    const again = previous && recompile(previous.compilation, previous.index, this.index)
    this.compilation = again ? again.compilation : compile(this.index)
    const reuse = (kinds: readonly Kind[]) => (previous && kinds.every((kind) => sameResources(previous.index.all(kind), this.index.all(kind))) ? previous : undefined)
    this.elements = reuse(ELEMENT_KINDS)?.elements ?? new Elements(this.index)
    const { publicAddresses, nodeAddresses, tunnelEndpoints } = reuse(ADDRESS_KINDS) ?? collectAddresses({ index: this.index, fragment: (kind, id) => this.fragment(kind, id), interfacesIn: (subnet, owner) => this.interfacesIn(subnet, owner) })
    this.publicAddresses = publicAddresses
    this.nodeAddresses = nodeAddresses
    this.tunnelEndpoints = tunnelEndpoints
    const known = reuse(TABLE_KINDS)
    const tables = known ? { associatedTables: known.associatedTables, propagatedTables: known.propagatedTables } : this.#collectTables()
    this.associatedTables = tables.associatedTables
    this.propagatedTables = tables.propagatedTables
    const whileSame = (of: typeof ownBlocks) => (again?.touched.every((id) => equalPrefixes(of(previous?.compilation.get(id)?.fragment), of(again.compilation.get(id)?.fragment))) === true ? previous : undefined)
    this.knownPrefixes = whileSame(routablePrefixes)?.knownPrefixes ?? this.#collectPrefixes()
    this.ownership = whileSame(ownBlocks)?.ownership ?? new Ownership(this.compilation)
    this.change = previous && again ? new Change(previous, this, again) : undefined
  }

  /** The fragment of a resource, when it is of the kind asked for. */
  fragment<K extends Fragment['kind']>(kind: K, id: ResourceId | undefined): Extract<Fragment, { readonly kind: K }> | undefined {
    if (id !== undefined) currentReader()?.is.add(id)
    const fragment = id === undefined ? undefined : this.compilation.get(id)?.fragment
    return fragment?.kind === kind ? (fragment as Extract<Fragment, { readonly kind: K }>) : undefined
  }

  /** The interfaces that a resource has in a subnet, once for each of their addresses; empty when it has none there. */
  interfacesIn(subnet: ResourceId | undefined, owner: ResourceId): HostInterface[] {
    return [...(this.fragment('subnet', subnet)?.hosts.values() ?? [])].filter((host) => host.owner === owner)
  }

  /** The tables of public addresses, to look one up. */
  whoHas(): PublicAddresses {
    const dependence = currentDependence()
    if (dependence) dependence.publicAddresses = true
    return this
  }

  /** True when the prefix is exactly a network of a site or a block of a VPC, and so not a summary of several. */
  isNetwork(prefix: Prefix): boolean {
    return this.ownership.hasBlock(prefix)
  }

  /** The host that stands for a prefix of a site, with a note that it does. */
  sampleOf(site: ResourceId, prefix: Prefix): Address {
    const sample = this.ownership.sampleOf(site, prefix)
    currentDependence()?.addSample(site, prefix, sample)
    return sample
  }

  /** Every prefix of a family that could be propagated from a VGW: what its routers are to announce, and static routes. */
  propagatable(gateway: ResourceId, family: 4 | 6): readonly Prefix[] {
    const vgw = this.fragment('vpn-gateway', gateway)
    const behind = (vgw?.associations ?? []).flatMap((id) => this.fragment('direct-connect-gateway', this.index.getOf('direct-connect-gateway-association', id)?.DirectConnectGatewayId)?.virtualInterfaces ?? [])
    const routers = [...(vgw?.connections ?? []).map((id) => this.fragment('vpn-connection', id)?.device), ...[...(vgw?.virtualInterfaces ?? []), ...behind].map((id) => this.index.getOf('virtual-interface', id)?.customerRouter)]
    const announced = [...new Set(routers)].flatMap((router) => this.fragment('router', router)?.announced ?? [])
    const statics = (vgw?.connections ?? []).flatMap((id) => this.fragment('vpn-connection', id)?.staticPrefixes ?? [])
    const distinct = new Map([...announced, ...statics].filter((prefix) => prefix.family === family).map((prefix) => [formatPrefix(prefix), prefix]))
    return [...distinct.values()]
  }

  /** The transit gateway table that routes what an attachment sends into the gateway. */
  tableOf(gateway: ResourceId | undefined, attachment: ResourceId): ResourceId | undefined {
    const key = `${gateway} ${attachment}`
    currentDependence()?.tables.add(key)
    return this.associatedTables.get(key)
  }

  /** All prefixes that cover an address and that some speaker could have a route for, longest first. */
  covering(address: { readonly family: 4 | 6; readonly value: bigint }): Prefix[] {
    return [...this.knownPrefixes.matches(address)].flatMap(({ values }) => values.slice(0, 1))
  }

  /** The public IPv4 address of an interface: its own, or what stands for that of a load balancer's node. */
  publicAddressOf(host: HostInterface): string | undefined {
    return host.kind === 'load-balancer' ? this.whoHas().nodeAddresses.get(`${host.owner} ${host.subnet}`) : host.publicAddress
  }

  #collectTables(): { readonly associatedTables: ReadonlyMap<string, ResourceId>; readonly propagatedTables: ReadonlyMap<ResourceId, readonly ResourceId[]> } {
    const associatedTables = new Map<string, ResourceId>()
    const propagatedTables = new Map<ResourceId, ResourceId[]>()
    for (const { fragment, id } of this.#transitTables()) {
      for (const attachment of fragment.associations) {
        const key = `${fragment.gateway} ${attachment}`
        if (!associatedTables.has(key)) associatedTables.set(key, id)
      }
      for (const attachment of fragment.propagations) {
        const tables = propagatedTables.get(attachment)
        if (tables) tables.push(id)
        else propagatedTables.set(attachment, [id])
      }
    }
    return { associatedTables, propagatedTables }
  }

  *#transitTables(): Generator<{ readonly id: ResourceId; readonly fragment: TransitTableFragment }> {
    for (const table of this.index.all('transit-gateway-route-table')) {
      const fragment = this.fragment('transit-gateway-route-table', table.id)
      if (fragment) yield { id: table.id, fragment }
    }
  }

  #collectPrefixes(): PrefixTable<Prefix> {
    const known = new PrefixTable<Prefix>()
    // Texts are parsed once and shared, so the same block is nearly always the same object; a rare twin does no harm.
    const seen = new Set<Prefix>()
    for (const { fragment } of this.compilation.values()) {
      for (const prefix of routablePrefixes(fragment)) {
        if (seen.has(prefix)) continue
        seen.add(prefix)
        known.add(prefix, prefix)
      }
    }
    return known
  }
}

/** What the failable elements and their fates are made of. */
const ELEMENT_KINDS = [
  'customer-gateway', 'isp-link', 'power-domain', 'server', 'directory', 'wan-link', 'carrier-circuit', 'software-vpn', 'vpn-connection', 'subnet', 'vpc', 'vpn-gateway', 'transit-gateway',
  'transit-gateway-peering-attachment', 'transit-gateway-connect-peer', 'instance', 'network-interface', 'nat-gateway', 'load-balancer', 'vpc-endpoint', 'vpc-endpoint-service', 'client-vpn-endpoint', 'route-server',
  'direct-connect-connection', 'direct-connect-lag', 'virtual-interface',
] as const satisfies readonly Kind[]
const TABLE_KINDS = ['transit-gateway-route-table'] as const

/** True when nothing of the list was touched: a carried index shares the lists that an edit left alone. */
const sameResources = (before: readonly Resource[], after: readonly Resource[]): boolean => before === after || (before.length === 0 && after.length === 0)

const equalPrefixes = (before: readonly Prefix[], after: readonly Prefix[]): boolean => before.length === after.length && before.every((prefix, position) => prefix === after[position])

/** The prefixes that a fragment brings into the exchange of routes. */
function routablePrefixes(fragment: Fragment | undefined): readonly Prefix[] {
  switch (fragment?.kind) {
    case 'router':
      return fragment.userPool.length === 0 ? fragment.announced : [...fragment.announced, ...fragment.userPool]
    case 'software-vpn':
      return [...fragment.nearPrefixes, ...fragment.farPrefixes]
    case 'core-network-segment':
      return fragment.blocks.map(({ prefix }) => prefix)
    case 'site':
    case 'vpc':
      return fragment.prefixes
    case 'vpn-connection':
      return fragment.staticPrefixes
    case 'direct-connect-gateway-association':
      return fragment.allowed
    case 'transit-gateway-route-table':
      return fragment.fixedRoutes.map((route) => route.prefix)
    default:
      return []
  }
}
