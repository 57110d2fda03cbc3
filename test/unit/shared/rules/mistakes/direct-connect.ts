import { add, all, set, type Fields, type Mistake } from './making.ts'

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
]
