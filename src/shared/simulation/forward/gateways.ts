import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { containsAddress } from '../../net/prefix.ts'
import { bestInterface, siteLinkRoute } from '../routes/direct-connect-sessions.ts'
import { sharesOnTransitGateway } from '../routes/preference.ts'
import type { Route } from '../routes/route.ts'
import { heldInSegment } from '../routes/segments.ts'
import { arrive, type Context, destinationText, pass, type Place, stop } from './context.ts'
import { checkNetworkAcl } from './filters.ts'
import { forgetGroups } from './packet.ts'
import { followReference } from './group-reference.ts'
import { noteTransitAttachment } from './quality.ts'
import { routeStep } from './route-step.ts'
import { followTable } from './vpc.ts'

/** Goes where a gateway's route points. */
function follow(route: Route, from: ResourceId): Place {
  const { next, doubt } = route
  if (doubt !== undefined) return stop('unknown', doubt)
  switch (next.kind) {
    case 'tunnel':
      return { at: 'tunnel', connection: next.connection, tunnel: next.tunnel, towards: 'customer' }
    case 'virtual-interface':
      return { at: 'virtual-interface', id: next.id, towards: 'customer' }
    case 'association':
      return { at: 'attachment', attachment: next.id, from }
    case 'attachment':
      return { at: 'attachment', attachment: next.id, from }
    case 'blackhole':
      return stop('blackhole', 'the chosen route is a blackhole', 'F-TGW-29')
    case 'unknown':
      return stop('unknown', 'the design does not hold the attachment that the chosen route leads to', 'F-TGW-29')
    case 'software-vpn':
      return { at: 'software-vpn', id: next.id, from }
    case 'connect-peer':
      return { at: 'connect-peer', id: next.id, towards: 'router' }
    case 'wan-link':
    case 'router':
    case 'here':
      return stop('no-route', 'the route ends here')
  }
}

/** One hop in a VGW (facts 3.11): only prefixes it knows; from a customer to its VPC or to another BGP site, nowhere else. */
export function crossVpnGateway(context: Context, place: Extract<Place, { at: 'vpn-gateway' }>): Place {
  const { network, journey, packet, routing, health } = context
  const gateway = network.fragment('vpn-gateway', place.gateway)
  journey.visit(place.gateway)
  if (!gateway) return stop('blackhole', 'the gateway is gone', 'F-RT-25')
  if (!health.isUp(place.gateway)) return stop('element-down', 'its Region is down')
  const fromVpc = network.index.getOf('vpc', place.from) !== undefined
  if (fromVpc && gateway.vpc !== place.from) return stop('blackhole', 'the virtual private gateway is not attached to this VPC', 'F-RT-33')
  const groups = routing.lookup(place.gateway, packet.destination)
  // What comes through a Direct Connect gateway is for the VPC alone (F-RT-55).
  const forVpcAlone = network.index.getOf('direct-connect-gateway', place.from) !== undefined
  const winner = forVpcAlone ? groups.flat().find((route) => route.type === 'local') : groups[0]?.[0]
  journey.step(routeStep(network, place.gateway, groups, winner, 'F-VPN-55'))
  if (!winner) return stop('no-route', `the virtual private gateway knows no route to ${destinationText(context)}`, fromVpc ? 'F-RT-32' : 'F-RT-52')
  if (winner.type === 'local') {
    if (fromVpc || gateway.vpc === undefined) return stop('no-route', 'a VPC does not reach itself through its virtual private gateway', 'F-RT-32')
    const edge = network.index.edgeTableOf(place.gateway)
    return edge ? followTable(context, gateway.vpc, edge.id, undefined) : { at: 'vpc', vpc: gateway.vpc, arrival: { by: 'vpn-gateway' } }
  }
  if (!fromVpc && winner.next.kind === 'association') return stop('no-route', 'a virtual private gateway does not pass traffic on to a Direct Connect gateway', 'F-RT-55')
  if (!fromVpc && winner.type === 'vpn-static') return stop('no-route', 'sites with static routing do not take part in CloudHub', 'F-VPN-65')
  return follow(winner, place.from)
}

/** One hop in a transit gateway (facts 5.10): the table associated with the attachment it came by decides. */
export function crossTransitGateway(context: Context, place: Extract<Place, { at: 'transit-gateway' }>): Place {
  const { network, journey, packet, routing, health } = context
  journey.visit(place.gateway)
  if (!health.isUp(place.gateway)) return stop('element-down', 'its Region is down')
  const table = network.tableOf(place.gateway, place.attachment)
  if (table === undefined) return stop('no-route', 'the attachment is associated with no transit gateway route table', 'F-TGW-26')
  const groups = routing.lookup(table, packet.destination)
  const winner = groups[0]?.[0]
  const vpnEcmp = network.index.getOf('transit-gateway', place.gateway)?.VpnEcmpSupport === 'enable'
  journey.step(routeStep(network, table, groups, winner, 'F-TGW-28', sharesOnTransitGateway(vpnEcmp)))
  if (!winner && network.fragment('transit-gateway-route-table', table)?.isUnread) return stop('unknown', `the import did not bring all routes of the transit gateway route table, so whether it has one to ${destinationText(context)} cannot be told`, 'F-TGW-26')
  if (!winner) return stop('no-route', `the transit gateway route table has no route to ${destinationText(context)}`, 'F-TGW-26')
  return follow(winner, place.gateway)
}

/** Out of a gateway through one of its attachments. */
export function leaveThroughAttachment(context: Context, place: Extract<Place, { at: 'attachment' }>): Place {
  const { network, journey, health } = context
  const link = network.index.get(place.attachment)
  if (link) journey.visit(link.id)
  switch (link?.kind) {
    case 'transit-gateway-vpc-attachment':
      return enterVpc(context, link, place.from)
    case 'vpn-connection': {
      const tunnel = health.liveTunnels(link.id, place.from)[0]
      if (tunnel !== undefined) return { at: 'tunnel', connection: link.id, tunnel, towards: 'customer' }
      return stop('no-route', 'the static route still points at the VPN connection although no tunnel is up', 'F-TGW-36')
    }
    case 'direct-connect-gateway-association':
      return { at: 'direct-connect-gateway', gateway: link.DirectConnectGatewayId, from: link.id }
    case 'transit-gateway-peering-attachment':
      return crossTransitPeering(context, link, place.from)
    case 'transit-gateway-connect-peer':
      return { at: 'connect-peer', id: link.id, towards: 'router' }
    case 'core-network-attachment':
      return enterVpc(context, link, place.from)
    case 'client-vpn-endpoint':
      return backToClients(context, link)
    default:
      return stop('blackhole', "the route's attachment is gone", 'F-TGW-36')
  }
}

/** One hop in a core network: the segment of the attachment decides (F-CWAN-4). */
export function crossCoreNetwork(context: Context, place: Extract<Place, { at: 'core-network' }>): Place {
  const { network, journey, packet, routing } = context
  journey.visit(place.network)
  const link = network.index.get(place.attachment)
  const id = link?.kind === 'core-network-attachment' || link?.kind === 'vpn-connection' || link?.kind === 'direct-connect-gateway-association' ? link.segment : undefined
  const segment = network.fragment('core-network-segment', id)
  if (!segment || id === undefined || segment.network !== place.network) return stop('no-route', 'the attachment is in no segment of the core network', 'F-CWAN-1')
  const all = routing.lookup(id, packet.destination)
  const groups = all.map((group) => heldInSegment(network, id, group)).filter(({ length }) => length > 0)
  const winner = groups[0]?.[0]
  journey.step(routeStep(network, id, groups, winner, 'F-CWAN-4'))
  if (!winner && all.length > 0) return stop('no-route', 'the segment keeps its attachments apart', 'F-CWAN-1')
  if (!winner) return stop('no-route', `the segment has no route to ${destinationText(context)}`, 'F-CWAN-4')
  return follow(winner, place.network)
}

/** To clients of a Client VPN endpoint that is an attachment of the transit gateway: replies only, the clients open (F-CVPN-31). */
function backToClients(context: Context, endpoint: ResourceOf<'client-vpn-endpoint'>): Place {
  context.journey.visit(endpoint.id)
  if (!context.packet.reply || context.users === undefined) return stop('denied', 'clients of a Client VPN endpoint open connections, nothing opens one to them', 'F-CVPN-31')
  context.journey.visit(context.users)
  return arrive('delivered', 'reaches the users', { on: 'users', users: context.users })
}

/** Over a peering to the other transit gateway, where the peering is an attachment like any other (F-TGW-40). What it prefers a zone by is told for its own VPCs alone (F-TGW-23). */
function crossTransitPeering(context: Context, peering: ResourceOf<'transit-gateway-peering-attachment'>, from: ResourceId): Place {
  if (peering.State === 'pendingAcceptance') return stop('blackhole', 'the peering of the transit gateways has not been accepted', 'F-TGW-40')
  forgetGroups(context.packet, 'references do not cross a transit gateway peering (F-TGW-60)')
  context.zone = undefined
  const regionOf = (id: ResourceId) => context.network.index.getOf('transit-gateway', id)?.Region
  const far = from === peering.TransitGatewayId ? peering.PeerTransitGatewayId : peering.TransitGatewayId
  const known = regionOf(from) !== undefined && regionOf(far) !== undefined
  context.journey.carry({ by: peering.id, mtuBytes: 8500, encryption: !known ? 'unknown' : regionOf(from) === regionOf(far) ? 'inside' : 'encrypted' })
  return { at: 'transit-gateway', gateway: far, attachment: peering.id }
}

/** From a transit gateway into a VPC: through an attachment subnet, in the zone the packet came from if it can (F-TGW-23), then by that subnet's table. */
function enterVpc(context: Context, attachment: ResourceOf<'transit-gateway-vpc-attachment'> | ResourceOf<'core-network-attachment'>, gateway: ResourceId): Place {
  const { VpcId: vpc, SubnetIds: subnets } = attachment
  const { network, health, packet, journey } = context
  if (subnets.length === 0) return stop('no-route', 'the attachment has no subnet', 'F-TGW-20')
  const live = subnets.filter((subnet) => health.isUp(subnet, gateway))
  // In appliance mode one zone is chosen for both directions of a flow; here always the first that is up (F-TGW-30).
  const subnet = attachment.ApplianceModeSupport === 'enable' ? live[0] : live.find((candidate) => context.zone !== undefined && network.elements.zoneOf(candidate) === context.zone) ?? live[0]
  if (subnet === undefined) return stop('element-down', 'every attachment subnet is in a failed Availability Zone', 'F-TGW-22')
  if (live.length === 1) journey.depend(network.elements.of(subnet))
  if (!health.isUp(subnet)) return stop('blackhole', 'the Availability Zone that the transit gateway still uses is down', 'F-TGW-23')
  if (attachment.kind === 'transit-gateway-vpc-attachment') followReference(context, gateway, attachment)
  noteTransitAttachment(context, attachment.id)
  const fragment = network.fragment('subnet', subnet)
  const stays = network.fragment('vpc', vpc)?.prefixes.some((prefix) => containsAddress(prefix, packet.destination)) === true
  journey.visit(vpc)
  if (!stays) journey.visit(subnet)
  const denied = fragment?.prefixes.some((prefix) => containsAddress(prefix, packet.destination)) === true ? undefined : pass(context, checkNetworkAcl(network, subnet, packet, 'out'))
  if (denied) return denied
  context.zone = network.elements.zoneOf(subnet)
  return followTable(context, vpc, fragment?.table, subnet)
}

/** At a Direct Connect gateway: to the customer by virtual interface, or from there to a gateway behind an association; nothing else (F-DX-43). */
export function crossDirectConnectGateway(context: Context, place: Extract<Place, { at: 'direct-connect-gateway' }>): Place {
  const { network, journey, packet, routing } = context
  journey.visit(place.gateway)
  const groups = routing.lookup(place.gateway, packet.destination)
  const association = network.index.getOf('direct-connect-gateway-association', place.from)
  if (!association) return fromInterface(context, place, groups)
  const type = association.VpnGatewayId === undefined ? 'transit' : 'private'
  const region = network.index.getOf('transit-gateway', association.TransitGatewayId)?.Region ?? network.index.getOf('vpn-gateway', association.VpnGatewayId)?.Region
  for (const group of groups) {
    const hairpin = type === 'private' ? group.find((route) => route.type === 'allowed' && route.next.kind === 'association' && route.next.id !== association.id) : undefined
    const covered = hairpin && groups.some((wider) => bestInterface(context.health, wider, type, region) !== undefined)
    if (hairpin && covered) {
      journey.step(routeStep(network, place.gateway, groups, hairpin, 'F-RT-53'))
      return enterAssociatedGateway(context, hairpin, place.gateway)
    }
    const winner = bestInterface(context.health, group, type, region)
    if (winner?.next.kind === 'virtual-interface') {
      journey.step(routeStep(network, place.gateway, groups, winner, 'F-DX-50'))
      return { at: 'virtual-interface', id: winner.next.id, towards: 'customer' }
    }
  }
  journey.step(routeStep(network, place.gateway, groups, undefined, 'F-DX-50'))
  return stop('no-route', `no virtual interface brings a route to ${destinationText(context)}`, 'F-DX-43')
}

/** From a virtual interface: to a gateway behind an association, or with SiteLink to another interface, by the longest prefix of either. */
function fromInterface(context: Context, place: Extract<Place, { at: 'direct-connect-gateway' }>, groups: readonly (readonly Route[])[]): Place {
  const vif = context.network.index.getOf('virtual-interface', place.from)
  for (const group of groups) {
    if (group.some(({ type }) => type === 'allowed')) break
    const linked = vif && siteLinkRoute(context.health, vif, group)
    if (linked?.next.kind !== 'virtual-interface') continue
    context.journey.step(routeStep(context.network, place.gateway, groups, linked, 'F-DX-44'))
    if (linked.doubt !== undefined) return stop('unknown', linked.doubt, 'F-DX-44')
    return { at: 'virtual-interface', id: linked.next.id, towards: 'customer' }
  }
  const winner = groups.flat().find((route) => route.type === 'allowed')
  context.journey.step(routeStep(context.network, place.gateway, groups, winner, 'F-DX-45'))
  if (!winner) return stop('no-route', `no association of the Direct Connect gateway covers ${destinationText(context)}`, 'F-DX-43')
  return enterAssociatedGateway(context, winner, place.gateway)
}

function enterAssociatedGateway(context: Context, route: Route, from: ResourceId): Place {
  const association = route.next.kind === 'association' ? context.network.index.getOf('direct-connect-gateway-association', route.next.id) : undefined
  if (!association) return stop('blackhole', 'the association is gone', 'F-DX-43')
  context.journey.visit(association.id)
  if (association.TransitGatewayId !== undefined) return { at: 'transit-gateway', gateway: association.TransitGatewayId, attachment: association.id }
  if (association.CoreNetworkId !== undefined) return { at: 'core-network', network: association.CoreNetworkId, attachment: association.id }
  if (association.VpnGatewayId !== undefined) return { at: 'vpn-gateway', gateway: association.VpnGatewayId, from }
  return stop('no-route', 'the association has no gateway', 'F-DX-43')
}
