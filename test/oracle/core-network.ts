import type { ResourceOf } from '../../src/shared/model/index.ts'
import type { World } from './world.ts'

export type CoreAttachment = ResourceOf<'core-network-attachment'> | ResourceOf<'vpn-connection'> | ResourceOf<'direct-connect-gateway-association'>

/** The attachments of a core network, in order of their ids. */
function attachmentsOf(world: World, core: string): CoreAttachment[] {
  const all = [...world.all('core-network-attachment'), ...world.all('vpn-connection').filter(({ VpnGatewayId, TransitGatewayId }) => VpnGatewayId === undefined && TransitGatewayId === undefined), ...world.all('direct-connect-gateway-association').filter(({ VpnGatewayId, TransitGatewayId }) => VpnGatewayId === undefined && TransitGatewayId === undefined)]
  return all.filter((link) => link.CoreNetworkId === core).sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Attachments whose routes an attachment has: those of its segment unless it isolates them, and of segments shared with it, either way. */
export function visibleAttachments(world: World, core: string, attachment: string): CoreAttachment[] {
  const all = attachmentsOf(world, core)
  const segment = world.get('core-network-segment', all.find(({ id }) => id === attachment)?.segment)
  if (segment?.CoreNetworkId !== core) return []
  const shared = world.all('core-network-segment').filter((other) => other.id !== segment.id && other.CoreNetworkId === core && (segment.SharedSegments.includes(other.id) || other.SharedSegments.includes(segment.id)))
  const segments = [...(segment.IsolateAttachments === true ? [] : [segment]), ...shared].map(({ id }) => id)
  return all.filter((link) => link.segment !== undefined && segments.includes(link.segment))
}
