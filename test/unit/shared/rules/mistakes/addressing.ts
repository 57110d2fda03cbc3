import { all, PEER_NET, set, TGW_NET, tunnels, vpn, VPN_NET, type Mistake } from './making.ts'

/** Mistakes that rules of this family are to report. */
export const MISTAKES: readonly Mistake[] = [
  { rule: 'cidr-size', sample: VPN_NET, what: 'a /29 subnet', make: set('subnet:app-a', { CidrBlock: '10.0.1.0/29' }) },
  { rule: 'cidr-size', sample: VPN_NET, what: 'a /12 VPC', make: set('vpc:app', { CidrBlocks: ['10.0.0.0/12'] }) },
  { rule: 'vpc-cidr-reserved', sample: VPN_NET, what: 'a multicast block', make: set('vpc:app', { CidrBlocks: ['10.0.0.0/16', '239.1.0.0/16'] }) },
  { rule: 'subnet-cidr', sample: VPN_NET, what: 'a subnet elsewhere', make: set('subnet:app-a', { CidrBlock: '172.16.1.0/24' }) },
  { rule: 'subnet-cidr', sample: VPN_NET, what: 'a subnet on another', make: set('subnet:app-a', { CidrBlock: '10.0.2.128/25' }) },
  { rule: 'peering-overlap', sample: PEER_NET, what: 'a shared secondary block', make: all(set('vpc:app', { CidrBlocks: ['10.0.0.0/16', '10.4.0.0/16'] }), set('vpc:db', { CidrBlocks: ['10.1.0.0/16', '10.4.0.0/20'] })) },
  { rule: 'transit-gateway-overlap', sample: TGW_NET, what: 'a shared secondary block', make: all(set('vpc:app', { CidrBlocks: ['10.0.0.0/16', '10.4.0.0/16'] }), set('vpc:db', { CidrBlocks: ['10.1.0.0/16', '10.4.0.0/20'] })) },
  { rule: 'site-prefix-inside-vpc', sample: VPN_NET, what: 'a second prefix inside the VPC', make: set('site:hq', { prefixes: ['192.168.0.0/16', '10.0.200.0/24'] }) },
  { rule: 'tunnel-inside-cidr', sample: VPN_NET, what: 'a /29', make: set(vpn(1), tunnels('169.254.30.0/29')) },
  { rule: 'tunnel-inside-cidr', sample: VPN_NET, what: 'a block used twice', make: all(set(vpn(1), tunnels('169.254.30.0/30')), set(vpn(2), tunnels('169.254.30.0/30'))) },
]
