import { displayName } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { containsAddress, overlaps } from '../../net/prefix.ts'
import { isPublicAddress } from '../../net/public.ts'
import type { HostInterface } from '../compile/fragment.ts'
import { instanceInterfaces } from '../compile/subnet.ts'
import { arrive, type Context, destinationText, pass, type Place, stop } from './context.ts'
import { checkNetworkAcl, checkSecurityGroups } from './filters.ts'
import { applianceWay } from './appliance.ts'
import { followReference } from './group-reference.ts'
import { enterNat } from './nat.ts'
import { forgetGroups } from './packet.ts'
import { passPublicAccess } from './public-access.ts'
import { noteInternet, notePeering, noteTransitAttachment } from './quality.ts'
import { throughGatewayEndpoint } from './services.ts'
import { returnToUsers } from './users.ts'

type Target = Extract<Place, { at: 'target' }>

/** Hands the packet to the target of a VPC route (F-RT-20). */
export function enterTarget(context: Context, place: Target): Place {
  const target = context.network.index.get(place.target)
  switch (target?.kind) {
    case 'internet-gateway':
      return { at: 'internet-gateway', vpc: place.vpc, gateway: target.id }
    case 'nat-gateway':
      return enterNat(context, target.id, place.vpc, place.subnet)
    case 'vpn-gateway':
      context.journey.visit(place.vpc)
      return { at: 'vpn-gateway', gateway: target.id, from: place.vpc }
    case 'transit-gateway':
      return enterTransitGateway(context, place)
    case 'vpc-peering-connection':
      return crossPeering(context, place, target)
    case 'vpc-endpoint':
      return target.VpcEndpointType === 'GatewayLoadBalancer' ? throughGatewayEndpoint(context, target, place.subnet) : enterGatewayEndpoint(context, place, target)
    case 'egress-only-internet-gateway':
      return leaveThroughEgressOnly(context, place, target)
    case 'core-network':
      return enterCoreNetwork(context, place)
    case 'instance':
      return enterMiddlebox(context, place, instanceInterfaces(standInFor(context, target) ?? target)[0])
    case 'network-interface':
      return enterMiddlebox(context, place, context.network.interfacesIn(target.SubnetId, target.id)[0])
    default:
      return stop('blackhole', "the route's target is gone", 'F-RT-25')
  }
}

/** The attachment subnet in the sender's zone, undefined for what comes from no subnet; the end of the way where there is none (F-TGW-22). */
function footIn({ network }: Context, subnet: ResourceId | undefined, attachment: ResourceOf<'transit-gateway-vpc-attachment'> | ResourceOf<'core-network-attachment'>): ResourceId | undefined | Place {
  if (subnet === undefined) return undefined
  const zone = network.elements.zoneOf(subnet)
  const foot = attachment.SubnetIds.find((candidate) => candidate === subnet) ?? attachment.SubnetIds.find((candidate) => zone !== undefined && network.elements.zoneOf(candidate) === zone)
  if (foot !== undefined) return foot
  const unsure = zone === undefined || attachment.SubnetIds.some((candidate) => network.elements.zoneOf(candidate) === undefined)
  return unsure
    ? stop('unknown', 'the design does not say the Availability Zone of this subnet or of the attachment subnets', 'F-TGW-22')
    : stop('no-route', `the attachment ${displayName(attachment)} has no subnet in this subnet's Availability Zone`, 'F-TGW-22')
}

/** Over the attachment of a VPC, where the sender's zone has a subnet of it; where the way ends there, its end. */
function overAttachment(context: Context, place: Target, attachment: ResourceOf<'transit-gateway-vpc-attachment'> | ResourceOf<'core-network-attachment'>): Place | undefined {
  const foot = footIn(context, place.subnet, attachment)
  if (typeof foot === 'object') return foot
  context.journey.visit(place.vpc).visit(attachment.id)
  noteTransitAttachment(context, attachment.id)
  // Even where the sender stands in the attachment subnet itself, its inbound rules count on the way out.
  return foot === undefined ? undefined : pass(context, checkNetworkAcl(context.network, foot, context.packet, 'in'))
}

/** From a subnet into a core network: like a transit gateway, but no references to security groups go along. */
function enterCoreNetwork(context: Context, place: Target): Place {
  const { network, packet } = context
  const attachment = network.index.getOf('core-network-attachment', network.fragment('vpc', place.vpc)?.attachments.get(place.target))
  if (!attachment) return stop('no-route', 'the VPC is not attached to the core network that its route names', 'F-CWAN-3')
  const ended = overAttachment(context, place, attachment)
  forgetGroups(packet, 'references do not cross a core network')
  return ended ?? { at: 'core-network', network: place.target, attachment: attachment.id }
}

/** Out through an egress-only internet gateway: IPv6 that was opened from inside (F-EDGE-2). */
function leaveThroughEgressOnly(context: Context, place: Target, gateway: ResourceOf<'egress-only-internet-gateway'>): Place {
  const { network, journey, packet, tracked } = context
  journey.visit(place.vpc).visit(gateway.id)
  if (gateway.VpcId !== place.vpc) return stop('blackhole', 'the gateway is in another VPC', 'F-RT-20')
  if (packet.destination.family === 4) return stop('no-route', 'an egress-only internet gateway carries IPv6 only', 'F-EDGE-2')
  if (!isPublicAddress(packet.destination)) return stop('no-route', `the internet does not carry the private address ${destinationText(context)}`, 'F-EDGE-1')
  if (network.fragment('vpc', place.vpc)?.prefixes.some((prefix) => containsAddress(prefix, packet.source)) !== true) return stop('no-route', 'the gateway serves only addresses of its own VPC', 'F-EDGE-2')
  if (packet.reply) return stop('denied', 'an egress-only internet gateway knows nothing of a connection that was opened from outside', 'F-EDGE-2')
  const blocked = passPublicAccess(context, { vpc: place.vpc, address: packet.source, direction: 'out', isEgress: true })
  if (blocked) return blocked
  tracked.add(gateway.id)
  noteInternet(context, gateway.id)
  return { at: 'internet' }
}

/** True while an appliance runs and, when it has tunnels at all, one of them is up; `by`: as the monitor sees it. */
function isWorking({ network, health }: Context, instance: ResourceId, by: ResourceId): boolean {
  if (!health.isUp(instance, by) || network.index.getOf('instance', instance)?.stopped === true) return false
  const links = network.index.links(instance).filter(({ kind }) => kind === 'software-vpn' || kind === 'vpn-connection')
  return links.length === 0 || links.some((link) => (link.kind === 'software-vpn' ? health.isUp(link.id, by) : health.liveTunnels(link.id, by).length > 0))
}

/** The appliance to which a monitor has pointed the routes of one that does not work (F-SW-20); undefined while it works, or when nobody can. */
function standInFor(context: Context, appliance: ResourceOf<'instance'>): ResourceOf<'instance'> | undefined {
  const { network, health, journey } = context
  const vpcOf = (instance: ResourceOf<'instance'>) => network.fragment('subnet', instance.SubnetId)?.vpc
  for (const { resource: monitor } of network.index.referrers(appliance.id)) {
    if (monitor.kind !== 'instance' || monitor.role !== 'vpn-monitor' || monitor.watches?.includes(appliance.id) !== true) continue
    if (isWorking(context, appliance.id, monitor.id) || !health.isRunning(monitor.id)) continue
    const other = monitor.watches.flatMap((id) => network.index.getOf('instance', id) ?? []).find((candidate) => candidate.id !== appliance.id && vpcOf(candidate) === vpcOf(appliance) && isWorking(context, candidate.id, monitor.id))
    if (!other) continue
    journey.depend(network.elements.of(monitor.id)).depend(network.elements.of(appliance.id)).step({ kind: 'forward', detail: `${displayName(monitor)} has pointed the route at ${displayName(other)}, because ${displayName(appliance)} does not work`, fact: 'F-SW-20' })
    return other
  }
  return undefined
}

/** From a subnet into a transit gateway: only where the subnet's zone has an attachment subnet (F-TGW-22). */
function enterTransitGateway(context: Context, place: Target): Place {
  const { network } = context
  const attachment = network.index.getOf('transit-gateway-vpc-attachment', network.fragment('vpc', place.vpc)?.attachments.get(place.target))
  if (!attachment) return stop('no-route', 'the VPC is not attached to the transit gateway that its route names', 'F-TGW-25')
  const ended = overAttachment(context, place, attachment)
  followReference(context, place.target, attachment)
  return ended ?? { at: 'transit-gateway', gateway: place.target, attachment: attachment.id }
}

/** Over a peering: both ends must be addresses of the two VPCs themselves (F-PEER-2). */
function crossPeering(context: Context, place: Target, peering: ResourceOf<'vpc-peering-connection'>): Place {
  const { network, journey, packet } = context
  const ends = [peering.RequesterVpcId, peering.AccepterVpcId]
  journey.visit(place.vpc)
  if (!ends.includes(place.vpc)) return stop('blackhole', 'the peering connection does not belong to this VPC', 'F-RT-25')
  if (peering.Status === 'pending-acceptance') return stop('blackhole', 'the peering connection has not been accepted', 'F-PEER-1')
  const far = ends[0] === place.vpc ? ends[1] : ends[0]
  const blocksOf = (vpc: ResourceId | undefined) => network.fragment('vpc', vpc)?.prefixes ?? []
  if (blocksOf(place.vpc).some((near) => blocksOf(far).some((other) => overlaps(near, other)))) return stop('blackhole', 'the two VPCs have overlapping blocks, so AWS does not join them', 'F-ADDR-31')
  const within = (vpc: ResourceId | undefined, address: typeof packet.source) => blocksOf(vpc).some((prefix) => containsAddress(prefix, address))
  if (!within(place.vpc, packet.source)) return stop('no-route', 'a peering connection carries only traffic of the two VPCs, not traffic passing through', 'F-RT-50')
  journey.visit(peering.id)
  notePeering(context, peering)
  if (far === undefined || !within(far, packet.destination)) {
    if (far !== undefined) journey.visit(far)
    return stop('no-route', `a peering connection leads to the other VPC's own addresses only, not on to ${destinationText(context)}`, 'F-RT-51')
  }
  const regionOf = (vpc: ResourceId) => network.index.getOf('vpc', vpc)?.Region
  if (regionOf(far) !== regionOf(place.vpc)) forgetGroups(packet, 'references do not cross a peering between Regions (F-PEER-5)')
  return { at: 'vpc', vpc: far, arrival: { by: 'peering' } }
}

/** Into a gateway endpoint: for the VPC's own resources only (F-PL-30). */
function enterGatewayEndpoint(context: Context, place: Target, endpoint: ResourceOf<'vpc-endpoint'>): Place {
  const { network, journey, packet } = context
  journey.visit(place.vpc).visit(endpoint.id)
  if (endpoint.VpcId !== place.vpc) return stop('blackhole', 'the endpoint belongs to another VPC', 'F-PL-30')
  if (network.fragment('vpc', place.vpc)?.prefixes.some((prefix) => containsAddress(prefix, packet.source)) !== true) {
    return stop('no-route', 'a gateway endpoint serves only resources of its own VPC', 'F-PL-30')
  }
  return arrive('delivered', `reaches ${endpoint.ServiceName}`, { on: 'service', vpc: place.vpc, endpoint: endpoint.id }, 'F-PL-30')
}

/** Through an instance that routes: it must be up, must not check addresses, and its own groups must let it in and out. */
function enterMiddlebox(context: Context, place: Target, host: HostInterface | undefined): Place {
  const { network, journey, packet, health } = context
  if (!host) return stop('blackhole', "the route's target is gone", 'F-RT-25')
  if (network.fragment('subnet', host.subnet)?.vpc !== place.vpc) return stop('blackhole', 'the interface is in another VPC', 'F-RT-20')
  if (host.subnet !== place.subnet) journey.visit(place.vpc)
  journey.visit(host.owner)
  if (!health.isRunning(host.owner)) return stop('blackhole', 'the instance that should forward is not running', 'F-RT-25')
  const users = returnToUsers(context, host.owner)
  if (users) return users
  const denied = host.subnet === place.subnet ? undefined : pass(context, checkNetworkAcl(network, host.subnet, packet, 'in'))
  if (denied) return denied
  if (host.addresses.includes(destinationText(context))) return pass(context, checkSecurityGroups(context, host, 'in')) ?? arrive('delivered', 'it is the addressed host', { on: 'host', host })
  const checked = pass(context, { kind: 'filter', filter: 'source-dest-check', direction: 'in', allowed: !host.sourceDestCheck, detail: host.sourceDestCheck ? 'the packet is not for this interface and the check is on' : 'the check is off, so it may forward', fact: 'F-SW-10' })
  const refused = checked ?? pass(context, checkSecurityGroups(context, host, 'in'))
  if (refused) return refused
  forgetGroups(packet, 'they come through an instance (F-RT-23)')
  if (host.publicAddress !== undefined) context.forwarder = host.owner
  const instance = network.index.getOf('instance', host.owner)
  if (instance?.role === 'firewall' && instance.stateful !== false) {
    if (packet.reply && !context.tracked.has(`firewall ${host.owner}`)) return stop('denied', 'the firewall has not seen the connection begin: the way back is another than the way there', 'F-TGW-30')
    context.tracked.add(`firewall ${host.owner}`)
  }
  journey.carry({ by: host.owner, bandwidthMbps: instance?.bandwidthMbps ?? 'unknown', encryption: 'inside' })
  return applianceWay(context, host.owner) ?? pass(context, checkSecurityGroups(context, host, 'out')) ?? { at: 'subnet', subnet: host.subnet }
}
