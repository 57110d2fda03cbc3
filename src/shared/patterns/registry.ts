import { managedVpn } from './a1-managed-vpn.ts'
import { directConnectTransitGatewayVpn } from './a10a-direct-connect-transit-gateway-vpn.ts'
import { privateIpVpn } from './a10b-private-ip-vpn.ts'
import { vpnCloudHub } from './a11-vpn-cloudhub.ts'
import { softwareVpn } from './a12-software-vpn.ts'
import { managedVpnRedundant } from './a2-managed-vpn-redundant.ts'
import { transitGatewayVpn } from './a3-transit-gateway-vpn.ts'
import { transitGatewayVpnRedundant } from './a4-transit-gateway-vpn-redundant.ts'
import { directConnect } from './a5-direct-connect.ts'
import { directConnectTwoDevices } from './a6a-direct-connect-two-devices.ts'
import { directConnectHighResiliency } from './a6b-direct-connect-high-resiliency.ts'
import { directConnectMaximumResiliency } from './a6c-direct-connect-maximum-resiliency.ts'
import { directConnectLag } from './a6d-direct-connect-lag.ts'
import { directConnectGateway } from './a7-direct-connect-gateway.ts'
import { directConnectTransitGateway } from './a8-direct-connect-transit-gateway.ts'
import { directConnectVpn } from './a9-direct-connect-vpn.ts'
import { vpcPeering } from './b1-vpc-peering.ts'
import { transitGatewayHub } from './b2-transit-gateway-hub.ts'
import { transitGatewayPeering } from './b2b-transit-gateway-peering.ts'
import { softwareVpnBetweenVpcs } from './b3-software-vpn-between-vpcs.ts'
import { softwareVpnBetweenRegions } from './b4-software-vpn-between-regions.ts'
import { softwareVpnToManagedVpn } from './b5-software-vpn-to-managed-vpn.ts'
import { managedVpnBetweenVpcs } from './b6-managed-vpn-between-vpcs.ts'
import { directConnectBetweenVpcs } from './b7-direct-connect-between-vpcs.ts'
import { directConnectBetweenRegions } from './b7b-direct-connect-between-regions.ts'
import { privateLink } from './b8-private-link.ts'
import { clientVpn } from './c1-client-vpn.ts'
import { softwareRemoteAccess } from './c2-software-remote-access.ts'
import { remoteAccessDirectory } from './c3-remote-access-directory.ts'
import { usersThroughCustomerNetwork } from './c4-users-through-customer-network.ts'
import { transitVpc } from './d1-transit-vpc.ts'
import { softwareVpnHighAvailability } from './d2-software-vpn-high-availability.ts'
import { vpnMonitoring } from './d3-vpn-monitoring.ts'
import { siteToSiteVpnSteps } from './d4-site-to-site-vpn-steps.ts'
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
  directConnectLag,
  directConnectGateway,
  directConnectTransitGateway,
  directConnectVpn,
  directConnectTransitGatewayVpn,
  privateIpVpn,
  vpnCloudHub,
  softwareVpn,
  vpcPeering,
  transitGatewayHub,
  transitGatewayPeering,
  softwareVpnBetweenVpcs,
  softwareVpnBetweenRegions,
  softwareVpnToManagedVpn,
  managedVpnBetweenVpcs,
  directConnectBetweenVpcs,
  directConnectBetweenRegions,
  privateLink,
  clientVpn,
  softwareRemoteAccess,
  remoteAccessDirectory,
  usersThroughCustomerNetwork,
  transitVpc,
  softwareVpnHighAvailability,
  vpnMonitoring,
  siteToSiteVpnSteps,
  zonalNatEgress,
] as const

/** Name of a pattern. */
export type PatternId = (typeof ALL)[number]['id']

/** Every pattern, in the order of the papers: a site to VPCs, VPC to VPC, users to VPCs, composites, then what stands beside them. */
export const PATTERNS: readonly Pattern<PatternId>[] = ALL

const byId = new Map<string, Pattern<PatternId>>(ALL.map((pattern) => [pattern.id, pattern]))

/** The pattern with the id, if there is one. */
export function findPattern(id: string): Pattern<PatternId> | undefined {
  return byId.get(id)
}
