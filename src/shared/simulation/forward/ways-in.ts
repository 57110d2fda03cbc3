import type { ResourceId } from '../../model/id.ts'
import { parsePrefix, type Prefix } from '../../net/prefix.ts'
import type { Network } from '../network.ts'

/** One of the links by which remote users come in, and which addresses they then have. */
export interface WayIn {
  readonly link: ResourceId
  /** What lets them in: a Client VPN endpoint, a server, or a device of a site. */
  readonly to: ResourceId
  /** The addresses that they get; undefined when the design does not say. */
  readonly pool: Prefix | undefined
  /** Users whom the server translates need no pool that anybody else knows. */
  readonly isHidden: boolean
}

/** Every way in that is drawn for remote users; no pool is known to anybody else when the server translates. */
export function waysIn(network: Network, users: ResourceId): WayIn[] {
  return network.index.links(users).flatMap((link): WayIn[] => {
    if (link.kind !== 'remote-access') return []
    const to = network.index.get(link.ClientVpnEndpointId ?? link.server ?? link.device)
    if (!to) return []
    const pool = to.kind === 'client-vpn-endpoint' ? to.ClientCidrBlock : to.kind === 'instance' ? to.clientPool : to.kind === 'customer-gateway' ? to.remoteUserPool : undefined
    return [{ link: link.id, to: to.id, pool: pool === undefined ? undefined : parsePrefix(pool), isHidden: to.kind === 'instance' && to.translatesClients === true }]
  })
}
