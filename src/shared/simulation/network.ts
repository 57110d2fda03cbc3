import { type DesignIndex, indexOf } from '../document/query.ts'
import type { Design } from '../document/design.ts'
import type { ResourceId } from '../model/id.ts'
import { formatAddress, parseAddress } from '../net/address.ts'
import { PrefixTable } from '../net/lookup.ts'
import type { Prefix } from '../net/prefix.ts'
import type { Fragment, HostInterface, TransitTableFragment } from './compile/fragment.ts'
import { type Compilation, compile, recompile } from './compile/index.ts'
import { instanceInterfaces, natInterfaces } from './compile/subnet.ts'
import { Elements } from './elements.ts'

/** A public IPv4 address of the design and who answers to it. `privateAddress` is what the internet gateway translates it to. */
export interface PublicAddress {
  readonly vpc: ResourceId
  readonly subnet: ResourceId | undefined
  readonly host: HostInterface | undefined
  readonly privateAddress: string | undefined
  readonly owner: ResourceId
}

/** A compiled design: fragments, failable elements, and the few tables that span resources. Immutable. */
export class Network {
  readonly index: DesignIndex
  readonly compilation: Compilation
  readonly elements: Elements
  /** Public IPv4 address text -> who has it. */
  readonly publicAddresses = new Map<string, PublicAddress>()
  /** AWS outside address of a tunnel -> the gateway behind it. */
  readonly tunnelEndpoints = new Map<string, ResourceId>()
  /** Attachment -> the transit gateway table that routes its packets (F-TGW-26). */
  readonly associatedTable = new Map<ResourceId, ResourceId>()
  /** Attachment -> the tables it propagates into. */
  readonly propagatedTables = new Map<ResourceId, ResourceId[]>()
  /** Every prefix that any speaker could have a route for. */
  readonly knownPrefixes = new PrefixTable<Prefix>()

  /** Compiles a design, reusing what an earlier network compiled of the same design before an edit. */
  constructor(design: Design, previous?: Network) {
    this.index = indexOf(design)
    this.compilation = previous ? recompile(previous.compilation, previous.index, this.index) : compile(this.index)
    this.elements = new Elements(this.index)
    this.#collectAddresses()
    this.#collectTables()
    this.#collectPrefixes()
  }

  /** The fragment of a resource, when it is of the kind asked for. */
  fragment<K extends Fragment['kind']>(kind: K, id: ResourceId | undefined): Extract<Fragment, { readonly kind: K }> | undefined {
    const fragment = id === undefined ? undefined : this.compilation.get(id)?.fragment
    return fragment?.kind === kind ? (fragment as Extract<Fragment, { readonly kind: K }>) : undefined
  }

  /** All prefixes that cover an address and that some speaker could have a route for, longest first. */
  covering(address: { readonly family: 4 | 6; readonly value: bigint }): Prefix[] {
    return [...this.knownPrefixes.matches(address)].flatMap(({ values }) => values.slice(0, 1))
  }

  #collectAddresses(): void {
    const { index } = this
    const addHost = (host: HostInterface) => {
      const vpc = this.fragment('subnet', host.subnet)?.vpc
      if (host.publicAddress !== undefined && vpc !== undefined) {
        this.publicAddresses.set(host.publicAddress, { vpc, subnet: host.subnet, host, privateAddress: host.addresses[0], owner: host.owner })
      }
    }
    for (const instance of index.all('instance')) instanceInterfaces(instance).forEach(addHost)
    for (const eni of index.all('network-interface')) {
      const host = [...(this.fragment('subnet', eni.SubnetId)?.hosts.values() ?? [])].find((candidate) => candidate.owner === eni.id)
      if (host) addHost(host)
    }
    for (const nat of index.all('nat-gateway')) {
      natInterfaces(nat).forEach(addHost)
      if (nat.SubnetId === undefined && nat.VpcId !== undefined) {
        for (const { PublicIp } of nat.NatGatewayAddresses) if (PublicIp !== undefined) this.publicAddresses.set(PublicIp, { vpc: nat.VpcId, subnet: undefined, host: undefined, privateAddress: undefined, owner: nat.id })
      }
    }
    for (const connection of index.all('vpn-connection')) {
      const gateway = connection.VpnGatewayId ?? connection.TransitGatewayId
      for (const tunnel of connection.TunnelOptions) {
        const address = tunnel.OutsideIpAddress === undefined ? undefined : parseAddress(tunnel.OutsideIpAddress)
        if (address && gateway !== undefined) this.tunnelEndpoints.set(formatAddress(address), gateway)
      }
    }
  }

  #collectTables(): void {
    for (const { fragment, id } of this.#transitTables()) {
      for (const attachment of fragment.associations) if (!this.associatedTable.has(attachment)) this.associatedTable.set(attachment, id)
      for (const attachment of fragment.propagations) {
        const tables = this.propagatedTables.get(attachment)
        if (tables) tables.push(id)
        else this.propagatedTables.set(attachment, [id])
      }
    }
  }

  *#transitTables(): Generator<{ readonly id: ResourceId; readonly fragment: TransitTableFragment }> {
    for (const table of this.index.all('transit-gateway-route-table')) {
      const fragment = this.fragment('transit-gateway-route-table', table.id)
      if (fragment) yield { id: table.id, fragment }
    }
  }

  #collectPrefixes(): void {
    // Texts are parsed once and shared, so the same block is nearly always the same object; a rare twin does no harm.
    const seen = new Set<Prefix>()
    const add = (prefixes: readonly Prefix[]) => {
      for (const prefix of prefixes) {
        if (seen.has(prefix)) continue
        seen.add(prefix)
        this.knownPrefixes.add(prefix, prefix)
      }
    }
    for (const { fragment } of this.compilation.values()) {
      if (fragment.kind === 'customer-gateway') add(fragment.announced)
      else if (fragment.kind === 'site' || fragment.kind === 'vpc') add(fragment.prefixes)
      else if (fragment.kind === 'vpn-connection') add(fragment.staticPrefixes)
      else if (fragment.kind === 'direct-connect-gateway-association') add(fragment.allowed)
      else if (fragment.kind === 'transit-gateway-route-table') add(fragment.fixedRoutes.map((route) => route.prefix))
    }
  }
}
