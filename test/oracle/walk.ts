import type { Resource, ResourceOf } from '../../src/shared/model/index.ts'
import { type Address, formatAddress } from '../../src/shared/net/address.ts'
import { containsAddress, overlaps } from '../../src/shared/net/prefix.ts'
import { isPublicAddress } from '../../src/shared/net/public.ts'
import type { Disposition } from '../../src/shared/simulation/types.ts'
import { aclAllows, groupsAllow } from './filters.ts'
import type { Connection, Packet } from './packet.ts'
import { isBranch, longest, type Routes, type Session } from './routes.ts'
import { lookUp, lookUpEdge, type Verdict } from './table.ts'
import { covers, type Iface, prefixes, same, type World } from './world.ts'

/** Where a packet ended up. */
export type Place =
  | { readonly kind: 'iface'; readonly iface: Iface }
  | { readonly kind: 'subnet'; readonly subnet: ResourceOf<'subnet'> }
  | { readonly kind: 'site'; readonly site: ResourceOf<'site'> | undefined; readonly device: ResourceOf<'customer-gateway'> | undefined }
  | { readonly kind: 'service'; readonly vpc: string }
  | { readonly kind: 'internet' }

export interface End {
  readonly disposition: Disposition
  readonly place?: Place
  readonly packet: Packet
}

/** An end of the flow that is a subnet: a host that stands for all of it. */
export interface StandIn {
  readonly subnet: ResourceOf<'subnet'>
  readonly address: Address
  readonly receives: 'request' | 'reply'
}

/** The address that a stand-in gets where its subnet gives public addresses at launch. */
const STAND_IN_PUBLIC: Address = { family: 4, value: 0xc0000263n }

/** One packet's way, decided place by place. */
export class Walk {
  private readonly world: World
  private readonly routes: Routes
  private readonly connection: Connection
  private readonly standIns: readonly StandIn[]
  private readonly seen = new Set<string>()
  /** What it has crossed since it was last sent: group references need to know. */
  private crossed: { readonly by: 'peering' | 'transit' | 'middlebox' | 'gateway'; readonly id?: string } | undefined

  constructor(world: World, routes: Routes, connection: Connection, standIns: readonly StandIn[]) {
    this.world = world
    this.routes = routes
    this.connection = connection
    this.standIns = standIns
  }

  private again(place: string, packet: Packet): boolean {
    const key = `${place} ${formatAddress(packet.source)} ${formatAddress(packet.destination)}`
    if (this.seen.has(key)) return true
    this.seen.add(key)
    return false
  }

  // Inside a VPC

  /** An interface sends. */
  fromIface(iface: Iface, packet: Packet): End {
    if (!this.groups(iface, packet, 'out')) return { disposition: 'denied', packet }
    return this.fromSubnet(iface.subnet, packet, 'inside')
  }

  /** A packet stands in a subnet and wants out. `transit`: it came in through a transit gateway. */
  fromSubnet(subnet: ResourceOf<'subnet'>, packet: Packet, entry: 'inside' | 'transit'): End {
    if (this.again(`${subnet.id} ${entry}`, packet)) return { disposition: 'loop', packet }
    const vpc = subnet.VpcId
    // Within a subnet no ACL and no table is asked; from a transit gateway's interface to its own subnet the table is.
    const stays = covers(this.world.subnetBlocks(subnet), packet.destination)
    if (stays && entry === 'inside') return this.deliver(vpc, packet, subnet)
    if (!stays && !aclAllows(this.world, subnet, packet, 'out')) return { disposition: 'denied', packet }
    return this.follow(lookUp(this.world, this.routes, this.world.tableOf(subnet), vpc, packet.destination), vpc, subnet, packet, entry)
  }

  private follow(verdict: Verdict, vpc: string, subnet: ResourceOf<'subnet'> | undefined, packet: Packet, entry: 'inside' | 'transit' | 'edge'): End {
    if (verdict.kind === 'none') return { disposition: 'no-route', packet }
    if (verdict.kind === 'blackhole' || verdict.kind === 'unknown') return { disposition: verdict.kind, packet }
    return verdict.kind === 'local' ? this.deliver(vpc, packet, subnet) : this.toTarget(verdict.target, vpc, subnet, packet, entry)
  }

  /** The VPC's own router delivers; the ACL of the destination's subnet counts unless the packet never left it. */
  private deliver(vpc: string, packet: Packet, from: ResourceOf<'subnet'> | undefined): End {
    const subnet = this.world.subnetAt(vpc, packet.destination)
    if (!subnet) return { disposition: 'no-route', packet }
    if (!this.world.subnetUp(subnet)) return { disposition: 'element-down', packet }
    if (from?.id !== subnet.id && !aclAllows(this.world, subnet, packet, 'in')) return { disposition: 'denied', packet }
    const nat = this.natAt(subnet, packet.destination)
    if (nat) return this.backThroughNat(nat, subnet, packet)
    const iface = this.world.ifaces.find((other) => other.subnet.VpcId === vpc && other.addresses.some((address) => same(address, packet.destination)))
    if (iface) return this.arrive(iface, packet)
    const standIn = this.standIns.some((other) => other.subnet.id === subnet.id && other.receives === (packet.reply ? 'reply' : 'request') && same(other.address, packet.destination))
    return standIn ? { disposition: 'delivered', place: { kind: 'subnet', subnet }, packet } : { disposition: 'no-host', packet }
  }

  /** A gateway endpoint answers. */
  fromService(vpc: string, packet: Packet): End {
    return this.deliver(vpc, packet, undefined)
  }

  private arrive(iface: Iface, packet: Packet): End {
    if (!this.world.ifaceUp(iface)) return { disposition: 'element-down', packet }
    if (!this.groups(iface, packet, 'in')) return { disposition: 'denied', packet }
    return { disposition: 'delivered', place: { kind: 'iface', iface }, packet }
  }

  /** A route leads to an interface: it takes what is its own and forwards the rest when it may. */
  private toIface(iface: Iface, packet: Packet, from: ResourceOf<'subnet'> | undefined): End {
    if (!this.world.ifaceUp(iface)) return { disposition: 'blackhole', packet }
    if (from?.id !== iface.subnet.id && !aclAllows(this.world, iface.subnet, packet, 'in')) return { disposition: 'denied', packet }
    if (iface.addresses.some((address) => same(address, packet.destination))) return this.arrive(iface, packet)
    if (!iface.forwards || !this.groups(iface, packet, 'in')) return { disposition: 'denied', packet }
    this.crossed = { by: 'middlebox' }
    return this.fromIface(iface, packet)
  }

  /** Security groups remember what they let pass; the reply is not asked again. */
  private groups(iface: Iface, packet: Packet, direction: 'in' | 'out'): boolean {
    if (packet.reply && this.connection.tracked.has(iface.key)) return true
    const peers = (group: string) => this.refersToPeer(iface, packet, direction, group)
    if (!groupsAllow(this.world, iface, packet, direction, peers)) return false
    if (!packet.reply) this.connection.tracked.add(iface.key)
    return true
  }

  /** Whether the other end is in the group, as far as a reference sees it (F-EDGE-35, F-TGW-60). */
  private refersToPeer(iface: Iface, packet: Packet, direction: 'in' | 'out', group: string): boolean {
    const address = direction === 'in' ? packet.source : packet.destination
    const has = (other: Iface) => other.addresses.some((one) => same(one, address)) && other.groups.some((id) => id === group)
    if (this.crossed?.by === 'middlebox' || this.crossed?.by === 'gateway') return false
    const near = iface.subnet.VpcId
    const mine = covers(this.world.vpcBlocks(near), address)
    if (mine) return this.world.ifaces.some((other) => other.subnet.VpcId === near && has(other))
    const candidates = this.world.ifaces.filter((other) => other.subnet.VpcId !== near && has(other))
    if (this.crossed?.by === 'transit') {
      const gateway = this.world.get('transit-gateway', this.crossed.id)
      return direction === 'in' && gateway?.SecurityGroupReferencingSupport === 'enable' && candidates.length > 0
    }
    return candidates.some((other) => this.world.regionOf(other.subnet) === this.world.regionOf(iface.subnet) && this.world.all('vpc-peering-connection').some((peering) => this.peers(peering) && [peering.RequesterVpcId, peering.AccepterVpcId].includes(other.subnet.VpcId) && [peering.RequesterVpcId, peering.AccepterVpcId].includes(iface.subnet.VpcId)))
  }

  /** A peering works when it is active and no blocks of the two overlap (F-PEER-3). */
  private peers(peering: ResourceOf<'vpc-peering-connection'>): boolean {
    const [a, b] = [this.world.vpcBlocks(peering.RequesterVpcId), this.world.vpcBlocks(peering.AccepterVpcId)]
    return peering.Status !== 'pending-acceptance' && peering.RequesterVpcId !== peering.AccepterVpcId && !a.some((one) => b.some((two) => overlaps(one, two)))
  }

  // Targets

  private toTarget(target: Resource, vpc: string, subnet: ResourceOf<'subnet'> | undefined, packet: Packet, entry: 'inside' | 'transit' | 'edge'): End {
    switch (target.kind) {
      case 'internet-gateway':
        return this.toInternetGateway(target, vpc, packet, entry)
      case 'nat-gateway':
        return this.toNat(target, vpc, subnet, packet)
      case 'vpn-gateway':
        if (this.world.vpcOfVgw(target.id)?.id !== vpc) return { disposition: 'blackhole', packet }
        return this.fromVgw(target, packet)
      case 'transit-gateway':
        return this.toTransit(target, vpc, subnet, packet)
      case 'vpc-peering-connection':
        return this.toPeer(target, vpc, packet)
      case 'vpc-endpoint':
        if (target.VpcId !== vpc) return { disposition: 'blackhole', packet }
        return entry === 'inside' ? { disposition: 'delivered', place: { kind: 'service', vpc }, packet } : { disposition: 'no-route', packet }
      case 'instance':
      case 'network-interface': {
        const iface = this.world.ifaces.find((other) => other.owner.id === target.id)
        return iface?.subnet.VpcId === vpc ? this.toIface(iface, packet, subnet) : { disposition: 'blackhole', packet }
      }
      default:
        return { disposition: 'blackhole', packet }
    }
  }

  private toInternetGateway(gateway: ResourceOf<'internet-gateway'>, vpc: string, packet: Packet, entry: 'inside' | 'transit' | 'edge'): End {
    if (gateway.Attachments[0]?.VpcId !== vpc) return { disposition: 'blackhole', packet }
    if (entry !== 'inside' || !isPublicAddress(packet.destination)) return { disposition: 'no-route', packet }
    if (packet.source.family === 6) return covers(this.world.vpcBlocks(vpc), packet.source) ? this.onInternet(packet) : { disposition: 'no-route', packet }
    const sender = this.world.ifaces.find((iface) => iface.subnet.VpcId === vpc && iface.addresses[0] && same(iface.addresses[0], packet.source))
    if (sender?.public) return this.onInternet({ ...packet, source: sender.public })
    const nat = this.world.all('nat-gateway').find((other) => this.natVpc(other) === vpc && other.ConnectivityType === 'public' && same(this.natAddress(other), packet.source))
    if (nat) return this.onInternet({ ...packet, source: this.natPublic(nat) })
    const standIn = this.standIns.find((other) => same(other.address, packet.source) && other.subnet.VpcId === vpc)
    if (!sender && standIn?.subnet.MapPublicIpOnLaunch === true) return this.onInternet({ ...packet, source: STAND_IN_PUBLIC })
    if (!sender && standIn && standIn.subnet.MapPublicIpOnLaunch === undefined) return { disposition: 'unknown', packet }
    return { disposition: 'no-route', packet }
  }

  private toTransit(gateway: ResourceOf<'transit-gateway'>, vpc: string, subnet: ResourceOf<'subnet'> | undefined, packet: Packet): End {
    const link = this.world.all('transit-gateway-vpc-attachment').find((other) => other.TransitGatewayId === gateway.id && other.VpcId === vpc)
    if (!link) return { disposition: 'no-route', packet }
    const zone = subnet && this.world.zoneOf(subnet)
    const foot = this.feet(link).find((other) => other.id === subnet?.id) ?? this.feet(link).find((other) => zone !== undefined && this.world.zoneOf(other) === zone)
    const unsure = zone === undefined || this.feet(link).some((other) => this.world.zoneOf(other) === undefined)
    if (!foot) return { disposition: unsure ? 'unknown' : 'no-route', packet }
    // On the way out the inbound rules of the attachment subnet count, even where the sender is in it.
    if (!aclAllows(this.world, foot, packet, 'in')) return { disposition: 'denied', packet }
    return this.inTransit(link.id, packet, zone)
  }

  /** The subnets of an attachment whose zone is up, as listed: where AWS picks any, the first stands for it. */
  private feet(link: ResourceOf<'transit-gateway-vpc-attachment'>): ResourceOf<'subnet'>[] {
    return link.SubnetIds.flatMap((id) => this.world.get('subnet', id) ?? []).filter((subnet) => subnet.VpcId === link.VpcId && this.world.subnetUp(subnet))
  }

  private toPeer(peering: ResourceOf<'vpc-peering-connection'>, vpc: string, packet: Packet): End {
    const far = peering.RequesterVpcId === vpc ? peering.AccepterVpcId : peering.AccepterVpcId === vpc ? peering.RequesterVpcId : undefined
    if (far === undefined || !this.peers(peering)) return { disposition: 'blackhole', packet }
    if (!covers(this.world.vpcBlocks(vpc), packet.source) || !covers(this.world.vpcBlocks(far), packet.destination)) return { disposition: 'no-route', packet }
    this.crossed ??= { by: 'peering' }
    return this.deliver(far, packet, undefined)
  }

  // NAT

  private natVpc(nat: ResourceOf<'nat-gateway'>): string | undefined {
    return this.world.get('subnet', nat.SubnetId)?.VpcId ?? nat.VpcId
  }

  private natAddress(nat: ResourceOf<'nat-gateway'>): Address {
    const subnet = this.world.get('subnet', nat.SubnetId)
    const stated = nat.NatGatewayAddresses.flatMap(({ PrivateIp }) => prefixes([PrivateIp]))[0]
    const stands = subnet && this.world.freeAddress(subnet, 4, this.standIns.map(({ address }) => address))
    return stated ?? stands ?? { family: 4, value: 0n }
  }

  private natPublic(nat: ResourceOf<'nat-gateway'>): Address {
    const stated = nat.NatGatewayAddresses.flatMap(({ PublicIp }) => prefixes([PublicIp]))[0]
    return stated ?? { family: 4, value: 0xc6120001n + BigInt(this.world.resources.indexOf(nat)) }
  }

  private natAt(subnet: ResourceOf<'subnet'>, address: Address): ResourceOf<'nat-gateway'> | undefined {
    return this.world.all('nat-gateway').find((nat) => nat.SubnetId === subnet.id && (nat.NatGatewayAddresses.some(({ PrivateIp }) => PrivateIp !== undefined) || this.connection.translated.has(nat.id)) && same(this.natAddress(nat), address))
  }

  private toNat(nat: ResourceOf<'nat-gateway'>, vpc: string, from: ResourceOf<'subnet'> | undefined, packet: Packet): End {
    if (this.natVpc(nat) !== vpc || !this.world.natUp(nat)) return { disposition: 'blackhole', packet }
    const subnet = this.world.get('subnet', nat.SubnetId)
    if (subnet && from?.id !== subnet.id && !aclAllows(this.world, subnet, packet, 'in')) return { disposition: 'denied', packet }
    if (packet.source.family === 6) return { disposition: 'no-route', packet }
    if (packet.reply || packet.protocol === 'any' || ![1, 6, 17].includes(packet.protocol)) return { disposition: 'denied', packet }
    if (this.again(nat.id, packet)) return { disposition: 'loop', packet }
    this.crossed = { by: 'gateway' }
    const after = subnet ? this.natAddress(nat) : this.natPublic(nat)
    this.connection.translated.set(nat.id, { before: packet.source, after })
    const translated = { ...packet, source: after }
    if (subnet) return this.fromSubnet(subnet, translated, 'inside')
    if (covers(this.world.vpcBlocks(vpc), packet.destination)) return this.deliver(vpc, translated, undefined)
    const gateway = this.world.all('internet-gateway').find((other) => other.Attachments[0]?.VpcId === vpc)
    return gateway ? this.onInternet(translated) : { disposition: 'no-route', packet: translated }
  }

  private backThroughNat(nat: ResourceOf<'nat-gateway'>, subnet: ResourceOf<'subnet'> | undefined, packet: Packet): End {
    const known = this.connection.translated.get(nat.id)
    if (!this.world.natUp(nat) || !packet.reply || !known) return { disposition: 'denied', packet }
    const restored = { ...packet, destination: known.before }
    return subnet ? this.fromSubnet(subnet, restored, 'inside') : this.deliver(this.natVpc(nat) ?? '', restored, undefined)
  }

  // The internet

  /** A packet on the internet goes to whoever has its destination. */
  onInternet(packet: Packet): End {
    if (this.again('internet', packet)) return { disposition: 'loop', packet }
    this.crossed = { by: 'gateway' }
    const back = packet.reply ? [...this.connection.translated].find(([, { after }]) => same(after, packet.destination)) : undefined
    const site = this.world.get('site', back?.[0])
    if (back && site) return this.atSite({ site: site.id }, { ...packet, destination: back[1].before }, 'lan')
    const standIn = this.standIns.find((other) => other.subnet.MapPublicIpOnLaunch === true && packet.reply)
    if (standIn && same(packet.destination, STAND_IN_PUBLIC)) return this.throughGateway(standIn.subnet.VpcId, { ...packet, destination: standIn.address })
    const iface = this.world.ifaces.find((other) => other.public && same(other.public, packet.destination))
    const inner = iface?.addresses[0]
    if (iface && inner) return this.throughGateway(iface.subnet.VpcId, { ...packet, destination: inner })
    const nat = this.world.all('nat-gateway').find((other) => other.ConnectivityType === 'public' && same(this.natPublic(other), packet.destination))
    if (nat && nat.SubnetId === undefined) return this.backThroughNat(nat, undefined, packet)
    if (nat && !packet.reply) return { disposition: this.gatewayOf(this.natVpc(nat)) ? 'denied' : 'no-route', packet }
    if (nat) return this.throughGateway(this.natVpc(nat) ?? '', { ...packet, destination: this.natAddress(nat) })
    const vpc = packet.destination.family === 6 ? this.world.all('vpc').find((other) => covers(this.world.vpcBlocks(other.id), packet.destination)) : undefined
    if (vpc) return this.throughGateway(vpc.id, packet)
    if (!isPublicAddress(packet.destination)) return { disposition: 'no-route', packet }
    return { disposition: 'left-network', place: { kind: 'internet' }, packet }
  }

  private gatewayOf(vpc: string | undefined): ResourceOf<'internet-gateway'> | undefined {
    return this.world.all('internet-gateway').find((other) => other.Attachments[0]?.VpcId === vpc)
  }

  /** In through the internet gateway of a VPC, by its edge table when it has one. */
  private throughGateway(vpc: string, packet: Packet): End {
    const gateway = this.gatewayOf(vpc)
    if (!gateway || !this.world.regionUp(this.world.get('vpc', vpc))) return { disposition: 'no-route', packet }
    return this.intoVpc(gateway.id, vpc, packet)
  }

  private intoVpc(gateway: string, vpc: string, packet: Packet): End {
    const table = this.world.edgeTableOf(gateway, vpc)
    const verdict: Verdict = table ? lookUpEdge(this.world, table, vpc, packet.destination) : { kind: 'local' }
    return this.follow(verdict, vpc, undefined, packet, 'edge')
  }

  // Gateways

  /** Into a transit gateway from an attachment. */
  private inTransit(attachment: string, packet: Packet, zone: string | undefined): End {
    const gateway = this.routes.transitOf(attachment)
    const table = this.routes.associated(attachment)
    if (!gateway || !table || table.TransitGatewayId !== gateway.id || !this.world.regionUp(gateway)) return { disposition: 'no-route', packet }
    if (this.again(`${table.id} ${attachment}`, packet)) return { disposition: 'loop', packet }
    const route = longest(this.routes.tableRoutes(table), packet.destination)
    if (!route) return { disposition: 'no-route', packet }
    const link = this.world.any(route.attachment)
    this.crossed = this.crossed === undefined && link?.kind === 'transit-gateway-vpc-attachment' ? { by: 'transit', id: gateway.id } : { by: 'gateway' }
    if (link?.kind === 'transit-gateway-vpc-attachment') {
      const feet = this.feet(link)
      const foot = feet.find((subnet) => zone !== undefined && this.world.zoneOf(subnet) === zone) ?? feet[0]
      return foot ? this.fromSubnet(foot, packet, 'transit') : { disposition: 'no-route', packet }
    }
    const session = link?.kind === 'vpn-connection' ? this.routes.sessions.find((other) => other.id === link.id) : link?.kind === 'direct-connect-gateway-association' ? this.routes.dxWay(link, packet.destination) : undefined
    if (!link) return { disposition: 'blackhole', packet }
    return session ? this.toDevice(session, packet) : { disposition: 'no-route', packet }
  }

  /** Out through a VGW: only to prefixes that it knows (F-RT-32). */
  private fromVgw(vgw: ResourceOf<'vpn-gateway'>, packet: Packet): End {
    if (this.again(vgw.id, packet)) return { disposition: 'loop', packet }
    const route = longest(this.routes.vgwRoutes(vgw), packet.destination)
    return route?.session ? this.toDevice(route.session, packet) : { disposition: 'no-route', packet }
  }

  /** From a device into AWS. */
  private toAws(session: Session, packet: Packet): End {
    this.crossed = { by: 'gateway' }
    const { gateway } = session
    if (gateway.kind === 'transit-gateway') return this.inTransit(session.link.id, packet, undefined)
    if (gateway.kind === 'direct-connect-gateway') {
      const association = longest(this.routes.offers(gateway, session), packet.destination)?.association
      const vgw = association && this.world.get('vpn-gateway', association.VpnGatewayId)
      if (!association) return { disposition: 'no-route', packet }
      return vgw ? this.intoVpc(vgw.id, this.world.vpcOfVgw(vgw.id)?.id ?? '', packet) : this.inTransit(association.id, packet, undefined)
    }
    if (this.again(`${gateway.id} in`, packet)) return { disposition: 'loop', packet }
    const vpc = this.world.vpcOfVgw(gateway.id)
    const own = vpc && longest(this.world.vpcBlocks(vpc.id).map((prefix) => ({ prefix })), packet.destination)?.prefix
    const route = longest(this.routes.vgwRoutes(gateway), packet.destination)
    if (vpc && own && (!route || own.length >= route.prefix.length)) return this.intoVpc(gateway.id, vpc.id, packet)
    return route?.session && isBranch(route) ? this.toDevice(route.session, packet) : { disposition: 'no-route', packet }
  }

  // The customer's side

  private toDevice(session: Session, packet: Packet): End {
    this.crossed = { by: 'gateway' }
    if (this.again(session.device.id, packet)) return { disposition: 'loop', packet }
    return this.atSite({ site: session.device.site, device: session.device }, packet, 'aws')
  }

  /**
   * A packet at a site: the longest of the site's own prefixes and what its devices learned. Its own wins a tie, except that on
   * the way out a prefix that was only inferred yields to what AWS announces.
   */
  atSite(at: { readonly site: string | undefined; readonly device?: ResourceOf<'customer-gateway'> }, packet: Packet, from: 'lan' | 'aws'): End {
    const site = this.world.get('site', at.site)
    const own = prefixes(site?.prefixes ?? []).filter((prefix) => containsAddress(prefix, packet.destination)).sort((a, b) => b.length - a.length)[0]
    const route = longest(this.routes.siteBest(at.site, at.device), packet.destination)
    const keeps = own && (!route || own.length > route.prefix.length || (own.length === route.prefix.length && (from === 'aws' || site?.prefixesInferred !== true)))
    if (keeps) return { disposition: 'delivered', place: { kind: 'site', site, device: at.device }, packet }
    if (route?.session) return this.toAws(route.session, packet)
    return from === 'lan' && site && !at.device && isPublicAddress(packet.destination) ? this.overIsp(site, packet) : { disposition: 'no-route', packet }
  }

  /** Out by the site's own line to the internet, under the public address of one of its devices. */
  private overIsp(site: ResourceOf<'site'>, packet: Packet): End {
    const line = this.world.all('isp-link').some((link) => link.site === site.id && !this.world.failed.has(`isp-link:${link.id}`))
    if (!line) return { disposition: 'no-route', packet }
    const after = this.world.all('customer-gateway').filter((device) => device.site === site.id).flatMap((device) => prefixes([device.IpAddress]))[0]
    if (!after) return { disposition: 'unknown', packet }
    if (isPublicAddress(packet.source)) return this.onInternet(packet)
    this.connection.translated.set(site.id, { before: packet.source, after })
    return this.onInternet({ ...packet, source: { family: after.family, value: after.value } })
  }
}
