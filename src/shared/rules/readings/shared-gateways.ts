import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import { vpnGatewaysOf } from './connections.ts'
import type { End } from './intent-ends.ts'
import { referrersOf } from './sessions.ts'

/** The Direct Connect gateways that an end hangs on: a VPC by its virtual private or transit gateways, a site by its virtual interfaces. */
export function directConnectGatewaysOf(index: DesignIndex, end: End): ReadonlySet<ResourceId> {
  if (end.type === 'internet') return new Set()
  if (end.type === 'site') return new Set(end.devices.flatMap((device) => referrersOf(index, 'virtual-interface', device.id)).flatMap(({ DirectConnectGatewayId }) => DirectConnectGatewayId ?? []))
  const hubs = referrersOf(index, 'transit-gateway-vpc-attachment', end.vpc.id).map(({ TransitGatewayId }) => TransitGatewayId)
  return new Set([...vpnGatewaysOf(index, end.vpc.id).map(({ id }) => id), ...hubs].flatMap((id) => referrersOf(index, 'direct-connect-gateway-association', id)).map(({ DirectConnectGatewayId }) => DirectConnectGatewayId))
}

/** A Direct Connect gateway that both ends hang on. */
export function sharedGateway(index: DesignIndex, here: End, there: End): ResourceId | undefined {
  const far = directConnectGatewaysOf(index, there)
  return [...directConnectGatewaysOf(index, here)].find((gateway) => far.has(gateway))
}
