import type { Resource, ResourceOf } from '../../src/shared/model/index.ts'
import { type Address, parseAddress } from '../../src/shared/net/address.ts'
import { sampleAddress } from '../../src/shared/net/prefix.ts'
import { atSite } from './customer.ts'
import { fromIface, fromStandIn } from './in-vpc.ts'
import { onInternet } from './internet.ts'
import type { End, Packet, Place, StandIn } from './packet.ts'
import { balancerAnswer, choicesOf, endpointAnswer, endpointUp, nodeServes } from './services.ts'
import { deviceUp, mainIface, serverUp } from './up.ts'
import { STAND_IN_PUBLIC, type Walk } from './walk.ts'
import { type Iface, parsed, prefixes, type World } from './world.ts'

/** An end of a flow: who it is, from where it sends, and where it is met. */
export interface FlowEnd {
  readonly id: string
  readonly up: boolean
  readonly addresses: readonly Address[]
  /** The addresses by which the internet knows it. */
  readonly outside: readonly Address[]
  readonly standIns: readonly StandIn[]
  readonly vpc?: string
  readonly zone?: string | undefined
  readonly start: (walk: Walk, packet: Packet) => End
  readonly isAt: (place: Place | undefined, packet: Packet) => boolean
}

const OUTSIDE = ['203.0.113.250', '2001:db8:ffff::250'].flatMap((text) => parseAddress(text) ?? [])

const v6 = (addresses: readonly Address[]) => addresses.filter(({ family }) => family === 6)

/** Somebody on the internet. */
export const internetEnd = (id = 'internet'): FlowEnd => ({ id, up: true, addresses: OUTSIDE, outside: OUTSIDE, standIns: [], start: onInternet, isAt: (place) => place?.kind === 'internet' })

export function ifaceEnd(world: World, iface: Iface): FlowEnd {
  return {
    id: iface.owner.id,
    up: world.ifaceUp(iface),
    addresses: iface.addresses,
    outside: [...(iface.public ? [iface.public] : []), ...v6(iface.addresses)],
    standIns: [],
    vpc: iface.subnet.VpcId,
    zone: world.zoneOf(iface.subnet),
    start: (walk, packet) => fromIface(walk, iface, packet),
    isAt: (place) => place?.kind === 'iface' && place.iface.owner.id === iface.owner.id,
  }
}

/** One or more stand-ins of one subnet. */
function standInEnd(world: World, standIns: readonly StandIn[], up: boolean, outside: readonly Address[]): FlowEnd | undefined {
  const [first] = standIns
  if (!first) return undefined
  const isIt = (place: Place | undefined) => place?.kind === 'subnet' && place.standIn.of === first.of
  return {
    id: first.of,
    up,
    addresses: standIns.map(({ address }) => address),
    outside,
    standIns,
    vpc: first.subnet.VpcId,
    zone: world.zoneOf(first.subnet),
    start: (walk, packet) => fromStandIn(walk, standIns.find(({ address }) => address.family === packet.source.family) ?? first, packet),
    isAt: (place) => isIt(place) || (place?.kind === 'iface' && first.of === first.subnet.id && place.iface.subnet.id === first.subnet.id),
  }
}

function subnetEnd(world: World, subnet: ResourceOf<'subnet'>, taken: readonly Address[], receives: 'request' | 'reply'): FlowEnd | undefined {
  const addresses = ([4, 6] as const).flatMap((family) => world.freeAddress(subnet, family, taken) ?? [])
  const standIns = addresses.map((address): StandIn => ({ of: subnet.id, subnet, address, receives, groups: [], isPublic: subnet.MapPublicIpOnLaunch }))
  return standInEnd(world, standIns, world.subnetUp(subnet), addresses) ?? { id: subnet.id, up: world.subnetUp(subnet), addresses: [], outside: [], standIns: [], start: (_walk, packet) => ({ disposition: 'unknown', packet }), isAt: () => false }
}

/** Something at a site, with the addresses it may have. */
export function siteEnd(id: string, site: string | undefined, device: ResourceOf<'customer-gateway'> | undefined, addresses: readonly Address[], up: boolean): FlowEnd {
  return {
    id,
    up,
    addresses,
    outside: addresses,
    standIns: [],
    start: (walk, packet) => atSite(walk, { site, ...(device ? { device } : {}) }, packet, 'lan'),
    isAt: (place) => place?.kind === 'site' && place.site !== undefined && place.site.id === site,
  }
}

/** An address of every prefix of a site. */
const allOf = (world: World, site: string | undefined): Address[] => (site === undefined ? [] : prefixes(world.get('site', site)?.prefixes ?? []).map((prefix) => world.sampleOf(site, prefix)))

/** Any address of the first prefix of each family. */
function firstOf(world: World, site: string | undefined): Address[] {
  const all = allOf(world, site)
  return ([4, 6] as const).flatMap((wanted) => all.find(({ family }) => family === wanted) ?? [])
}
const some = (address: Address | undefined): Address[] => (address ? [address] : [])

function directoryEnd(world: World, directory: ResourceOf<'directory'>, taken: readonly Address[]): FlowEnd | undefined {
  const alive = !world.failed.has(`directory-server:${directory.id}`)
  const stated = some(parsed(directory.IpAddress))
  if (directory.site !== undefined) return siteEnd(directory.id, directory.site, undefined, stated.length > 0 ? stated : firstOf(world, directory.site), alive)
  const subnet = world.get('subnet', directory.SubnetId)
  if (!subnet) return { ...internetEnd(directory.id), up: alive }
  const addresses = stated.length > 0 ? stated : some(world.freeAddress(subnet, 4, taken))
  const standIns = addresses.map((address): StandIn => ({ of: directory.id, subnet, address, receives: 'both', groups: [], isPublic: false }))
  return standInEnd(world, standIns, alive && world.subnetUp(subnet), [])
}

/** The interface of an endpoint in one of its subnets. */
export function endpointStandIn(world: World, endpoint: ResourceOf<'vpc-endpoint'>, subnet: ResourceOf<'subnet'>): StandIn | undefined {
  const at = (endpoint.SubnetIds ?? []).findIndex((id) => id === subnet.id)
  const address = parsed(endpoint.PrivateIpAddresses?.[at]) ?? world.freeAddress(subnet, 4, [])
  return address && { of: endpoint.id, subnet, address, receives: 'both', groups: endpoint.SecurityGroupIds ?? [], isPublic: false, answer: (packet) => endpointAnswer(world, endpoint, subnet, packet) }
}

/** Endpoint interfaces whose addresses the design states: they are there whoever asks. */
export function statedInterfaces(world: World): StandIn[] {
  return world.all('vpc-endpoint').flatMap((endpoint) => {
    if (endpoint.VpcEndpointType !== 'Interface') return []
    const subnets = (endpoint.SubnetIds ?? []).flatMap((id) => world.get('subnet', id) ?? [])
    return subnets.flatMap((subnet, at) => (endpoint.PrivateIpAddresses?.[at] !== undefined && endpointUp(world, endpoint, subnet) ? (endpointStandIn(world, endpoint, subnet) ?? []) : []))
  })
}

/** The service behind a gateway endpoint, met at an address of its prefix list. Nothing is sent from there. */
function gatewayEnd(world: World, endpoint: ResourceOf<'vpc-endpoint'>): FlowEnd | undefined {
  const addresses = prefixes((world.get('prefix-list', endpoint.prefixList)?.Entries ?? []).map(({ Cidr }) => Cidr)).map(sampleAddress)
  if (addresses.length === 0) return undefined
  return { ...internetEnd(endpoint.id), up: world.regionUp(world.get('vpc', endpoint.VpcId)), addresses, isAt: (place) => place?.kind === 'service' && place.of === endpoint.id }
}

/** An endpoint as the sender meets it: the interface in its own zone, else the first that is up. */
function endpointEnd(world: World, endpoint: ResourceOf<'vpc-endpoint'>, zone: string | undefined): FlowEnd | undefined {
  if (endpoint.VpcEndpointType === 'Gateway') return gatewayEnd(world, endpoint)
  if (endpoint.VpcEndpointType !== 'Interface') return undefined
  const [subnet] = choicesOf(world, endpoint.SubnetIds, zone, (one) => endpointUp(world, endpoint, one))
  if (!subnet) return { ...internetEnd(endpoint.id), up: false }
  const standIn = endpointStandIn(world, endpoint, subnet)
  return standInEnd(world, standIn ? [standIn] : [], true, [])
}

function balancerEnd(world: World, balancer: ResourceOf<'load-balancer'>, zone: string | undefined): FlowEnd | undefined {
  const nodes = choicesOf(world, balancer.SubnetIds, zone, (one) => world.subnetUp(one))
  const node = nodes.find((one) => nodeServes(world, balancer, one, undefined)) ?? nodes[0]
  const address = node && world.freeAddress(node, 4, [])
  if (!node || !address) return { ...internetEnd(balancer.id), up: false }
  const isPublic = balancer.Scheme === 'internet-facing'
  const standIn: StandIn = { of: balancer.id, subnet: node, address, receives: 'both', groups: balancer.SecurityGroupIds, isPublic, answer: (packet) => balancerAnswer(world, balancer, node, packet) }
  return standInEnd(world, [standIn], true, isPublic ? [STAND_IN_PUBLIC] : [])
}

/** The end that an id names, for one that sends or that is sent to from a zone. Users who dial in have ends of their own. */
export function endOf(world: World, id: string, taken: readonly Address[], receives: 'request' | 'reply', zone?: string): FlowEnd | undefined {
  if (id === 'internet') return internetEnd()
  const resource: Resource | undefined = world.any(id)
  switch (resource?.kind) {
    case 'instance':
    case 'network-interface': {
      const iface = mainIface(world, id)
      return iface && ifaceEnd(world, iface)
    }
    case 'subnet':
      return subnetEnd(world, resource, taken, receives)
    case 'site':
      return siteEnd(id, id, undefined, allOf(world, id), true)
    case 'customer-gateway':
      return siteEnd(id, resource.site, resource, allOf(world, resource.site), deviceUp(world, resource))
    case 'server':
      return siteEnd(id, resource.site, undefined, resource.IpAddress === undefined ? firstOf(world, resource.site) : some(parsed(resource.IpAddress)), serverUp(world, resource))
    case 'user-group': {
      const { site, prefix } = resource
      return site === undefined ? undefined : siteEnd(id, site, undefined, prefix === undefined ? firstOf(world, site) : prefixes([prefix]).map((own) => world.sampleOf(site, own)), true)
    }
    case 'directory':
      return directoryEnd(world, resource, taken)
    case 'vpc-endpoint':
      return receives === 'request' ? endpointEnd(world, resource, zone) : undefined
    case 'load-balancer':
      return receives === 'request' ? balancerEnd(world, resource, zone) : undefined
    default:
      return undefined
  }
}
