import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import type { SiteEnd, VpcEnd } from './intent-ends.ts'
import { connectionsOf, referrersOf } from './sessions.ts'

/** A segment of a core network. */
export type Segment = ResourceOf<'core-network-segment'>

/** The segments that an end is attached to: VPC attachments, VPN connections, Direct Connect gateways (F-CWAN-3). */
export function segmentsOf(index: DesignIndex, end: VpcEnd | SiteEnd): Segment[] {
  const ids: (ResourceId | undefined)[] =
    end.type === 'vpc'
      ? referrersOf(index, 'core-network-attachment', end.vpc.id).map(({ segment }) => segment)
      : end.devices.flatMap(({ id }) => [
          ...connectionsOf(index, id).map(({ segment }) => segment),
          ...referrersOf(index, 'virtual-interface', id).flatMap(({ DirectConnectGatewayId: gateway }) => (gateway === undefined ? [] : referrersOf(index, 'direct-connect-gateway-association', gateway).map(({ segment }) => segment))),
        ])
  return [...new Set(ids.flatMap((id) => index.getOf('core-network-segment', id) ?? []))]
}

/** True when what is attached to the one may reach what is attached to the other. */
export function areJoined(a: Segment, b: Segment): boolean {
  return a === b ? a.IsolateAttachments !== true : a.SharedSegments.includes(b.id) || b.SharedSegments.includes(a.id)
}
