import { managedVpn } from './a1-managed-vpn.ts'
import { vpnCloudHub } from './a11-vpn-cloudhub.ts'
import { managedVpnRedundant } from './a2-managed-vpn-redundant.ts'
import { transitGatewayVpn } from './a3-transit-gateway-vpn.ts'
import { transitGatewayVpnRedundant } from './a4-transit-gateway-vpn-redundant.ts'
import { directConnect } from './a5-direct-connect.ts'
import { directConnectTwoDevices } from './a6a-direct-connect-two-devices.ts'
import { directConnectHighResiliency } from './a6b-direct-connect-high-resiliency.ts'
import { directConnectMaximumResiliency } from './a6c-direct-connect-maximum-resiliency.ts'
import { directConnectGateway } from './a7-direct-connect-gateway.ts'
import { directConnectTransitGateway } from './a8-direct-connect-transit-gateway.ts'
import { vpcPeering } from './b1-vpc-peering.ts'
import { transitGatewayHub } from './b2-transit-gateway-hub.ts'
import { managedVpnBetweenVpcs } from './b6-managed-vpn-between-vpcs.ts'
import { directConnectBetweenVpcs } from './b7-direct-connect-between-vpcs.ts'
import { zonalNatEgress } from './zonal-nat-egress.ts'
import type { Pattern } from './pattern.ts'

const ALL = [
  managedVpn,
  managedVpnRedundant,
  transitGatewayVpn,
  transitGatewayVpnRedundant,
  directConnect,
  directConnectTwoDevices,
  directConnectHighResiliency,
  directConnectMaximumResiliency,
  directConnectGateway,
  directConnectTransitGateway,
  vpnCloudHub,
  vpcPeering,
  transitGatewayHub,
  managedVpnBetweenVpcs,
  directConnectBetweenVpcs,
  zonalNatEgress,
] as const

/** Name of a pattern. */
export type PatternId = (typeof ALL)[number]['id']

/** Every pattern, in the order of the papers: a site to VPCs, VPC to VPC, then what stands beside them. */
export const PATTERNS: readonly Pattern<PatternId>[] = ALL

const byId = new Map<string, Pattern<PatternId>>(ALL.map((pattern) => [pattern.id, pattern]))

/** The pattern with the id, if there is one. */
export function findPattern(id: string): Pattern<PatternId> | undefined {
  return byId.get(id)
}
