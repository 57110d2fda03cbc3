import { add, GATEWAYS, HUB, MAIN, of, PEER_NET, set, TGW_NET, VPN_NET, want, type Mistake } from './making.ts'

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
  { rule: 'edge-table-route', sample: 'edge-table-route/good', what: 'half a subnet', make: set('route-table:edge', { Routes: [{ DestinationCidrBlock: '10.0.1.0/25', target: 'instance:firewall' }] }) },
  { rule: 'edge-table-route', sample: 'edge-table-route/good', what: 'propagation into an edge table', make: set('route-table:edge', { PropagatingVgws: ['vpn-gateway:vgw'] }) },
  { rule: 'prefix-lists-overlap', sample: 'prefix-lists-overlap/good', what: 'an entry of the other list', make: set('prefix-list:south', { Entries: [{ Cidr: '192.168.15.0/24' }] }) },
  { rule: 'static-route-count', sample: 'static-route-count/good', what: 'one entry more in a prefix list', make: set('prefix-list:partners', { MaxEntries: 500 }) },
  { rule: 'propagated-route-count', sample: 'propagated-route-count/good', what: 'one prefix more', make: (draft) => void (of(draft, 'site:hq')['prefixes'] as string[]).push('192.168.0.0/24') },
  { rule: 'asymmetric-firewall', sample: 'asymmetric-firewall/good', what: 'appliance mode off', make: set('transit-gateway-vpc-attachment:inspection', { ApplianceModeSupport: 'disable' }) },
  { rule: 'implicit-main-table', sample: 'implicit-main-table/good', what: 'a subnet without a table of its own', make: set('route-table:main', { Associations: [{ Main: true }] }) },
  { rule: 'route-to-instance-services', sample: GATEWAYS, what: 'a route to the metadata service', make: add({ kind: 'route-table', id: 'route-table:main', name: 'main', VpcId: 'vpc:app', Associations: [{ Main: true }], Routes: [{ DestinationCidrBlock: '169.254.169.254/32', target: 'internet-gateway:igw' }], PropagatingVgws: [] }) },
  { rule: 'route-beyond-gateway', sample: VPN_NET, what: 'a default route to a gateway that has none', make: set(MAIN, { Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: 'vpn-gateway:vgw' }] }) },
  { rule: 'route-family', sample: 'route-family/good', what: 'IPv6 to a NAT gateway', make: set('route-table:main', { Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: 'nat-gateway:nat' }, { DestinationIpv6CidrBlock: '::/0', target: 'nat-gateway:nat' }] }) },
  { rule: 'nat-gateway-loop', sample: 'nat-gateway-loop/good', what: 'the NAT gateway in a private subnet', make: set('nat-gateway:nat', { SubnetId: 'subnet:app-a' }) },
  { rule: 'static-route-ignores-health', sample: 'static-route-ignores-health/good-two-connections', what: 'a static route to one of two VPNs', make: set(HUB, { Propagations: ['transit-gateway-vpc-attachment:app-att', 'transit-gateway-vpc-attachment:db-att'], Routes: [{ DestinationCidrBlock: '192.168.0.0/16', attachment: 'vpn-connection:vpn-1' }] }) },
  { rule: 'middlebox-subnet', sample: 'middlebox-subnet/good', what: 'a firewall beside what it inspects', make: set('instance:firewall', { SubnetId: 'subnet:app-a' }) },
  { rule: 'return-route-missing', sample: PEER_NET, what: 'no route back', make: set(MAIN, { Routes: [] }) },
]
