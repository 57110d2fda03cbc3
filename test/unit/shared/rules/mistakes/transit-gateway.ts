import { add, all, HUB, MAIN, set, TGW_NET, unasked, vpn, type Mistake } from './making.ts'

const [TGW, APP, DB] = ['transit-gateway:tgw', 'transit-gateway-vpc-attachment:app-att', 'transit-gateway-vpc-attachment:db-att']

/** Mistakes that rules of this family are to report. */
export const MISTAKES: readonly Mistake[] = [
  { rule: 'transit-gateway-route-missing', sample: TGW_NET, what: 'no route to the other VPC', make: set(MAIN, { Routes: [{ DestinationCidrBlock: '192.168.0.0/16', target: 'transit-gateway:tgw' }] }) },
  { rule: 'attachment-zone-missing', sample: TGW_NET, what: 'one zone taken off the attachment', make: set('transit-gateway-vpc-attachment:app-att', { SubnetIds: ['subnet:app-a'] }) },
  { rule: 'transit-gateway-table-route', sample: TGW_NET, what: 'one VPC no longer propagates', make: set(HUB, { Propagations: ['transit-gateway-vpc-attachment:app-att', vpn(1), vpn(2)] }) },
  { rule: 'attachment-single-zone', sample: 'attachment-single-zone/good-workloads-in-one-zone', what: 'a subnet in another zone, which sends nothing', make: all(add({ kind: 'subnet', id: 'subnet:db-c', name: 'db-c', VpcId: 'vpc:db', CidrBlock: '10.1.3.0/24', AvailabilityZone: 'us-east-1c' }), add({ kind: 'route-table', id: 'route-table:db-c', name: 'db-c', VpcId: 'vpc:db', Associations: [{ SubnetId: 'subnet:db-c' }], Routes: [{ DestinationCidrBlock: '192.168.0.0/16', target: 'instance:db-c' }], PropagatingVgws: [] }), add({ kind: 'instance', id: 'instance:db-c', name: 'db-c', SubnetId: 'subnet:db-c', SecurityGroupIds: [], SourceDestCheck: false }), set('route-table:db-main', { Associations: [{ Main: true }, { SubnetId: 'subnet:db-a' }, { SubnetId: 'subnet:db-b' }] }), unasked) },
  { rule: 'one-attachment-per-vpc', sample: TGW_NET, what: 'a second attachment', make: add({ kind: 'transit-gateway-vpc-attachment', id: 'transit-gateway-vpc-attachment:more', name: 'more', TransitGatewayId: TGW, VpcId: 'vpc:app', SubnetIds: ['subnet:app-b'] }) },
  { rule: 'attachment-unassociated', sample: 'attachment-unassociated/good', what: 'an association taken away', make: all(set(HUB, { Associations: [APP, DB, vpn(1)] }), unasked) },
  { rule: 'transit-gateway-peered-twice', sample: 'transit-gateway-peered-twice/good', what: 'peered the other way round as well', make: add({ kind: 'transit-gateway-peering-attachment', id: 'transit-gateway-peering-attachment:back', name: 'back', TransitGatewayId: 'transit-gateway:far', PeerTransitGatewayId: TGW }) },
  { rule: 'transit-static-hides-propagated', sample: TGW_NET, what: 'a static route past the VPN', make: all(set(HUB, { Routes: [{ DestinationCidrBlock: '192.168.0.0/16', attachment: DB }] }), unasked) },
  { rule: 'appliance-mode-off', sample: 'appliance-mode-off/good', what: 'appliance mode off', make: set('transit-gateway-vpc-attachment:inspect-att', { ApplianceModeSupport: 'disable' }) },
  { rule: 'attachment-subnet-shared', sample: 'appliance-mode-off/good', what: 'a host in an attachment subnet', make: add({ kind: 'network-interface', id: 'network-interface:db', name: 'db', SubnetId: 'subnet:gate-a', SecurityGroupIds: [], SourceDestCheck: true }) },
  { rule: 'transit-gateway-asn-shared', sample: 'transit-gateway-peered-twice/good', what: 'the default ASN on both', make: set('transit-gateway:far', { AmazonSideAsn: 64512 }) },
  { rule: 'security-group-over-transit', sample: 'security-group-over-transit/good', what: 'referencing off on an attachment', make: set(DB, { SecurityGroupReferencingSupport: 'disable' }) },
  { rule: 'transit-gateway-cidr', sample: 'transit-gateway-cidr/good', what: 'a /25', make: set(TGW, { TransitGatewayCidrBlocks: ['100.64.8.0/25'] }) },
  { rule: 'vpn-ecmp-off', sample: TGW_NET, what: 'ECMP off', make: set(TGW, { VpnEcmpSupport: 'disable' }) },
  { rule: 'connect-peer', sample: 'connect-peer/good', what: 'a static route to the peer', make: set(HUB, { Routes: [{ DestinationCidrBlock: '172.20.0.0/16', attachment: 'transit-gateway-connect-peer:connect-1' }] }) },
  { rule: 'transit-gateway-quota', sample: TGW_NET, what: 'sixteen more tables', make: all(...Array.from({ length: 16 }, (_, at) => add({ kind: 'transit-gateway-route-table', id: `transit-gateway-route-table:${at}`, name: `${at}`, TransitGatewayId: TGW, Associations: [], Propagations: [], Routes: [] }))) },
  { rule: 'transit-encryption-support', sample: 'connect-peer/good', what: 'encryption support on', make: set(TGW, { EncryptionSupport: 'enable' }) },
  { rule: 'attachment-subnet-unfit', sample: TGW_NET, what: 'a subnet moved to a Local Zone', make: set('subnet:app-b', { AvailabilityZone: 'us-east-1-bos-1a' }) },
  { rule: 'attachment-region', sample: TGW_NET, what: 'a gateway of another Region', make: all(set('vpc:db', { Region: 'eu-west-1' }), unasked) },
  { rule: 'transit-peering-static-route', sample: 'transit-peering-static-route/good', what: 'no static route on the near side', make: set(HUB, { Routes: [] }) },
  { rule: 'transit-over-three-gateways', sample: 'transit-over-three-gateways/good', what: 'no static route at the last gateway', make: set('transit-gateway-route-table:third', { Routes: [] }) },
  { rule: 'transit-gateways-unpeered', sample: 'transit-gateways-unpeered/good', what: 'the peering not accepted', make: set('transit-gateway-peering-attachment:local', { State: 'pendingAcceptance' }) },
  { rule: 'private-dns-over-transit-peering', sample: 'private-dns-over-transit-peering/good', what: 'the private name on', make: set('vpc-endpoint:kms', { PrivateDnsEnabled: true }) },
  { rule: 'segment-sharing-missing', sample: 'segment-sharing-missing/good', what: 'sharing taken away', make: set('core-network-segment:production', { SharedSegments: [] }) },
  { rule: 'transit-peering-mtu', sample: 'transit-peering-mtu/good', what: 'one subnet moved to the peering', make: set(MAIN, { Routes: [{ DestinationCidrBlock: '10.1.0.0/16', target: 'vpc-peering-connection:app-db' }, { DestinationCidrBlock: '192.168.0.0/16', target: TGW }] }) },
  { rule: 'environments-share-table', sample: 'environments-share-table/good-blackholes', what: 'the blackhole routes taken away', make: set(HUB, { Routes: [] }) },
]
