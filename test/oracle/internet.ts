import type { ResourceOf } from '../../src/shared/model/index.ts'
import { isPublicAddress } from '../../src/shared/net/public.ts'
import { atSite } from './customer.ts'
import { lookUpEdge, type Verdict } from './entries.ts'
import { deliver, type Entry, follow } from './in-vpc.ts'
import { backThroughNat, natAddress, natPublic, natVpc } from './nat.ts'
import type { End, Packet } from './packet.ts'
import { ends, STAND_IN_PUBLIC, type Walk } from './walk.ts'
import { covers, same } from './world.ts'

export function toInternetGateway(walk: Walk, gateway: ResourceOf<'internet-gateway'>, vpc: string, packet: Packet, entry: Entry): End {
  const { world } = walk
  if (gateway.Attachments[0]?.VpcId !== vpc) return ends('blackhole', packet)
  if (entry !== 'inside' || !isPublicAddress(packet.destination)) return ends('no-route', packet)
  const shut = sealed(walk, vpc, packet.source, isNatAddress(walk, vpc, packet.source))
  const out = (outside: Packet['source']) => (shut ? ends('denied', packet) : onInternet(walk, { ...packet, source: outside }))
  if (packet.source.family === 6) return covers(world.vpcBlocks(vpc), packet.source) ? out(packet.source) : ends('no-route', packet)
  const sender = world.ifaces.find((iface) => iface.subnet.VpcId === vpc && iface.addresses[0] && same(iface.addresses[0], packet.source))
  if (sender?.public) return out(sender.public)
  const nat = world.all('nat-gateway').find((other) => natVpc(walk, other) === vpc && other.ConnectivityType === 'public' && same(natAddress(walk, other), packet.source))
  if (nat) return out(natPublic(walk, nat))
  const standIn = walk.standIns.find((other) => same(other.address, packet.source) && other.subnet.VpcId === vpc)
  if (!sender && standIn?.isPublic === true) return out(STAND_IN_PUBLIC)
  if (walk.forwarder?.subnet.VpcId === vpc) return ends(shut ? 'denied' : 'unknown', packet)
  if (!sender && standIn && standIn.isPublic === undefined) return ends(shut ? 'denied' : 'unknown', packet)
  return ends('no-route', packet)
}

/** IPv6 only, and only connections that are opened from inside come back (F-EDGE-2). */
export function toEgressOnly(walk: Walk, gateway: ResourceOf<'egress-only-internet-gateway'>, vpc: string, packet: Packet, entry: Entry): End {
  if (gateway.VpcId !== vpc) return ends('blackhole', packet)
  const { world } = walk
  if (entry !== 'inside' || packet.source.family !== 6 || !isPublicAddress(packet.destination) || !covers(world.vpcBlocks(vpc), packet.source)) return ends('no-route', packet)
  if (packet.reply) return ends('denied', packet)
  if (sealed(walk, vpc, packet.source, true)) return ends('denied', packet)
  walk.connection.opened.add(gateway.id)
  return onInternet(walk, packet)
}

/** A packet on the internet goes to whoever has its destination. */
export function onInternet(walk: Walk, packet: Packet): End {
  const { world, connection } = walk
  if (walk.again('internet', packet)) return ends('loop', packet)
  walk.crossed = { by: 'gateway' }
  const back = packet.reply ? [...connection.translated].find(([, { after }]) => same(after, packet.destination)) : undefined
  const site = world.get('site', back?.[0])
  if (back && site) return atSite(walk, { site: site.id }, { ...packet, destination: back[1].before }, 'lan')
  const standIn = walk.standIns.find((other) => other.isPublic === true && (packet.reply || other.receives !== 'reply'))
  if (standIn && same(packet.destination, STAND_IN_PUBLIC)) return throughGateway(walk, standIn.subnet.VpcId, { ...packet, destination: standIn.address })
  const iface = world.ifaces.find((other) => other.public && same(other.public, packet.destination))
  const inner = iface?.addresses[0]
  if (iface && inner) return throughGateway(walk, iface.subnet.VpcId, { ...packet, destination: inner })
  const nat = world.all('nat-gateway').find((other) => other.ConnectivityType === 'public' && same(natPublic(walk, other), packet.destination))
  if (nat && nat.SubnetId === undefined && sealed(walk, natVpc(walk, nat) ?? '', undefined, packet.reply)) return ends('denied', packet)
  if (nat && nat.SubnetId === undefined) return backThroughNat(walk, nat, undefined, packet)
  if (nat && !packet.reply) return ends(gatewayOf(walk, natVpc(walk, nat)) ? 'denied' : 'no-route', packet)
  if (nat) return throughGateway(walk, natVpc(walk, nat) ?? '', { ...packet, destination: natAddress(walk, nat) })
  const vpc = packet.destination.family === 6 ? world.all('vpc').find((other) => covers(world.vpcBlocks(other.id), packet.destination)) : undefined
  if (vpc && packet.reply && openedFrom(walk, vpc.id)) return sealed(walk, vpc.id, packet.destination, true) ? ends('denied', packet) : deliver(walk, vpc.id, packet, undefined)
  if (vpc) return throughGateway(walk, vpc.id, packet)
  if (!isPublicAddress(packet.destination)) return ends('no-route', packet)
  return { disposition: 'left-network', place: { kind: 'internet' }, packet }
}

/** Block Public Access: what holds for the subnet of an address, else for the VPC; in ingress mode what NAT and egress-only gateways opened passes (F-EDGE-60). */
export function sealed(walk: Pick<Walk, 'world'>, vpc: string, address: Packet['source'] | undefined, opened: boolean): boolean {
  const { world } = walk
  const mode = (address && world.subnetAt(vpc, address)?.InternetGatewayBlockMode) ?? world.get('vpc', vpc)?.InternetGatewayBlockMode
  return mode === 'block-bidirectional' || (mode === 'block-ingress' && !opened)
}

/** Whether a NAT gateway of the VPC translated the connection to this address. */
const isNatAddress = (walk: Walk, vpc: string, address: Packet['source']): boolean =>
  walk.world.all('nat-gateway').some((nat) => nat.SubnetId !== undefined && natVpc(walk, nat) === vpc && walk.connection.translated.has(nat.id) && same(natAddress(walk, nat), address))

const openedFrom = (walk: Walk, vpc: string): boolean => walk.world.all('egress-only-internet-gateway').some((gateway) => gateway.VpcId === vpc && walk.connection.opened.has(gateway.id)) && walk.world.regionUp(walk.world.get('vpc', vpc))

const gatewayOf = (walk: Walk, vpc: string | undefined) => walk.world.all('internet-gateway').find((other) => other.Attachments[0]?.VpcId === vpc)

/** In through the internet gateway of a VPC, by its edge table when it has one. */
function throughGateway(walk: Walk, vpc: string, packet: Packet): End {
  const gateway = gatewayOf(walk, vpc)
  if (!gateway || !walk.world.regionUp(walk.world.get('vpc', vpc))) return ends('no-route', packet)
  if (sealed(walk, vpc, packet.destination, packet.reply && isNatAddress(walk, vpc, packet.destination))) return ends('denied', packet)
  return intoVpc(walk, gateway.id, vpc, packet)
}

export function intoVpc(walk: Walk, gateway: string, vpc: string, packet: Packet): End {
  const table = walk.world.edgeTableOf(gateway, vpc)
  const verdict: Verdict = table ? lookUpEdge(walk.world, table, vpc, packet.destination) : { kind: 'local' }
  return follow(walk, verdict, vpc, undefined, packet, 'edge')
}
