import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import type { FixedRoute, RemoteAccessFragment, RouteServerFragment, SegmentFragment } from './fragment.ts'
import { ispLinksOf, serverUnderlay, type Underlay } from './underlay.ts'
import type { ReadingView } from './view.ts'
import { vpcPrefixes } from './vpc.ts'

/** ASN of an edge that states none. */
const EDGE_ASN = 64_512

/** What carries users to where they come in: AWS's own end needs nothing that is drawn, a device the ISP links that it uses. */
function underlayOf(access: ResourceOf<'remote-access'>, view: ReadingView): Underlay {
  const server = view.getOf('instance', access.server)
  const device = view.getOf('customer-gateway', access.device)
  if (access.ClientVpnEndpointId !== undefined) return { options: [] }
  return server ? serverUnderlay(server, view) : { options: device ? ispLinksOf(device, view) : [] }
}

/** Compiles a way in for remote users. */
export function compileRemoteAccess(access: ResourceOf<'remote-access'>, view: ReadingView): RemoteAccessFragment {
  const to = access.ClientVpnEndpointId ?? access.server ?? access.device
  return { kind: 'remote-access', users: access.users, to, underlay: underlayOf(access, view) }
}

/** Compiles a route server. */
export function compileRouteServer(server: ResourceOf<'route-server'>): RouteServerFragment {
  return { kind: 'route-server', asn: server.AmazonSideAsn, vpc: server.VpcId, endpoints: server.Endpoints.map(({ SubnetId }) => SubnetId), peers: server.Peers.map(({ peer }) => peer) }
}

/** Compiles a segment: the blocks of the VPCs attached to it, and whom it meets (F-CWAN-1). */
export function compileSegment(segment: ResourceOf<'core-network-segment'>, view: ReadingView): SegmentFragment {
  const attachments = view.referrersOf('core-network-attachment', segment.id).filter((attachment) => attachment.segment === segment.id && attachment.CoreNetworkId === segment.CoreNetworkId)
  const blocks = attachments.flatMap((attachment) => vpcPrefixes(view.getOf('vpc', attachment.VpcId)).map((prefix): FixedRoute => ({ prefix, origin: 'vpc', attachment: attachment.id })))
  const sharing = view.referrersOf('core-network-segment', segment.id).filter(({ SharedSegments }) => SharedSegments.includes(segment.id)).map(({ id }) => id)
  const shares = [...new Set<ResourceId>([...segment.SharedSegments, ...sharing])].filter((id) => id !== segment.id && view.getOf('core-network-segment', id)?.CoreNetworkId === segment.CoreNetworkId)
  return { kind: 'core-network-segment', network: segment.CoreNetworkId, asn: view.getOf('core-network', segment.CoreNetworkId)?.EdgeLocations[0]?.Asn ?? EDGE_ASN, isolated: segment.IsolateAttachments === true, blocks, shares }
}
