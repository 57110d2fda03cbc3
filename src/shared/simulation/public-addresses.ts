import type { DesignIndex } from '../document/query.ts'
import type { ResourceId } from '../model/id.ts'
import type { Kind } from '../model/index.ts'
import { type Address, formatAddress, parseAddress } from '../net/address.ts'
import type { Fragment, HostInterface } from './compile/fragment.ts'
import { instanceInterfaces, natInterfaces } from './compile/subnet.ts'

/** A public IPv4 address of the design and who answers to it. `privateAddress` is what the internet gateway translates it to. */
export interface PublicAddress {
  readonly vpc: ResourceId
  readonly subnet: ResourceId | undefined
  readonly host: HostInterface | undefined
  readonly privateAddress: string | undefined
  readonly owner: ResourceId
}

/** Tables of public addresses, each documented where a network shows it. */
export interface PublicAddresses {
  readonly publicAddresses: ReadonlyMap<string, PublicAddress>
  readonly nodeAddresses: ReadonlyMap<string, string>
  readonly tunnelEndpoints: ReadonlyMap<string, ResourceId>
}

/** What public addresses and tunnel endpoints are made of. */
export const ADDRESS_KINDS = ['instance', 'network-interface', 'nat-gateway', 'subnet', 'vpn-connection', 'load-balancer', 'vpc-endpoint', 'client-vpn-endpoint'] as const satisfies readonly Kind[]

/** Stands for a public address that AWS assigns and the design does not name: the first of a documentation range (RFC 5737) that nobody has. */
export function standInAddress(isTaken: (text: string) => boolean): Address {
  let value = 0xc6336401n
  while (isTaken(formatAddress({ family: 4, value }))) value++
  return { family: 4, value }
}

interface Compiled {
  readonly index: DesignIndex
  readonly fragment: (kind: 'subnet', id: ResourceId) => Extract<Fragment, { readonly kind: 'subnet' }> | undefined
  readonly interfacesIn: (subnet: ResourceId | undefined, owner: ResourceId) => HostInterface[]
}

/** Nodes of internet-facing load balancers, of which the design names no public address. */
function* publicNodes({ index, interfacesIn }: Compiled): Generator<{ readonly key: string; readonly host: HostInterface }> {
  for (const balancer of index.all('load-balancer')) {
    for (const subnet of balancer.Scheme === 'internet-facing' ? new Set(balancer.SubnetIds) : []) {
      const host = interfacesIn(subnet, balancer.id).find(({ addresses: [first] }) => first !== undefined && parseAddress(first)?.family === 4)
      if (host) yield { key: `${balancer.id} ${subnet}`, host }
    }
  }
}

/** Who has which public address, and behind which address a gateway ends a tunnel. */
export function collectAddresses(compiled: Compiled): PublicAddresses {
  const { index, fragment, interfacesIn } = compiled
  const publicAddresses = new Map<string, PublicAddress>()
  const nodeAddresses = new Map<string, string>()
  const tunnelEndpoints = new Map<string, ResourceId>()
  const addHost = (host: HostInterface, publicAddress: string | undefined) => {
    const vpc = fragment('subnet', host.subnet)?.vpc
    if (publicAddress !== undefined && vpc !== undefined) publicAddresses.set(publicAddress, { vpc, subnet: host.subnet, host, privateAddress: host.addresses[0], owner: host.owner })
  }
  for (const instance of index.all('instance')) for (const host of instanceInterfaces(instance)) addHost(host, host.publicAddress)
  for (const eni of index.all('network-interface')) {
    const host = interfacesIn(eni.SubnetId, eni.id)[0]
    if (host) addHost(host, host.publicAddress)
  }
  for (const nat of index.all('nat-gateway')) {
    for (const host of natInterfaces(nat)) addHost(host, host.publicAddress)
    if (nat.SubnetId === undefined && nat.VpcId !== undefined) {
      for (const { PublicIp } of nat.NatGatewayAddresses) if (PublicIp !== undefined) publicAddresses.set(PublicIp, { vpc: nat.VpcId, subnet: undefined, host: undefined, privateAddress: undefined, owner: nat.id })
    }
  }
  for (const connection of index.all('vpn-connection')) {
    const gateway = connection.VpnGatewayId ?? connection.TransitGatewayId
    for (const tunnel of connection.TunnelOptions) {
      const address = tunnel.OutsideIpAddress === undefined ? undefined : parseAddress(tunnel.OutsideIpAddress)
      if (address && gateway !== undefined) tunnelEndpoints.set(formatAddress(address), gateway)
    }
  }
  for (const { key, host } of publicNodes(compiled)) {
    const address = formatAddress(standInAddress((text) => publicAddresses.has(text) || tunnelEndpoints.has(text)))
    nodeAddresses.set(key, address)
    addHost(host, address)
  }
  return { publicAddresses, nodeAddresses, tunnelEndpoints }
}
