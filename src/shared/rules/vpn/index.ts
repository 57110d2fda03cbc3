import type { Rule } from '../rule.ts'
import acceleratedVpn from './accelerated-vpn.ts'
import bgpDevice from './bgp-device.ts'
import customerGatewayAsn from './customer-gateway-asn.ts'
import deviceWithoutBgp from './device-without-bgp.ts'
import largeTunnel from './large-tunnel.ts'
import loadSharing from './load-sharing.ts'
import redundantVpnPrefixes from './redundant-vpn-prefixes.ts'
import singleCustomerGateway from './single-customer-gateway.ts'
import staticAndBgp from './static-and-bgp.ts'
import staticVpnRoutes from './static-vpn-routes.ts'
import tunnelMtu from './tunnel-mtu.ts'
import tunnelNotConfigured from './tunnel-not-configured.ts'
import vpnFirewall from './vpn-firewall.ts'
import vpnGatewayUnattached from './vpn-gateway-unattached.ts'
import vpnIpVersion from './vpn-ip-version.ts'
import vpnPrefixLimit from './vpn-prefix-limit.ts'

/** Rules of this family, in order of id. */
export const RULES: readonly Rule[] = [
  acceleratedVpn,
  bgpDevice,
  customerGatewayAsn,
  deviceWithoutBgp,
  largeTunnel,
  loadSharing,
  redundantVpnPrefixes,
  singleCustomerGateway,
  staticAndBgp,
  staticVpnRoutes,
  tunnelMtu,
  tunnelNotConfigured,
  vpnFirewall,
  vpnGatewayUnattached,
  vpnIpVersion,
  vpnPrefixLimit,
]
