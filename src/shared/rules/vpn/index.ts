import type { Rule } from '../rule.ts'
import acceleratedVpn from './accelerated-vpn.ts'
import asymmetricTunnels from './asymmetric-tunnels.ts'
import bgpDevice from './bgp-device.ts'
import cloudHubAsn from './cloud-hub-asn.ts'
import cloudHubLimits from './cloud-hub-limits.ts'
import cloudHubStatic from './cloud-hub-static.ts'
import customerGatewayAsn from './customer-gateway-asn.ts'
import defaultAmazonAsn from './default-amazon-asn.ts'
import deviceBehindNat from './device-behind-nat.ts'
import deviceWithoutBgp from './device-without-bgp.ts'
import largeTunnel from './large-tunnel.ts'
import loadSharing from './load-sharing.ts'
import privateIpVpn from './private-ip-vpn.ts'
import redundantVpnPrefixes from './redundant-vpn-prefixes.ts'
import singleCustomerGateway from './single-customer-gateway.ts'
import staticAndBgp from './static-and-bgp.ts'
import staticVpnRoutes from './static-vpn-routes.ts'
import tunnelAlarm from './tunnel-alarm.ts'
import tunnelMtu from './tunnel-mtu.ts'
import tunnelNotConfigured from './tunnel-not-configured.ts'
import tunnelNotReopened from './tunnel-not-reopened.ts'
import tunnelOptionRange from './tunnel-option-range.ts'
import tunnelWasDown from './tunnel-was-down.ts'
import vpnConnectionQuota from './vpn-connection-quota.ts'
import vpnDevicesShare from './vpn-devices-share.ts'
import vpnFirewall from './vpn-firewall.ts'
import vpnGatewayUnattached from './vpn-gateway-unattached.ts'
import vpnIpVersion from './vpn-ip-version.ts'
import vpnOverInternet from './vpn-over-internet.ts'
import vpnPrefixLimit from './vpn-prefix-limit.ts'
import weakVpnCrypto from './weak-vpn-crypto.ts'

/** Rules of this family, in order of id. */
export const RULES: readonly Rule[] = [
  acceleratedVpn,
  asymmetricTunnels,
  bgpDevice,
  cloudHubAsn,
  cloudHubLimits,
  cloudHubStatic,
  customerGatewayAsn,
  defaultAmazonAsn,
  deviceBehindNat,
  deviceWithoutBgp,
  largeTunnel,
  loadSharing,
  privateIpVpn,
  redundantVpnPrefixes,
  singleCustomerGateway,
  staticAndBgp,
  staticVpnRoutes,
  tunnelAlarm,
  tunnelMtu,
  tunnelNotConfigured,
  tunnelNotReopened,
  tunnelOptionRange,
  tunnelWasDown,
  vpnConnectionQuota,
  vpnDevicesShare,
  vpnFirewall,
  vpnGatewayUnattached,
  vpnIpVersion,
  vpnOverInternet,
  vpnPrefixLimit,
  weakVpnCrypto,
]
