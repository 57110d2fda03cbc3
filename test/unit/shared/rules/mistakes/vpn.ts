import { set, vpn, VPN_NET, type Mistake } from './making.ts'

/** Mistakes that rules of this family are to report. */
export const MISTAKES: readonly Mistake[] = [
  { rule: 'single-customer-gateway', sample: 'single-customer-gateway/good-two-devices', what: 'both connections on one device', make: set(vpn(2), { CustomerGatewayId: 'customer-gateway:router-1' }) },
  { rule: 'single-customer-gateway', sample: VPN_NET, what: 'one address for both devices', make: set('customer-gateway:router-2', { IpAddress: '203.0.113.1' }) },
  { rule: 'customer-gateway-asn', sample: VPN_NET, what: "AWS's own ASN", make: set('customer-gateway:router-1', { BgpAsn: 7224 }) },
  { rule: 'bgp-device', sample: 'single-customer-gateway/good-two-devices', what: 'BGP on the other router', make: set(vpn(1), { bgpDevice: 'customer-gateway:router-2' }) },
  { rule: 'static-and-bgp', sample: VPN_NET, what: 'a static route on a BGP connection', make: set(vpn(1), { Routes: [{ DestinationCidrBlock: '192.168.0.0/16' }] }) },
  { rule: 'vpn-gateway-unattached', sample: VPN_NET, what: 'the gateway detached', make: set('vpn-gateway:vgw', { VpcAttachments: [] }) },
]
