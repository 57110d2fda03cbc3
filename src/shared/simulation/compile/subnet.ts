import type { ResourceOf } from '../../model/index.ts'
import { formatAddress, parseAddress } from '../../net/address.ts'
import type { ResourceId } from '../../model/id.ts'
import { addressAt, parsePrefixes, type Prefix, sizeOf } from '../../net/prefix.ts'
import type { HostInterface, SubnetFragment } from './fragment.ts'
import type { ReadingView } from './view.ts'

const canonical = (text: string): string => {
  const address = parseAddress(text)
  return address ? formatAddress(address) : text
}

interface InterfaceFields {
  readonly PrivateIpAddress?: string | undefined
  readonly SecondaryPrivateIpAddresses?: readonly string[] | undefined
  readonly Ipv6Addresses?: readonly string[] | undefined
  readonly PublicIpAddress?: string | undefined
  readonly SecurityGroupIds: ResourceOf<'instance'>['SecurityGroupIds']
  readonly SourceDestCheck: boolean
}

function hostInterface(owner: ResourceOf<'instance'> | ResourceOf<'network-interface'>, subnet: ResourceOf<'subnet'>['id'], fields: InterfaceFields): HostInterface {
  const addresses = [...(fields.PrivateIpAddress === undefined ? [] : [fields.PrivateIpAddress]), ...(fields.SecondaryPrivateIpAddresses ?? []), ...(fields.Ipv6Addresses ?? [])]
  return {
    owner: owner.id,
    kind: owner.kind,
    subnet,
    addresses: addresses.map(canonical),
    publicAddress: fields.PublicIpAddress === undefined ? undefined : canonical(fields.PublicIpAddress),
    securityGroups: fields.SecurityGroupIds,
    sourceDestCheck: fields.SourceDestCheck,
  }
}

/** All interfaces of an instance, the primary one first. */
export function instanceInterfaces(instance: ResourceOf<'instance'>): HostInterface[] {
  return [hostInterface(instance, instance.SubnetId, instance), ...(instance.NetworkInterfaces ?? []).map((further) => hostInterface(instance, further.SubnetId, further))]
}

/** The interfaces of a NAT gateway in its subnet; one without addresses still stands in the subnet. */
export function natInterfaces(nat: ResourceOf<'nat-gateway'>): HostInterface[] {
  const { SubnetId } = nat
  if (SubnetId === undefined) return []
  return nat.NatGatewayAddresses.map((address) => ({
    owner: nat.id,
    kind: 'nat-gateway',
    subnet: SubnetId,
    addresses: address.PrivateIp === undefined ? [] : [canonical(address.PrivateIp)],
    publicAddress: address.PublicIp === undefined ? undefined : canonical(address.PublicIp),
    securityGroups: [],
    sourceDestCheck: false,
  }))
}

interface ServiceInterface {
  readonly owner: ResourceId
  readonly kind: HostInterface['kind']
  readonly address: string | undefined
  readonly securityGroups: readonly ResourceId[]
}

/** Interfaces that services keep in a subnet: endpoints, load balancers, associations of Client VPN endpoints. */
function serviceInterfaces(subnet: ResourceId, view: ReadingView): ServiceInterface[] {
  const endpoints = view.referrersOf('vpc-endpoint', subnet).filter(({ VpcEndpointType }) => VpcEndpointType !== 'Gateway')
  const balancers = view.referrersOf('load-balancer', subnet)
  const clientVpns = view.referrersOf('client-vpn-endpoint', subnet).filter(({ ClientVpnTargetNetworks }) => ClientVpnTargetNetworks.some(({ SubnetId }) => SubnetId === subnet))
  return [
    ...endpoints.map((endpoint): ServiceInterface => ({ owner: endpoint.id, kind: 'vpc-endpoint', address: endpoint.PrivateIpAddresses?.[endpoint.SubnetIds?.indexOf(subnet) ?? -1], securityGroups: endpoint.SecurityGroupIds ?? [] })),
    ...balancers.map((balancer): ServiceInterface => ({ owner: balancer.id, kind: 'load-balancer', address: undefined, securityGroups: balancer.SecurityGroupIds })),
    ...clientVpns.map((endpoint): ServiceInterface => ({ owner: endpoint.id, kind: 'client-vpn-endpoint', address: undefined, securityGroups: endpoint.SecurityGroupIds })),
  ]
}

/** Addresses for services that have none yet, from the end of each block downwards: hosts are counted from its start. */
function* freeFromEnd(prefixes: readonly Prefix[], hosts: ReadonlyMap<string, HostInterface>): Generator<string[]> {
  for (let offset = 2n; ; offset++) {
    const found = prefixes.flatMap((prefix) => {
      const address = offset < sizeOf(prefix) ? addressAt(prefix, sizeOf(prefix) - offset) : undefined
      return address && !hosts.has(formatAddress(address)) ? [formatAddress(address)] : []
    })
    if (found.length === 0 && prefixes.every((prefix) => offset >= sizeOf(prefix))) return
    if (found.length > 0) yield found
  }
}

/** The route table of a subnet: the one associated with it, else the VPC's main one (F-RT-1). */
export function effectiveTable(subnet: ResourceOf<'subnet'>, view: ReadingView): ResourceOf<'route-table'> | undefined {
  const tables = view.childrenOf('route-table', subnet.VpcId)
  return tables.find((table) => table.Associations.some((association) => association.SubnetId === subnet.id)) ?? tables.find((table) => table.Associations.some((association) => association.Main === true))
}

/** Compiles a subnet with its hosts, its effective route table (F-RT-1) and its network ACL. */
export function compileSubnet(subnet: ResourceOf<'subnet'>, view: ReadingView): SubnetFragment {
  const hosts = new Map<string, HostInterface>()
  const interfaces = [
    ...view.referrersOf('instance', subnet.id).flatMap(instanceInterfaces),
    ...view.referrersOf('network-interface', subnet.id).map((eni) => hostInterface(eni, eni.SubnetId, eni)),
    ...view.referrersOf('nat-gateway', subnet.id).flatMap(natInterfaces),
  ]
  for (const host of interfaces) {
    if (host.subnet !== subnet.id) continue
    for (const address of host.addresses) if (!hosts.has(address)) hosts.set(address, host)
  }
  const blocks = parsePrefixes([subnet.CidrBlock, subnet.Ipv6CidrBlock].filter((cidr) => cidr !== undefined))
  const free = freeFromEnd(blocks, hosts)
  for (const { owner, kind, address, securityGroups } of serviceInterfaces(subnet.id, view)) {
    const addresses = address === undefined ? (free.next().value ?? []) : [canonical(address)]
    const host: HostInterface = { owner, kind, subnet: subnet.id, addresses, publicAddress: undefined, securityGroups, sourceDestCheck: true }
    for (const text of addresses) if (!hosts.has(text)) hosts.set(text, host)
  }
  const lists = view.childrenOf('network-acl', subnet.VpcId)
  const acl = lists.find((entry) => entry.Associations.some((association) => association.SubnetId === subnet.id)) ?? lists.find((entry) => entry.IsDefault === true)
  return {
    kind: 'subnet',
    vpc: subnet.VpcId,
    prefixes: blocks,
    hosts,
    table: effectiveTable(subnet, view)?.id,
    acl: acl?.id,
  }
}
