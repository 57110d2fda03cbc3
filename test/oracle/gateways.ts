import type { ResourceOf } from '../../src/shared/model/index.ts'
import { toRouter } from './appliance.ts'
import { longest, type Route } from './choose.ts'
import { fromSubnet } from './in-vpc.ts'
import { intoVpc } from './internet.ts'
import type { End, Packet } from './packet.ts'
import type { Session } from './sessions.ts'
import { isBranch } from './told.ts'
import { feetOf } from './targets.ts'
import { gatewaysOf, tableOf } from './transit.ts'
import { ends, type Walk } from './walk.ts'

/** Into a transit gateway from an attachment. */
export function inTransit(walk: Walk, attachment: string, id: string, packet: Packet, zone: string | undefined): End {
  const { world, routes } = walk
  const gateway = world.get('transit-gateway', id)
  const table = tableOf(world, attachment, id)
  if (!gateway || !table || !gatewaysOf(world, attachment).includes(id) || !world.regionUp(gateway)) return ends('no-route', packet)
  if (walk.again(`${table.id} ${attachment}`, packet)) return ends('loop', packet)
  const route = longest(routes.tableRoutes(table), packet.destination)
  const isVpc = world.get('transit-gateway-vpc-attachment', route?.attachment) !== undefined
  walk.crossed = walk.crossed === undefined && isVpc ? { by: 'transit', id } : { by: 'gateway' }
  return outOf(walk, route, id, packet, zone)
}

/** Into a core network from an attachment of one of its segments. */
export function inCore(walk: Walk, attachment: string, id: string, packet: Packet, zone: string | undefined): End {
  const core = walk.world.get('core-network', id)
  if (!core) return ends('no-route', packet)
  if (walk.again(`${id} ${attachment}`, packet)) return ends('loop', packet)
  walk.crossed = { by: 'gateway' }
  return outOf(walk, longest(walk.routes.segmentRoutes(attachment, core), packet.destination), id, packet, zone)
}

/** Out by the attachment that a route names. */
function outOf(walk: Walk, route: Route | undefined, gateway: string, packet: Packet, zone: string | undefined): End {
  const { world, routes } = walk
  if (!route) return ends('no-route', packet)
  if (route.unsure) return ends('unknown', packet)
  const link = world.any(route.attachment)
  switch (link?.kind) {
    case undefined:
      return ends('blackhole', packet)
    case 'transit-gateway-vpc-attachment':
    case 'core-network-attachment': {
      const feet = feetOf(walk, link)
      // Appliance mode pins a flow to any one zone of those attached (F-TGW-30): the first stands for it.
      const near = feet.find((subnet) => zone !== undefined && world.zoneOf(subnet) === zone)
      const foot = link.ApplianceModeSupport === 'enable' ? feet[0] : (near ?? feet[0])
      return foot ? fromSubnet(walk, foot, packet, 'transit') : ends('no-route', packet)
    }
    case 'transit-gateway-peering-attachment': {
      if (link.State === 'pendingAcceptance') return ends('blackhole', packet)
      const other = link.TransitGatewayId === gateway ? link.PeerTransitGatewayId : link.TransitGatewayId
      return inTransit(walk, link.id, other, packet, undefined)
    }
    case 'client-vpn-endpoint':
      return { disposition: 'delivered', place: { kind: 'clients', of: link.id }, packet }
    default: {
      const session = link?.kind === 'direct-connect-gateway-association' ? routes.dxWay(link, packet.destination) : routes.sessions.find((other) => other.id === link?.id)
      return session ? toRouter(walk, session.router, packet) : ends('no-route', packet)
    }
  }
}

/** Out through a VGW: only to prefixes that it knows (F-RT-32). */
export function fromVgw(walk: Walk, vgw: ResourceOf<'vpn-gateway'>, packet: Packet): End {
  if (walk.again(vgw.id, packet)) return ends('loop', packet)
  const route = longest(walk.routes.vgwRoutes(vgw), packet.destination)
  if (route?.unsure) return ends('unknown', packet)
  return route?.session ? toRouter(walk, route.session.router, packet) : ends('no-route', packet)
}

/** From a router into AWS. */
export function toAws(walk: Walk, session: Session, packet: Packet): End {
  const { world, routes } = walk
  walk.crossed = { by: 'gateway' }
  const { gateway } = session
  if (gateway?.kind === 'transit-gateway') return inTransit(walk, session.link.id, gateway.id, packet, undefined)
  if (gateway?.kind === 'core-network') return inCore(walk, session.link.id, gateway.id, packet, undefined)
  if (gateway?.kind === 'direct-connect-gateway') return throughDxGateway(walk, gateway, session, packet)
  if (gateway?.kind !== 'vpn-gateway') return ends('no-route', packet)
  if (walk.again(`${gateway.id} in`, packet)) return ends('loop', packet)
  const vpc = world.vpcOfVgw(gateway.id)
  const own = vpc && longest(world.vpcBlocks(vpc.id).map((prefix) => ({ prefix })), packet.destination)?.prefix
  const route = longest(routes.vgwRoutes(gateway), packet.destination)
  if (vpc && own && (!route || own.length >= route.prefix.length)) return intoVpc(walk, gateway.id, vpc.id, packet)
  if (route?.unsure) return ends('unknown', packet)
  return route?.session && isBranch(route) ? toRouter(walk, route.session.router, packet) : ends('no-route', packet)
}

function throughDxGateway(walk: Walk, gateway: ResourceOf<'direct-connect-gateway'>, session: Session, packet: Packet): End {
  const { world, routes } = walk
  const offer = longest(routes.offers(gateway, session), packet.destination)
  if (offer?.unsure) return ends('unknown', packet)
  if (offer?.session) return toRouter(walk, offer.session.router, packet)
  const association = offer?.association
  if (!association) return ends('no-route', packet)
  const vgw = world.get('vpn-gateway', association.VpnGatewayId)
  if (vgw) return intoVpc(walk, vgw.id, world.vpcOfVgw(vgw.id)?.id ?? '', packet)
  const { TransitGatewayId, CoreNetworkId } = association
  if (TransitGatewayId !== undefined) return inTransit(walk, association.id, TransitGatewayId, packet, undefined)
  return CoreNetworkId === undefined ? ends('no-route', packet) : inCore(walk, association.id, CoreNetworkId, packet, undefined)
}

