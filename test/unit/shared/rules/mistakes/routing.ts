import { add, GATEWAYS, HUB, MAIN, PEER_NET, set, TGW_NET, VPN_NET, want, type Mistake } from './making.ts'

/** Mistakes that rules of this family are to report. */
export const MISTAKES: readonly Mistake[] = [
  { rule: 'propagated-inside-local', sample: 'single-customer-gateway/good-two-devices', what: 'a second prefix inside the VPC, asked for by nobody', make: set('site:hq', { prefixes: ['192.168.0.0/16', '10.0.200.0/24'] }) },
  { rule: 'route-inside-local', sample: VPN_NET, what: 'a more specific route to the gateway', make: set(MAIN, { Routes: [{ DestinationCidrBlock: '10.0.1.0/24', target: 'vpn-gateway:vgw' }] }) },
  { rule: 'blackhole-route', sample: VPN_NET, what: 'a route to nothing', make: set(MAIN, { Routes: [{ DestinationCidrBlock: '172.16.0.0/12' }] }) },
  { rule: 'blackhole-route', sample: TGW_NET, what: 'a longer route to nothing on the way', make: set(HUB, { Routes: [{ DestinationCidrBlock: '10.1.1.0/24' }] }) },
  { rule: 'one-gateway-per-vpc', sample: GATEWAYS, what: 'another internet gateway', make: add({ kind: 'internet-gateway', id: 'internet-gateway:more', name: 'more', Attachments: [{ VpcId: 'vpc:app' }] }) },
  { rule: 'one-gateway-per-vpc', sample: GATEWAYS, what: 'another virtual private gateway', make: add({ kind: 'vpn-gateway', id: 'vpn-gateway:more', name: 'more', AmazonSideAsn: 64600, VpcAttachments: [{ VpcId: 'vpc:app' }] }) },
  { rule: 'site-route-missing', sample: VPN_NET, what: 'propagation off', make: set(MAIN, { PropagatingVgws: [] }) },
  { rule: 'static-hides-propagated', sample: VPN_NET, what: 'a static route beside propagation', make: set(MAIN, { Routes: [{ DestinationCidrBlock: '192.168.0.0/16', target: 'vpn-gateway:vgw' }] }) },
  { rule: 'edge-through-peering', sample: 'edge-through-vpn-gateway/good', what: 'a VPC that wants the site of its peer', make: want('vpc:app', 'site:hq') },
  { rule: 'edge-through-vpn-gateway', sample: 'edge-through-vpn-gateway/good', what: 'a site that wants the peer of its VPC', make: want('site:hq', 'vpc:app') },
  { rule: 'return-route-missing', sample: PEER_NET, what: 'no route back', make: set(MAIN, { Routes: [] }) },
]
