import { add, all, set, want, type Fields, type Mistake } from './making.ts'

/** Two lines of one site to a Direct Connect gateway: with a VPC behind it, and with a transit gateway. */
const [PRIVATE, TRANSIT] = ['interface-type/good', 'direct-connect-asn/good']
const vif = (number: 1 | 2) => `virtual-interface:vif-${number}`
const DUBLIN = 'direct-connect-connection:dublin'
const ASSOCIATION = 'direct-connect-gateway-association:assoc'
const line = (fields: Fields) => add({ kind: 'virtual-interface', id: 'virtual-interface:more', name: 'more', VirtualInterfaceType: 'private', ConnectionId: DUBLIN, customerRouter: 'customer-gateway:router-a', DirectConnectGatewayId: 'direct-connect-gateway:dxgw', Vlan: 300, Asn: 65000, bfd: true, ...fields })
const many = (count: number, of: string) => Array.from({ length: count }, (_, number) => `${of}.${number}.0/24`)

/** Mistakes that rules of this family are to report. */
export const MISTAKES: readonly Mistake[] = [
  { rule: 'virtual-interface-region', sample: 'virtual-interface-region/good', what: 'a port of another Region', make: set('direct-connect-connection:dublin', { Region: 'us-east-1' }) },
  { rule: 'hosted-connection-interfaces', sample: 'hosted-connection-interfaces/good', what: 'a second interface', make: line({}) },
  { rule: 'port-interface-limit', sample: 'port-interface-limit/good', what: 'a fifth transit interface', make: line({ VirtualInterfaceType: 'transit' }) },
  { rule: 'interface-type', sample: PRIVATE, what: 'a transit interface on a virtual private gateway', make: all(line({}), set('virtual-interface:more', { VirtualInterfaceType: 'transit', DirectConnectGatewayId: undefined, VirtualGatewayId: 'vpn-gateway:vgw' })) },
  { rule: 'gateway-mix', sample: PRIVATE, what: 'a transit interface', make: set(vif(1), { VirtualInterfaceType: 'transit' }) },
  { rule: 'gateway-limit', sample: PRIVATE, what: 'another Direct Connect gateway', make: all(add({ kind: 'direct-connect-gateway', id: 'direct-connect-gateway:more', name: 'more', AmazonSideAsn: 64600 }), add({ kind: 'direct-connect-gateway-association', id: 'direct-connect-gateway-association:more', name: 'more', DirectConnectGatewayId: 'direct-connect-gateway:more', VpnGatewayId: 'vpn-gateway:vgw', AllowedPrefixes: [] })) },
  { rule: 'direct-connect-asn', sample: TRANSIT, what: 'the same ASN on both gateways', make: set('transit-gateway:tgw', { AmazonSideAsn: 64513 }) },
  { rule: 'direct-connect-asn', sample: PRIVATE, what: 'another ASN than the router has', make: set(vif(1), { Asn: 65001 }) },
  { rule: 'allowed-prefixes', sample: TRANSIT, what: 'nothing allowed', make: set(ASSOCIATION, { AllowedPrefixes: [] }) },
  { rule: 'allowed-prefixes', sample: PRIVATE, what: 'half of the VPC', make: set(ASSOCIATION, { AllowedPrefixes: ['10.0.0.0/17'] }) },
  { rule: 'allowed-prefix-limit', sample: 'allowed-prefix-limit/good', what: 'one prefix more', make: set(ASSOCIATION, { AllowedPrefixes: ['10.0.0.0/16', ...many(200, '172.16')] }) },
  { rule: 'interface-prefix-limit', sample: 'interface-prefix-limit/good-allocated', what: 'an allocation that is one short', make: set(vif(1), { prefixAllocation: 100 }) },
  { rule: 'allocation-beyond-table', sample: PRIVATE, what: 'a hundred and one', make: set(vif(1), { prefixAllocation: 101 }) },
  { rule: 'macsec-port', sample: 'macsec-port/good', what: 'a port of another speed', make: set(DUBLIN, { Bandwidth: '1Gbps' }) },
  { rule: 'interface-mtu', sample: 'interface-mtu/good', what: 'a port without jumbo frames', make: set(DUBLIN, { JumboFrameCapable: false }) },
  { rule: 'lag-members', sample: 'lag-members/good', what: 'a member on another device', make: set(DUBLIN, { AwsLogicalDeviceId: 'EqDB2-z' }) },
  { rule: 'interface-vlan', sample: 'interface-vlan/good', what: 'a VLAN twice', make: set('virtual-interface:vif-3', { Vlan: 101 }) },
  { rule: 'china-region', sample: PRIVATE, what: 'a VPC in China', make: set('vpc:app', { Region: 'cn-northwest-1' }) },
  { rule: 'prefix-pool', sample: 'prefix-pool/good', what: 'an interface more', make: line({ prefixAllocation: 1000, DirectConnectGatewayId: 'direct-connect-gateway:second' }) },
  { rule: 'single-direct-connect', sample: 'single-direct-connect/good-vpn-stands-by', what: 'the VPN gone', make: (draft) => void delete draft.resources['vpn-connection:vpn'] },
  { rule: 'lag-as-redundancy', sample: 'lag-members/good', what: 'the other line gone', make: (draft) => void delete draft.resources[vif(2)] },
  { rule: 'shared-aws-device', sample: PRIVATE, what: 'both on one device', make: set('direct-connect-connection:london', { Location: 'EqDB2', AwsLogicalDeviceId: 'EqDB2-a' }) },
  { rule: 'one-location', sample: PRIVATE, what: 'both at one location', make: set('direct-connect-connection:london', { Location: 'EqDB2' }) },
  { rule: 'resiliency-model', sample: 'resiliency-model/good-two-locations-for-three-nines', what: 'a higher target', make: (draft) => void Object.assign(draft.intents['intent:dc-app'] ?? {}, { availabilityTarget: 0.9999 }) },
  { rule: 'commitment-on-hosted', sample: 'commitment-on-hosted/good', what: 'a hosted connection', make: set(DUBLIN, { connectionType: 'hosted' }) },
  { rule: 'bfd-off', sample: PRIVATE, what: 'BFD off on one', make: set(vif(2), { bfd: false }) },
  { rule: 'mtu-differs', sample: PRIVATE, what: 'jumbo frames on one', make: set(vif(2), { Mtu: 9001 }) },
  { rule: 'shared-carrier', sample: PRIVATE, what: 'one carrier for both', make: set('carrier-circuit:south', { provider: 'Carrier One' }) },
  { rule: 'one-customer-router', sample: PRIVATE, what: 'both on one router', make: set(vif(2), { customerRouter: 'customer-gateway:router-a' }) },
  { rule: 'direct-connect-with-vpn', sample: 'load-sharing/good-nothing-expected', what: 'a line beside the VPN', make: all(add({ kind: 'aws-public-services', id: 'aws-public-services:public', name: 'public' }), add({ kind: 'direct-connect-connection', id: 'direct-connect-connection:port', name: 'port', awsId: 'dxcon-1' }), add({ kind: 'virtual-interface', id: 'virtual-interface:open', name: 'open', VirtualInterfaceType: 'public', ConnectionId: 'direct-connect-connection:port', customerRouter: 'customer-gateway:router-1', publicServices: 'aws-public-services:public', Vlan: 100, Asn: 65000, RouteFilterPrefixes: ['198.51.100.0/24'] })) },
  { rule: 'vpcs-joined-by-router', sample: 'vpcs-joined-by-router/good-nothing-wanted', what: 'a VPC that wants the other', make: want('vpc:app', 'vpc:db') },
  { rule: 'ordering-time', sample: 'ordering-time/good', what: 'a connection that is not ordered yet', make: set(DUBLIN, { awsId: undefined }) },
  { rule: 'allowed-without-route', sample: TRANSIT, what: 'a prefix of nobody', make: set(ASSOCIATION, { AllowedPrefixes: ['10.0.0.0/16', '172.30.0.0/16'] }) },
  { rule: 'vpc-through-direct-connect-gateway', sample: 'vpc-through-direct-connect-gateway/good', what: 'a VPC that wants the other', make: want('vpc:app', 'vpc:db') },
  { rule: 'site-link', sample: 'site-link/good', what: 'SiteLink off at one site', make: set('virtual-interface:vif-3', { SiteLinkEnabled: false }) },
  { rule: 'supernet-joins-vpcs', sample: 'supernet-joins-vpcs/good-filtered', what: 'the filter of one router gone', make: set('customer-gateway:router-a', { bgpPolicy: [] }) },
  { rule: 'static-vpn-beats-direct-connect', sample: 'static-vpn-beats-direct-connect/good', what: 'a static route to the backup', make: set('transit-gateway-route-table:hub', { Routes: [{ DestinationCidrBlock: '192.168.0.0/16', attachment: 'vpn-connection:vpn' }] }) },
  { rule: 'more-specific-vpn', sample: 'more-specific-vpn/good', what: 'a summary over Direct Connect', make: set(ASSOCIATION, { AllowedPrefixes: ['10.0.0.0/8'] }) },
  { rule: 'intended-role', sample: 'intended-role/good', what: 'the same community on both', make: set(vif(2), { localPreference: '7224:7300' }) },
  { rule: 'prepend-on-public-interface', sample: 'prepend-on-public-interface/good', what: 'a private ASN', make: all(set('virtual-interface:open', { Asn: 65000 }), set('customer-gateway:router-a', { BgpAsn: 65000 }), set(vif(1), { Asn: 65000 })) },
  { rule: 'public-interface-prefixes', sample: 'public-interface-prefixes/good', what: 'a private prefix', make: set('virtual-interface:open', { RouteFilterPrefixes: ['192.168.0.0/16'] }) },
  { rule: 'site-link-equal-paths', sample: 'site-link-equal-paths/good-longer-path', what: 'the longer path gone', make: set('customer-gateway:router-b', { bgpPolicy: [] }) },
  { rule: 'failover-test', sample: 'failover-test/good', what: 'a test of long ago', make: set(vif(1), { lastFailoverTest: '2025-01-31' }) },
  { rule: 'regions-without-communities', sample: PRIVATE, what: 'a location of another Region', make: set('direct-connect-connection:london', { Region: 'eu-west-2' }) },
  { rule: 'peer-address-as-source', sample: 'peer-address-as-source/good', what: 'a server with the address of the router', make: set('server:app', { IpAddress: '169.254.8.2' }) },
]
