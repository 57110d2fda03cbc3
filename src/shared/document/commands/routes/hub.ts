import type { ResourceId } from '../../../model/id.ts'
import type { ResourceOf } from '../../../model/index.ts'
import type { DesignIndex } from '../../query.ts'
import { zonalSubnets } from '../zonal-subnets.ts'
import { prefixesBehind, type RouteWork } from './tables.ts'

/** VPCs that are attached to a transit gateway. */
export function vpcsOn(index: DesignIndex, tgw: ResourceId): ResourceOf<'vpc'>[] {
  return index.links(tgw).flatMap((link) => (link.kind === 'transit-gateway-vpc-attachment' ? (index.getOf('vpc', link.VpcId) ?? []) : []))
}

/** Prefixes of the customer's routers whose virtual interfaces end on a Direct Connect gateway. */
export function prefixesOverDirectConnect(index: DesignIndex, gateway: ResourceId): string[] {
  return index.links(gateway).flatMap((link) => (link.kind === 'virtual-interface' ? prefixesBehind(index, link.customerRouter) : []))
}

/** Prefixes of every site that a transit gateway reaches, over VPN or Direct Connect. */
export function sitePrefixesOn(index: DesignIndex, tgw: ResourceId): string[] {
  return index.links(tgw).flatMap((link) => {
    if (link.kind === 'vpn-connection') return prefixesBehind(index, link.CustomerGatewayId)
    return link.kind === 'direct-connect-gateway-association' ? prefixesOverDirectConnect(index, link.DirectConnectGatewayId) : []
  })
}

/** Routes from every VPC of a transit gateway to prefixes behind it (F-TGW-24). */
export function routeToHub(work: RouteWork, tgw: ResourceId, prefixes: readonly string[]): void {
  for (const vpc of vpcsOn(work.index, tgw)) for (const prefix of new Set(prefixes)) work.routeFromVpc(vpc.id, prefix, tgw)
}

/** A VPC attachment: subnets, association and propagation, and routes between its VPC and all that the hub reaches. */
export function routeVpcAttachment(work: RouteWork, link: ResourceOf<'transit-gateway-vpc-attachment'>): void {
  const { index, draft } = work
  const own = index.getOf('vpc', link.VpcId)
  if (!own) return
  const subnets = zonalSubnets(index, link.VpcId)
  if (link.SubnetIds.length === 0 && subnets.length > 0) {
    draft.update(link.id, { SubnetIds: subnets })
    work.steps.push(`${link.name}: attach in ${subnets.length} ${subnets.length === 1 ? 'zone' : 'zones'}`)
  }
  work.joinTgw(link.TransitGatewayId, link.id, true)
  for (const other of vpcsOn(index, link.TransitGatewayId)) {
    if (other.id === own.id || work.overlap(own, other)) continue
    for (const block of other.CidrBlocks) work.routeFromVpc(own.id, block, link.TransitGatewayId)
    for (const block of own.CidrBlocks) work.routeFromVpc(other.id, block, link.TransitGatewayId)
  }
  for (const prefix of new Set(sitePrefixesOn(index, link.TransitGatewayId))) work.routeFromVpc(own.id, prefix, link.TransitGatewayId)
  for (const other of index.links(link.TransitGatewayId)) if (other.kind === 'direct-connect-gateway-association') work.allowPrefixes(other.id, own.CidrBlocks)
}

/** A Direct Connect gateway association: allowed prefixes, and routes from the VPCs behind it to the routers' prefixes. */
export function routeAssociation(work: RouteWork, link: ResourceOf<'direct-connect-gateway-association'>): void {
  const { index } = work
  const prefixes = prefixesOverDirectConnect(index, link.DirectConnectGatewayId)
  if (link.TransitGatewayId) {
    work.joinTgw(link.TransitGatewayId, link.id, true)
    work.allowPrefixes(link.id, vpcsOn(index, link.TransitGatewayId).flatMap((vpc) => vpc.CidrBlocks))
    routeToHub(work, link.TransitGatewayId, prefixes)
    return
  }
  const vpc = index.getOf('vpc', index.getOf('vpn-gateway', link.VpnGatewayId)?.VpcAttachments[0]?.VpcId)
  if (!vpc || !link.VpnGatewayId) return
  work.allowPrefixes(link.id, vpc.CidrBlocks)
  work.propagateVgw(vpc.id, link.VpnGatewayId)
}
