import type { DesignIndex } from '../../document/query.ts'
import { CLOUDHUB_SITES } from '../../facts/routing.ts'
import type { ResourceOf } from '../../model/index.ts'
import { placeOf, referrersOf } from './sessions.ts'

/** True when the gateway joins sites to each other: enough of them speak BGP to it, over VPN or a virtual interface of its own (F-VPN-65). */
function isCloudHub(index: DesignIndex, gateway: ResourceOf<'vpn-gateway'>): boolean {
  const vpns = referrersOf(index, 'vpn-connection', gateway.id).filter((connection) => !connection.StaticRoutesOnly).map((connection) => connection.CustomerGatewayId)
  const lines = referrersOf(index, 'virtual-interface', gateway.id).map((line) => line.customerRouter)
  const places = new Set([...vpns, ...lines].flatMap((id) => index.getOf('customer-gateway', id) ?? []).map(placeOf))
  return places.size >= CLOUDHUB_SITES.value
}

/** True for a virtual private gateway with VPN connections that has no VPC to lead to and is no CloudHub. */
export function isIdle(index: DesignIndex, gateway: ResourceOf<'vpn-gateway'>): boolean {
  return gateway.VpcAttachments.length === 0 && referrersOf(index, 'vpn-connection', gateway.id).length > 0 && !isCloudHub(index, gateway)
}
