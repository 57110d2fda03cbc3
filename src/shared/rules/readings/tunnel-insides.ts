import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { parsePrefix, type Prefix } from '../../net/prefix.ts'
import { file } from './group.ts'

/** The inside block of one tunnel (1 or 2) of a VPN connection. */
export interface Inside {
  readonly connection: ResourceOf<'vpn-connection'>
  readonly tunnel: number
  readonly prefix: Prefix
}

/** Tunnels with an inside block, by the gateway they end on; a connection without a gateway stands for itself. */
export function insidesByGateway(index: DesignIndex): Map<ResourceId, Inside[]> {
  const byGateway = new Map<ResourceId, Inside[]>()
  for (const connection of index.all('vpn-connection')) {
    for (const [position, { TunnelInsideCidr }] of connection.TunnelOptions.entries()) {
      const prefix = TunnelInsideCidr === undefined ? undefined : parsePrefix(TunnelInsideCidr)
      if (prefix) file(byGateway, connection.VpnGatewayId ?? connection.TransitGatewayId ?? connection.id, { connection, tunnel: position + 1, prefix })
    }
  }
  return byGateway
}
