import type { ResourceId } from '../../../model/id.ts'
import type { Resource, ResourceOf } from '../../../model/index.ts'
import { applyEdit, composeEdits, type Edit } from '../../edit.ts'
import { type DesignIndex, displayName, indexOf } from '../../query.ts'
import type { IdSource } from '../draft.ts'
import { routeApplianceVpn, routeConnectPeer, routeByZone, routeRemoteAccess, routeSoftwareVpn } from './appliances.ts'
import { routeAssociation, routeToHub, routeVpcAttachment } from './hub.ts'
import { routeInternet } from './internet.ts'
import { prefixesBehind, RouteWork } from './tables.ts'
import { routeCoreAttachment, routeCoreVpn, routeHubPeering } from './wide-area.ts'

/** What a link needs in route tables so that packets use it: one edit, and each of its steps in words. */
export interface RouteOffer {
  readonly edit: Edit
  readonly steps: readonly string[]
}

function routeVpn(work: RouteWork, link: ResourceOf<'vpn-connection'>): void {
  const { index } = work
  const prefixes = prefixesBehind(index, link.CustomerGatewayId)
  routeApplianceVpn(work, link)
  if (link.CoreNetworkId) return routeCoreVpn(work, link, link.CoreNetworkId)
  if (link.TransitGatewayId) {
    work.joinTgw(link.TransitGatewayId, link.id, !link.StaticRoutesOnly)
    // A static VPN propagates nothing (F-TGW-27): its prefixes are static routes of the gateway's table.
    if (link.StaticRoutesOnly) for (const prefix of prefixes) work.routeInTgw(link.TransitGatewayId, prefix, link.id)
    routeToHub(work, link.TransitGatewayId, prefixes)
    return
  }
  if (link.StaticRoutesOnly && link.Routes.length === 0 && prefixes.length > 0) {
    work.draft.update(link.id, { Routes: prefixes.map((DestinationCidrBlock) => ({ DestinationCidrBlock })) })
    work.steps.push(`${displayName(link)}: static ${prefixes.length === 1 ? 'route' : 'routes'} ${prefixes.join(', ')}`)
  }
  routeGateway(work, index.getOf('vpn-gateway', link.VpnGatewayId))
}

/** Propagation of a VGW into the tables of its VPC. */
function routeGateway(work: RouteWork, gateway: ResourceOf<'vpn-gateway'> | undefined): void {
  const vpc = gateway?.VpcAttachments[0]?.VpcId
  if (gateway && vpc) work.propagateVgw(vpc, gateway.id)
}

function routePeering(work: RouteWork, link: ResourceOf<'vpc-peering-connection'>): void {
  const [a, b] = [work.index.getOf('vpc', link.RequesterVpcId), work.index.getOf('vpc', link.AccepterVpcId)]
  if (!a || !b || work.overlap(a, b)) return // overlapping VPCs cannot be peered (F-PEER-1): no route would help
  for (const block of [...b.CidrBlocks, ...b.Ipv6CidrBlocks]) work.routeFromVpc(a.id, block, link.id)
  for (const block of [...a.CidrBlocks, ...a.Ipv6CidrBlocks]) work.routeFromVpc(b.id, block, link.id)
}

function routeVirtualInterface(work: RouteWork, link: ResourceOf<'virtual-interface'>): void {
  routeGateway(work, work.index.getOf('vpn-gateway', link.VirtualGatewayId))
  if (!link.DirectConnectGatewayId) return
  for (const other of work.index.links(link.DirectConnectGatewayId)) if (other.kind === 'direct-connect-gateway-association') routeAssociation(work, other)
}

function route(work: RouteWork, resource: Resource, subnets: readonly ResourceId[] | undefined): void {
  switch (resource.kind) {
    case 'vpn-connection':
      return routeVpn(work, resource)
    case 'virtual-interface':
      return routeVirtualInterface(work, resource)
    case 'transit-gateway-vpc-attachment':
      return routeVpcAttachment(work, resource)
    case 'direct-connect-gateway-association':
      return routeAssociation(work, resource)
    case 'vpc-peering-connection':
      return routePeering(work, resource)
    case 'software-vpn':
      return routeSoftwareVpn(work, resource)
    case 'remote-access':
      return routeRemoteAccess(work, resource)
    case 'transit-gateway-connect-peer':
      return routeConnectPeer(work, resource)
    case 'transit-gateway-peering-attachment':
      return routeHubPeering(work, resource)
    case 'core-network-attachment':
      return routeCoreAttachment(work, resource)
    case 'vpn-gateway':
      return work.index.links(resource.id).length > 0 ? routeGateway(work, resource) : undefined
    case 'internet-gateway':
      return routeInternet(work, resource, subnets)
    default:
  }
}

/** What a software VPN allows once its routes are there. */
function zonalWork(index: DesignIndex, newId: IdSource, link: ResourceOf<'software-vpn'>, routed: Edit): RouteWork {
  const after = applyEdit(index.design, routed)
  const work = new RouteWork(after.ok ? indexOf(after.value) : index, newId)
  if (after.ok) routeByZone(work, link)
  return work
}

/**
 * The routes, propagations and associations that a link (or a gateway attached to a VPC) still needs; undefined when it
 * needs none. Nothing that works already is changed, save that subnets turn from an appliance of another zone to one of their own. `subnets` says which subnets an internet gateway shall serve.
 */
export function routesForLink(index: DesignIndex, newId: IdSource, id: ResourceId, subnets?: readonly ResourceId[]): RouteOffer | undefined {
  const resource = index.get(id)
  if (!resource) return undefined
  const work = new RouteWork(index, newId)
  route(work, resource, subnets)
  const label = `Add the routes for ${displayName(resource)}`
  const edit = work.draft.edit(label)
  const zonal = resource.kind === 'software-vpn' ? zonalWork(index, newId, resource, edit) : undefined
  const whole = zonal ? composeEdits(label, [edit, zonal.draft.edit(label)]) : edit
  return whole.changes.length === 0 ? undefined : { edit: whole, steps: [...work.steps, ...(zonal?.steps ?? [])] }
}
