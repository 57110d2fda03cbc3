import type { ResourceId } from '../../../model/id.ts'
import type { ResourceOf } from '../../../model/index.ts'
import type { DesignIndex } from '../../query.ts'
import { sitePrefixesOn, routeToHub, vpcsOn } from './hub.ts'
import { prefixesBehind, type RouteWork } from './tables.ts'

/** A peering of transit gateways: it learns nothing, so each side gets static routes to all that is behind the other (F-TGW-40). */
export function routeHubPeering(work: RouteWork, link: ResourceOf<'transit-gateway-peering-attachment'>): void {
  const { index } = work
  for (const [own, other] of [[link.TransitGatewayId, link.PeerTransitGatewayId], [link.PeerTransitGatewayId, link.TransitGatewayId]] as const) {
    work.joinTgw(own, link.id, false)
    const far = [...new Set([...vpcsOn(index, other).flatMap(({ CidrBlocks }) => CidrBlocks), ...sitePrefixesOn(index, other)])]
    for (const prefix of far) work.routeInTgw(own, prefix, link.id)
    routeToHub(work, own, far)
  }
}

/** Whether what is attached to the two segments meets (F-CWAN-1, F-CWAN-4). */
function meet(index: DesignIndex, one: ResourceId | undefined, other: ResourceId | undefined): boolean {
  const [a, b] = [index.getOf('core-network-segment', one), index.getOf('core-network-segment', other)]
  if (!a || !b) return false
  return a.id === b.id ? a.IsolateAttachments !== true : a.SharedSegments.includes(b.id) || b.SharedSegments.includes(a.id)
}

/** An attachment of a VPC to a core network: routes between it and the VPCs and sites of segments that it meets. */
export function routeCoreAttachment(work: RouteWork, link: ResourceOf<'core-network-attachment'>): void {
  const { index } = work
  const own = index.getOf('vpc', link.VpcId)
  if (!own) return
  for (const other of index.links(link.CoreNetworkId)) {
    if (other.id === link.id || !('segment' in other) || !meet(index, link.segment, other.segment)) continue
    if (other.kind === 'vpn-connection') for (const prefix of prefixesBehind(index, other.CustomerGatewayId)) work.routeFromVpc(own.id, prefix, link.CoreNetworkId)
    const vpc = other.kind === 'core-network-attachment' ? index.getOf('vpc', other.VpcId) : undefined
    if (!vpc || vpc.id === own.id || work.overlap(own, vpc)) continue
    for (const block of vpc.CidrBlocks) work.routeFromVpc(own.id, block, link.CoreNetworkId)
    for (const block of own.CidrBlocks) work.routeFromVpc(vpc.id, block, link.CoreNetworkId)
  }
}

/** A VPN connection on a core network: routes to its site from the VPCs of segments that it meets. */
export function routeCoreVpn(work: RouteWork, link: ResourceOf<'vpn-connection'>, core: ResourceId): void {
  const { index } = work
  for (const other of index.links(core)) {
    if (other.kind !== 'core-network-attachment' || !meet(index, link.segment, other.segment)) continue
    for (const prefix of prefixesBehind(index, link.CustomerGatewayId)) work.routeFromVpc(other.VpcId, prefix, core)
  }
}
