import type { ResourceOf } from '../../src/shared/model/index.ts'
import { aclAllows } from './filters.ts'
import { intoTunnel, ownWay } from './appliance.ts'
import { lookUp } from './table.ts'
import type { Verdict } from './entries.ts'
import { backThroughNat, natAt } from './nat.ts'
import type { End, Packet, StandIn } from './packet.ts'
import { toTarget } from './targets.ts'
import { ends, type Filtered, type Walk } from './walk.ts'
import { covers, type Iface, prefixes, same } from './world.ts'

/** How a packet came to stand in a subnet or VPC. */
export type Entry = 'inside' | 'transit' | 'edge'

/** An interface sends; a router sends what it has a tunnel for into the tunnel. */
export function fromIface(walk: Walk, iface: Iface, packet: Packet): End {
  const session = ownWay(walk, iface, packet)
  if (session === 'unknown') return ends('unknown', packet)
  if (session) return intoTunnel(walk, iface.owner.id, session, packet)
  if (!walk.groups(iface, packet, 'out')) return ends('denied', packet)
  return fromSubnet(walk, iface.subnet, packet, 'inside')
}

/** A packet stands in a subnet and wants out. `transit`: it came in through a transit gateway. */
export function fromSubnet(walk: Walk, subnet: ResourceOf<'subnet'>, packet: Packet, entry: Entry): End {
  const { world } = walk
  if (walk.again(`${subnet.id} ${entry}`, packet)) return ends('loop', packet)
  // Within a subnet no ACL and no table is asked; from a transit gateway's interface to its own subnet the table is.
  const stays = covers(world.subnetBlocks(subnet), packet.destination)
  if (stays && entry === 'inside') return deliver(walk, subnet.VpcId, packet, subnet)
  if (!stays && !aclAllows(world, subnet, packet, 'out')) return ends('denied', packet)
  return follow(walk, lookUp(world, walk.routes, world.tableOf(subnet), subnet.VpcId, packet.destination), subnet.VpcId, subnet, packet, entry)
}

export function follow(walk: Walk, verdict: Verdict, vpc: string, subnet: ResourceOf<'subnet'> | undefined, packet: Packet, entry: Entry): End {
  if (verdict.kind === 'none') return ends('no-route', packet)
  if (verdict.kind === 'blackhole' || verdict.kind === 'unknown') return ends(verdict.kind, packet)
  return verdict.kind === 'local' ? deliver(walk, vpc, packet, subnet) : toTarget(walk, verdict.target, vpc, subnet, packet, entry)
}

/** The VPC's own router delivers; the ACL of the destination's subnet counts unless the packet never left it. */
export function deliver(walk: Walk, vpc: string, packet: Packet, from: ResourceOf<'subnet'> | undefined): End {
  const { world } = walk
  const subnet = world.subnetAt(vpc, packet.destination)
  if (!subnet) return ends('no-route', packet)
  if (!world.subnetUp(subnet)) return ends('element-down', packet)
  if (from?.id !== subnet.id && !aclAllows(world, subnet, packet, 'in')) return ends('denied', packet)
  const nat = natAt(walk, subnet, packet.destination)
  if (nat) return backThroughNat(walk, nat, subnet, packet)
  const iface = world.ifaces.find((other) => other.subnet.VpcId === vpc && other.addresses.some((address) => same(address, packet.destination)))
  if (iface) return arrive(walk, iface, packet)
  const standIn = walk.standIns.find((other) => other.subnet.id === subnet.id && (other.receives === 'both' || other.receives === (packet.reply ? 'reply' : 'request')) && same(other.address, packet.destination))
  return standIn ? arriveAt(walk, standIn, packet) : ends('no-host', packet)
}

function arriveAt(walk: Walk, standIn: StandIn, packet: Packet): End {
  if (!walk.groups(filteredAs(standIn), packet, 'in')) return ends('denied', packet)
  const disposition = packet.reply ? 'delivered' : (standIn.answer?.(packet) ?? 'delivered')
  return disposition === 'delivered' ? { disposition, place: { kind: 'subnet', standIn }, packet } : ends(disposition, packet)
}

/** A stand-in, as security groups see it. */
export const filteredAs = (standIn: StandIn): Filtered => ({ key: `${standIn.of}/${standIn.subnet.id}`, subnet: standIn.subnet, groups: standIn.groups })

/** A stand-in sends. */
export function fromStandIn(walk: Walk, standIn: StandIn, packet: Packet): End {
  if (!walk.groups(filteredAs(standIn), packet, 'out')) return ends('denied', packet)
  return fromSubnet(walk, standIn.subnet, packet, 'inside')
}

export function arrive(walk: Walk, iface: Iface, packet: Packet): End {
  if (!walk.world.ifaceUp(iface)) return ends('element-down', packet)
  if (!walk.groups(iface, packet, 'in')) return ends('denied', packet)
  return { disposition: 'delivered', place: { kind: 'iface', iface }, packet }
}

/** A route leads to an interface: it takes what is its own and forwards the rest when it may. */
export function toIface(walk: Walk, iface: Iface, packet: Packet, from: ResourceOf<'subnet'> | undefined): End {
  const { world } = walk
  if (!world.ifaceUp(iface)) return ends('blackhole', packet)
  if (from?.id !== iface.subnet.id && !aclAllows(world, iface.subnet, packet, 'in')) return ends('denied', packet)
  if (iface.addresses.some((address) => same(address, packet.destination))) return arrive(walk, iface, packet)
  if (!iface.forwards || !walk.groups(iface, packet, 'in')) return ends('denied', packet)
  walk.crossed = { by: 'middlebox' }
  if (iface.public) walk.forwarder = iface
  const { owner } = iface
  if (owner.kind === 'instance' && givesAddress(owner, packet)) return { disposition: 'delivered', place: { kind: 'clients', of: owner.id }, packet }
  if (owner.kind === 'instance' && owner.role === 'firewall' && owner.stateful === true && !sawItBegin(walk, owner.id, packet)) return ends('denied', packet)
  return fromIface(walk, iface, packet)
}

/** Whether the destination is a user's of a remote-access server that gives its users addresses of their own. */
const givesAddress = (server: ResourceOf<'instance'>, packet: Packet) => server.role === 'remote-access-server' && server.translatesClients !== true && covers(prefixes([server.clientPool]), packet.destination)

/** A stateful firewall lets a reply pass only when the connection began through it. */
function sawItBegin(walk: Walk, firewall: string, packet: Packet): boolean {
  if (packet.reply) return walk.connection.tracked.has(`began at ${firewall}`)
  walk.connection.tracked.add(`began at ${firewall}`)
  return true
}
