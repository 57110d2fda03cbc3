import type { ResourceOf } from '../../model/index.ts'
import type { ResourceId } from '../../model/id.ts'
import { PrefixTable } from '../../net/lookup.ts'
import { findOverlaps } from '../../net/overlap.ts'
import { overlaps, parsePrefix } from '../../net/prefix.ts'
import type { FixedRoute, TransitTableFragment } from './fragment.ts'
import type { ReadingView } from './view.ts'
import { vpcPrefixes } from './vpc.ts'

/**
 * The blocks of the VPCs that propagate. One that overlaps a block of a VPC attached before is left out (F-ADDR-32); a design does
 * not say who came first, so the order of ids decides.
 */
function propagatedBlocks(propagations: readonly ResourceId[], view: ReadingView): FixedRoute[] {
  const blocks = propagations.flatMap((id) => {
    const attachment = view.getOf('transit-gateway-vpc-attachment', id)
    return attachment ? vpcPrefixes(view.getOf('vpc', attachment.VpcId)).map((prefix) => ({ prefix, holder: id })) : []
  })
  const contested = new Set(findOverlaps(blocks).flatMap(({ inner, outer }) => [inner, outer]))
  const kept: typeof blocks = []
  for (const block of blocks) {
    if (contested.has(block) && kept.some((other) => other.holder !== block.holder && overlaps(other.prefix, block.prefix))) continue
    kept.push(block)
  }
  return kept.map(({ prefix, holder }) => ({ prefix, origin: 'vpc', attachment: holder }))
}

/** True when the attachment is one of the transit gateway's own; a route to one that moved elsewhere is a blackhole (F-TGW-36). */
function isOn(gateway: ResourceId, attachment: ResourceId | undefined, view: ReadingView): boolean {
  const link = view.get(attachment)
  if (link?.kind === 'transit-gateway-peering-attachment' && link.PeerTransitGatewayId === gateway) return true
  return link !== undefined && 'TransitGatewayId' in link && link.TransitGatewayId === gateway
}

/** Compiles a transit gateway route table: static routes, and the blocks of VPCs that propagate (F-TGW-27). */
export function compileTransitGatewayRouteTable(table: ResourceOf<'transit-gateway-route-table'>, view: ReadingView): TransitTableFragment {
  // An import leaves the attachment out where it is of a kind that is not modelled, or of another account.
  const isUnread = (route: (typeof table.Routes)[number]) => table.awsId !== undefined && route.blackhole !== true && route.attachment === undefined
  const routes: FixedRoute[] = table.Routes.flatMap((route) => {
    const prefix = parsePrefix(route.DestinationCidrBlock)
    return prefix ? [{ prefix, origin: 'static' as const, attachment: route.blackhole !== true && isOn(table.TransitGatewayId, route.attachment, view) ? route.attachment : undefined, ...(isUnread(route) ? { unknown: true as const } : {}) }] : []
  })
  for (const id of table.Propagations) {
    const endpoint = view.getOf('client-vpn-endpoint', id)
    const prefix = endpoint && isOn(table.TransitGatewayId, id, view) ? parsePrefix(endpoint.ClientCidrBlock) : undefined
    if (prefix) routes.push({ prefix, origin: 'client-vpn', attachment: id })
  }
  routes.push(...propagatedBlocks(table.Propagations.filter((id) => isOn(table.TransitGatewayId, id, view)).sort(), view))
  const fixed = new PrefixTable<FixedRoute>()
  for (const route of routes) fixed.add(route.prefix, route)
  return { kind: 'transit-gateway-route-table', isUnread: table.routesUnread === true, gateway: table.TransitGatewayId, fixed, fixedRoutes: routes, associations: table.Associations, propagations: table.Propagations }
}
