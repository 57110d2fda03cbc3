import type { Resource, ResourceOf } from '../../src/shared/model/index.ts'
import { aclAllows } from './filters.ts'
import { fromVgw, inCore, inTransit } from './gateways.ts'
import { deliver, type Entry, fromSubnet, toIface } from './in-vpc.ts'
import { toEgressOnly, toInternetGateway } from './internet.ts'
import { toNat } from './nat.ts'
import type { End, Packet } from './packet.ts'
import { endpointUp, serves } from './services.ts'
import { ends, type Walk } from './walk.ts'
import { covers } from './world.ts'

type Subnet = ResourceOf<'subnet'> | undefined

/** A route's target takes the packet. */
export function toTarget(walk: Walk, target: Resource, vpc: string, subnet: Subnet, packet: Packet, entry: Entry): End {
  switch (target.kind) {
    case 'internet-gateway':
      return toInternetGateway(walk, target, vpc, packet, entry)
    case 'egress-only-internet-gateway':
      return toEgressOnly(walk, target, vpc, packet, entry)
    case 'nat-gateway':
      return toNat(walk, target, vpc, subnet, packet)
    case 'vpn-gateway':
      return walk.world.vpcOfVgw(target.id)?.id === vpc ? fromVgw(walk, target, packet) : ends('blackhole', packet)
    case 'transit-gateway':
      return toAttachment(walk, walk.world.all('transit-gateway-vpc-attachment').find((other) => other.TransitGatewayId === target.id && other.VpcId === vpc), subnet, packet)
    case 'core-network':
      return toAttachment(walk, walk.world.all('core-network-attachment').find((other) => other.CoreNetworkId === target.id && other.VpcId === vpc), subnet, packet)
    case 'vpc-peering-connection':
      return toPeer(walk, target, vpc, packet)
    case 'vpc-endpoint':
      return toEndpoint(walk, target, vpc, subnet, packet, entry)
    case 'instance':
    case 'network-interface': {
      const iface = walk.world.ifaces.find((other) => other.owner.id === target.id)
      return iface?.subnet.VpcId === vpc ? toIface(walk, iface, packet, subnet) : ends('blackhole', packet)
    }
    default:
      return ends('blackhole', packet)
  }
}

/** Gateway endpoints answer the VPC's own resources; those of a Gateway Load Balancer send on what the fleet gives back (F-PL-30, F-PL-31). */
function toEndpoint(walk: Walk, endpoint: ResourceOf<'vpc-endpoint'>, vpc: string, from: Subnet, packet: Packet, entry: Entry): End {
  if (endpoint.VpcId !== vpc || endpoint.VpcEndpointType === 'Interface') return ends('blackhole', packet)
  if (endpoint.VpcEndpointType === 'Gateway') return entry === 'inside' ? { disposition: 'delivered', place: { kind: 'service', vpc, of: endpoint.id }, packet } : ends('no-route', packet)
  const { world } = walk
  const subnet = (endpoint.SubnetIds ?? []).flatMap((id) => world.get('subnet', id) ?? []).find((other) => endpointUp(world, endpoint, other))
  if (!subnet || !serves(world, endpoint)) return ends('blackhole', packet)
  if (from?.id !== subnet.id && !aclAllows(world, subnet, packet, 'in')) return ends('denied', packet)
  if (walk.again(endpoint.id, packet)) return ends('loop', packet)
  walk.crossed = { by: 'middlebox' }
  return fromSubnet(walk, subnet, packet, 'inside')
}

type Attachment = ResourceOf<'transit-gateway-vpc-attachment'> | ResourceOf<'core-network-attachment'>

/** Out of a VPC by the attachment's interface in the sender's zone (F-TGW-22). */
function toAttachment(walk: Walk, link: Attachment | undefined, subnet: Subnet, packet: Packet): End {
  const { world } = walk
  if (!link) return ends('no-route', packet)
  const zone = subnet && world.zoneOf(subnet)
  const feet = feetOf(walk, link)
  const foot = feet.find((other) => other.id === subnet?.id) ?? feet.find((other) => zone !== undefined && world.zoneOf(other) === zone)
  const unsure = zone === undefined || feet.some((other) => world.zoneOf(other) === undefined)
  if (!foot) return ends(unsure ? 'unknown' : 'no-route', packet)
  // On the way out the inbound rules of the attachment subnet count, even where the sender is in it.
  if (!aclAllows(world, foot, packet, 'in')) return ends('denied', packet)
  return link.kind === 'core-network-attachment' ? inCore(walk, link.id, link.CoreNetworkId, packet, zone) : inTransit(walk, link.id, link.TransitGatewayId, packet, zone)
}

/** The subnets of an attachment whose zone is up, as listed: where AWS picks any, the first stands for it. */
export function feetOf(walk: Walk, link: Attachment): ResourceOf<'subnet'>[] {
  return link.SubnetIds.flatMap((id) => walk.world.get('subnet', id) ?? []).filter((subnet) => subnet.VpcId === link.VpcId && walk.world.subnetUp(subnet))
}

function toPeer(walk: Walk, peering: ResourceOf<'vpc-peering-connection'>, vpc: string, packet: Packet): End {
  const { world } = walk
  const far = peering.RequesterVpcId === vpc ? peering.AccepterVpcId : peering.AccepterVpcId === vpc ? peering.RequesterVpcId : undefined
  if (far === undefined || !walk.peers(peering)) return ends('blackhole', packet)
  if (!covers(world.vpcBlocks(vpc), packet.source) || !covers(world.vpcBlocks(far), packet.destination)) return ends('no-route', packet)
  walk.crossed ??= { by: 'peering' }
  return deliver(walk, far, packet, undefined)
}
