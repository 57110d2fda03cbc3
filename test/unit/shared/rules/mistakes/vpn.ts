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
  { rule: 'private-ip-vpn', sample: 'private-ip-vpn/good', what: 'a block that is not allowed', make: set('direct-connect-gateway-association:assoc', { AllowedPrefixes: ['192.168.0.0/16'] }) },
  { rule: 'weak-vpn-crypto', sample: 'weak-vpn-crypto/good', what: 'IKEv1', make: set(vpn(1), tunnel({ IKEVersions: ['ikev1'] })) },
  { rule: 'tunnel-option-range', sample: TWO, what: 'a lifetime that is too long', make: set(vpn(1), tunnel({ Phase2LifetimeSeconds: 3601 })) },
  { rule: 'tunnel-not-reopened', sample: TWO, what: 'dead peers left alone', make: set(vpn(1), tunnel({ DPDTimeoutAction: 'none' })) },
  { rule: 'cloud-hub-asn', sample: 'cloud-hub-asn/good', what: 'one ASN twice', make: set('customer-gateway:branch-1', { BgpAsn: 65012 }) },
  { rule: 'cloud-hub-static', sample: 'cloud-hub-static/good', what: 'static routes at one site', make: set('vpn-connection:branch-1', { StaticRoutesOnly: true, Routes: [{ DestinationCidrBlock: '172.16.1.0/24' }] }) },
  { rule: 'cloud-hub-limits', sample: 'cloud-hub-limits/good', what: 'an IPv6 prefix', make: set('site:branch-2', { prefixes: ['172.16.2.0/24', '2001:db8:2::/48'] }) },
  { rule: 'vpn-over-internet', sample: 'vpn-over-internet/good-over-a-public-virtual-interface', what: 'an address that is not announced', make: set('virtual-interface:public-vif', { RouteFilterPrefixes: ['198.51.100.0/24'] }) },
  { rule: 'vpn-devices-share', sample: 'vpn-devices-share/good', what: 'one power domain', make: set('customer-gateway:router-2', { powerDomain: 'power-domain:a' }) },
  { rule: 'tunnel-alarm', sample: 'tunnel-alarm/good', what: 'one that nobody watches', make: set(vpn(1), { monitored: false }) },
  { rule: 'device-behind-nat', sample: 'device-behind-nat/good', what: 'no NAT traversal', make: set(ROUTER, { natTraversal: false }) },
  { rule: 'asymmetric-tunnels', sample: 'asymmetric-tunnels/good', what: 'a device that drops replies', make: set(ROUTER, { acceptsAsymmetric: false }) },
  { rule: 'tunnel-was-down', sample: 'tunnel-was-down/good', what: 'a tunnel that was down', make: set(vpn(1), { telemetry: [{ OutsideIpAddress: '198.51.100.201', Status: 'UP' }, { OutsideIpAddress: '198.51.100.202', Status: 'DOWN' }] }) },
  { rule: 'default-amazon-asn', sample: 'default-amazon-asn/good', what: 'another gateway with it', make: (draft) => void (draft.resources['direct-connect-gateway:more'] = { kind: 'direct-connect-gateway', id: 'direct-connect-gateway:more', name: 'more', AmazonSideAsn: 64512 }) },
  { rule: 'vpn-connection-quota', sample: 'vpn-connection-quota/good', what: 'an eleventh connection', make: (draft) => void (draft.resources['vpn-connection:more'] = { ...draft.resources['vpn-connection:branch-1'], id: 'vpn-connection:more', name: 'more' }) },
]
