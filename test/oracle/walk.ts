import { type Address, formatAddress } from '../../src/shared/net/address.ts'
import { overlaps } from '../../src/shared/net/prefix.ts'
import { groupsAllow } from './filters.ts'
import type { Connection, End, Packet, StandIn } from './packet.ts'
import type { Routes } from './routes.ts'
import { covers, type Iface, same, type World } from './world.ts'
import type { ResourceOf } from '../../src/shared/model/index.ts'
import type { Disposition } from '../../src/shared/simulation/types.ts'

/** The address that a stand-in gets where its subnet gives public addresses at launch. */
export const STAND_IN_PUBLIC: Address = { family: 4, value: 0xc0000263n }

/** Ends a walk. */
export const ends = (disposition: Disposition, packet: Packet): End => ({ disposition, packet })

/** What is filtered like an interface. */
export type Filtered = Pick<Iface, 'key' | 'subnet' | 'groups'>

/** One packet's way: what it has met so far. The places themselves are functions beside this one. */
export class Walk {
  readonly world: World
  readonly routes: Routes
  readonly connection: Connection
  readonly standIns: readonly StandIn[]
  private readonly seen = new Set<string>()
  /** The last instance with a public address that passed it on: it may be one that translates. */
  forwarder: Iface | undefined
  /** What it has crossed since it was last sent: group references need to know. */
  crossed: { readonly by: 'peering' | 'transit' | 'middlebox' | 'gateway'; readonly id?: string } | undefined

  constructor(world: World, routes: Routes, connection: Connection, standIns: readonly StandIn[]) {
    this.world = world
    this.routes = routes
    this.connection = connection
    this.standIns = standIns
  }

  /** Whether the packet has been at the place before with the same addresses. */
  again(place: string, packet: Packet): boolean {
    const key = `${place} ${formatAddress(packet.source)} ${formatAddress(packet.destination)}`
    if (this.seen.has(key)) return true
    this.seen.add(key)
    return false
  }

  /** Security groups remember what they let pass; the reply is not asked again. */
  groups(at: Filtered, packet: Packet, direction: 'in' | 'out'): boolean {
    if (packet.reply && this.connection.tracked.has(at.key)) return true
    const peers = (group: string) => this.refersToPeer(at, packet, direction, group)
    if (!groupsAllow(this.world, at, packet, direction, peers)) return false
    if (!packet.reply) this.connection.tracked.add(at.key)
    return true
  }

  /** Whether the other end is in the group, as far as a reference sees it (F-EDGE-35, F-TGW-60). */
  private refersToPeer(at: Filtered, packet: Packet, direction: 'in' | 'out', group: string): boolean {
    const address = direction === 'in' ? packet.source : packet.destination
    const has = (other: Iface) => other.addresses.some((one) => same(one, address)) && other.groups.some((id) => id === group)
    if (this.crossed?.by === 'middlebox' || this.crossed?.by === 'gateway') return false
    const near = at.subnet.VpcId
    if (covers(this.world.vpcBlocks(near), address)) return this.world.ifaces.some((other) => other.subnet.VpcId === near && has(other)) || this.standIns.some((other) => other.subnet.VpcId === near && same(other.address, address) && other.groups.some((id) => id === group))
    const candidates = this.world.ifaces.filter((other) => other.subnet.VpcId !== near && has(other))
    if (this.crossed?.by === 'transit') {
      const gateway = this.world.get('transit-gateway', this.crossed.id)
      return direction === 'in' && gateway?.SecurityGroupReferencingSupport === 'enable' && this.carriesGroups(gateway.id, near) && candidates.some((other) => this.carriesGroups(gateway.id, other.subnet.VpcId))
    }
    return candidates.some((other) => this.world.regionOf(other.subnet) === this.world.regionOf(at.subnet) && this.world.all('vpc-peering-connection').some((peering) => this.peers(peering) && [peering.RequesterVpcId, peering.AccepterVpcId].includes(other.subnet.VpcId) && [peering.RequesterVpcId, peering.AccepterVpcId].includes(at.subnet.VpcId)))
  }

  /** A VPC's attachment takes groups along unless it is told not to; in one zone none does (F-TGW-60). */
  private carriesGroups(gateway: string, vpc: string): boolean {
    const attachment = this.world.all('transit-gateway-vpc-attachment').find((other) => other.TransitGatewayId === gateway && other.VpcId === vpc)
    return attachment !== undefined && attachment.SecurityGroupReferencingSupport !== 'disable' && !attachment.SubnetIds.some((id) => this.world.get('subnet', id)?.AvailabilityZoneId === 'use1-az3')
  }

  /** A peering works when it is active and no blocks of the two overlap (F-PEER-3). */
  peers(peering: ResourceOf<'vpc-peering-connection'>): boolean {
    const [a, b] = [this.world.vpcBlocks(peering.RequesterVpcId), this.world.vpcBlocks(peering.AccepterVpcId)]
    return peering.Status !== 'pending-acceptance' && peering.RequesterVpcId !== peering.AccepterVpcId && !a.some((one) => b.some((two) => overlaps(one, two)))
  }
}
