import { all, type Fields, set, vpn, VPN_NET, type Mistake } from './making.ts'

const TWO = 'single-customer-gateway/good-two-devices'
const SHARING = 'load-sharing/good'
const ROUTER = 'customer-gateway:router-1'
const tunnel = (fields: Fields) => ({ TunnelOptions: [{ configured: true, ...fields }, { configured: true }] })

/** Mistakes that rules of this family are to report. */
export const MISTAKES: readonly Mistake[] = [
  { rule: 'single-customer-gateway', sample: 'single-customer-gateway/good-two-devices', what: 'both connections on one device', make: set(vpn(2), { CustomerGatewayId: 'customer-gateway:router-1' }) },
  { rule: 'single-customer-gateway', sample: VPN_NET, what: 'one address for both devices', make: set('customer-gateway:router-2', { IpAddress: '203.0.113.1' }) },
  { rule: 'customer-gateway-asn', sample: VPN_NET, what: "AWS's own ASN", make: set('customer-gateway:router-1', { BgpAsn: 7224 }) },
  { rule: 'bgp-device', sample: 'single-customer-gateway/good-two-devices', what: 'BGP on the other router', make: set(vpn(1), { bgpDevice: 'customer-gateway:router-2' }) },
  { rule: 'static-and-bgp', sample: VPN_NET, what: 'a static route on a BGP connection', make: set(vpn(1), { Routes: [{ DestinationCidrBlock: '192.168.0.0/16' }] }) },
  { rule: 'vpn-gateway-unattached', sample: VPN_NET, what: 'the gateway detached', make: set('vpn-gateway:vgw', { VpcAttachments: [] }) },
  { rule: 'tunnel-not-configured', sample: TWO, what: 'one tunnel left out', make: set(vpn(1), { TunnelOptions: [{ configured: true }, { configured: false }] }) },
  { rule: 'redundant-vpn-prefixes', sample: TWO, what: 'a device that announces less', make: all(set('site:hq', { prefixes: ['192.168.0.0/16', '172.16.0.0/16'] }), set('customer-gateway:router-2', { announcedPrefixes: ['172.16.0.0/16'] })) },
  { rule: 'redundant-vpn-prefixes', sample: TWO, what: 'static routes on one of two', make: set(vpn(2), { StaticRoutesOnly: true, Routes: [{ DestinationCidrBlock: '192.168.0.0/16' }] }) },
  { rule: 'device-without-bgp', sample: TWO, what: 'a device without BGP', make: set(ROUTER, { bgp: false }) },
  { rule: 'vpn-prefix-limit', sample: 'vpn-prefix-limit/good-filtered', what: 'one prefix too many', make: set(ROUTER, { bgpPolicy: [{ direction: 'out', prefixes: [], action: 'permit' }] }) },
  { rule: 'large-tunnel', sample: TWO, what: 'large tunnels to a virtual private gateway', make: set(vpn(1), { TunnelBandwidth: 'large' }) },
  { rule: 'load-sharing', sample: SHARING, what: 'ECMP off', make: all(set('transit-gateway:tgw', { VpnEcmpSupport: 'disable' }), set(vpn(2), { sharesLoad: false })) },
  { rule: 'load-sharing', sample: SHARING, what: 'another ASN', make: set('customer-gateway:router-2', { BgpAsn: 65001 }) },
  { rule: 'tunnel-mtu', sample: TWO, what: 'one byte too many', make: set(vpn(1), tunnel({ interfaceMtu: 1447 })) },
  { rule: 'static-vpn-routes', sample: 'static-vpn-routes/good-in-a-transit-gateway-table', what: 'the route gone', make: set('transit-gateway-route-table:hub', { Routes: [] }) },
  { rule: 'accelerated-vpn', sample: TWO, what: 'acceleration to a virtual private gateway', make: set(vpn(1), { EnableAcceleration: true }) },
  { rule: 'vpn-firewall', sample: 'vpn-firewall/good', what: 'UDP 500 closed', make: set(ROUTER, { firewallPasses: ['esp'] }) },
  { rule: 'vpn-ip-version', sample: TWO, what: 'IPv6 outside', make: set(vpn(1), { OutsideIpAddressType: 'Ipv6' }) },
]
