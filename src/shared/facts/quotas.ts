import { CHECKED, type Fact } from './fact.ts'
import { INTERFACE_PREFIXES, PROPAGATED_ROUTES, ROUTES_TO_GATEWAY } from './routing.ts'

/** Who can raise a quota: the account's owner by request, AWS's architects or account managers, or nobody. */
export type Adjustable = 'by-request' | 'by-account-team' | 'no'

/** A quota of AWS with its default. */
export interface QuotaFact extends Fact<number> {
  /** What is counted, for people. */
  readonly label: string
  readonly adjustable: Adjustable
  /** The most that it can be raised to, where that is documented. */
  readonly most?: number
}

const PAGES = {
  VPC: 'https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html',
  PEER: 'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-connection-quotas.html',
  S2S: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-limits.html',
  DX: 'https://docs.aws.amazon.com/directconnect/latest/UserGuide/limits.html',
  PREFIX: 'https://docs.aws.amazon.com/directconnect/latest/UserGuide/prefix-controls.html',
  TGW: 'https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-quotas.html',
  PL: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html',
  CVPN: 'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/limits.html',
  CWAN: 'https://docs.aws.amazon.com/network-manager/latest/cloudwan/cloudwan-quotas.html',
} as const

function quota(label: string, value: number, adjustable: Adjustable, fact: string, page: keyof typeof PAGES, most?: number): QuotaFact {
  return { label, value, adjustable, fact, source: PAGES[page], checked: CHECKED, ...(most === undefined ? {} : { most }) }
}

/** AWS's quotas that a design can run into, by name. Defaults per account unless the label says per what. */
export const QUOTAS = {
  'vpcs-per-region': quota('VPCs per Region', 5, 'by-request', 'F-Q-1', 'VPC'),
  'subnets-per-vpc': quota('subnets per VPC', 200, 'by-request', 'F-Q-2', 'VPC'),
  'ipv4-cidrs-per-vpc': quota('IPv4 blocks per VPC', 5, 'by-request', 'F-Q-3', 'VPC', 50),
  'ipv6-cidrs-per-vpc': quota('IPv6 blocks per VPC', 5, 'by-request', 'F-Q-3', 'VPC', 50),
  'route-tables-per-vpc': quota('route tables per VPC', 200, 'by-request', 'F-Q-4', 'VPC'),
  'static-routes-per-table': quota('static routes of one address family per route table', 500, 'by-request', 'F-Q-5', 'VPC', 1000),
  'propagated-routes-per-table': quota('propagated routes per route table', PROPAGATED_ROUTES.value, 'no', 'F-Q-6', 'VPC'),
  'internet-gateways-per-region': quota('internet gateways per Region', 5, 'by-request', 'F-Q-7', 'VPC'),
  'elastic-ips-per-region': quota('Elastic IP addresses per Region', 5, 'by-request', 'F-Q-8', 'VPC'),
  'nat-gateways-per-zone': quota('NAT gateways per Availability Zone', 5, 'by-request', 'F-Q-9', 'VPC'),
  'addresses-per-nat-gateway': quota('Elastic IP addresses per NAT gateway', 2, 'by-request', 'F-Q-10', 'VPC', 8),
  'network-acls-per-vpc': quota('network ACLs per VPC', 200, 'by-request', 'F-Q-11', 'VPC'),
  'network-acl-rules': quota('rules of one direction per network ACL', 20, 'by-request', 'F-Q-11', 'VPC', 40),
  'security-groups-per-region': quota('security groups per Region', 2500, 'by-request', 'F-Q-12', 'VPC'),
  'security-group-rules': quota('rules of one direction per security group', 60, 'by-request', 'F-Q-12', 'VPC'),
  'security-groups-per-interface': quota('security groups per network interface', 5, 'by-request', 'F-Q-12', 'VPC', 16),
  'interface-filter-rules': quota('rules per security group times groups per network interface', 1000, 'no', 'F-Q-12', 'VPC'),
  'prefix-lists-per-region': quota('prefix lists per Region', 100, 'by-request', 'F-Q-14', 'VPC'),
  'prefix-list-entries': quota('entries per prefix list', 1000, 'by-request', 'F-Q-14', 'VPC'),
  'route-servers-per-vpc': quota('route servers per VPC', 5, 'by-request', 'F-Q-17', 'VPC'),
  'route-server-routes': quota('routes per route server', 100, 'no', 'F-Q-18', 'VPC'),
  'peerings-per-vpc': quota('active peering connections per VPC', 50, 'by-request', 'F-Q-30', 'PEER', 125),
  'pending-peerings': quota('pending peering requests', 25, 'by-request', 'F-Q-30', 'PEER'),
  'customer-gateways-per-region': quota('customer gateways per Region', 50, 'by-request', 'F-Q-40', 'S2S'),
  'vpn-gateways-per-region': quota('virtual private gateways per Region', 5, 'by-request', 'F-Q-40', 'S2S'),
  'vpn-connections-per-region': quota('VPN connections per Region', 50, 'by-request', 'F-Q-40', 'S2S'),
  'vpn-connections-per-vpn-gateway': quota('VPN connections per virtual private gateway', 10, 'by-request', 'F-Q-41', 'S2S'),
  'accelerated-vpn-connections': quota('accelerated VPN connections per Region', 10, 'by-request', 'F-Q-42', 'S2S'),
  'large-vpn-connections': quota('VPN connections with large tunnels per Region', 50, 'by-request', 'F-Q-42', 'S2S'),
  'bgp-routes-to-vpn-gateway': quota('BGP routes from a customer gateway to a virtual private gateway', ROUTES_TO_GATEWAY.value['vpn-gateway'], 'no', 'F-Q-44', 'S2S'),
  'static-routes-per-vpn-connection': quota('static routes per VPN connection on a virtual private gateway', 100, 'no', 'F-Q-44', 'S2S'),
  'bgp-routes-to-transit-gateway': quota('BGP routes from a customer gateway to a transit gateway', ROUTES_TO_GATEWAY.value['transit-gateway'], 'no', 'F-Q-45', 'S2S'),
  'routes-from-transit-gateway': quota('routes from a transit gateway to a customer gateway', 5000, 'no', 'F-Q-45', 'S2S'),
  'interfaces-per-port': quota('private and public virtual interfaces per port', 50, 'no', 'F-Q-50', 'DX'),
  'transit-interfaces-per-port': quota('transit virtual interfaces per port', 4, 'by-account-team', 'F-Q-50', 'DX'),
  'all-interfaces-per-port': quota('virtual interfaces of all types per port', 51, 'no', 'F-Q-50', 'DX'),
  'interfaces-per-hosted-connection': quota('virtual interfaces per hosted connection', 1, 'no', 'F-Q-51', 'DX'),
  'connections-per-location': quota('Direct Connect connections per location and Region', 10, 'by-account-team', 'F-Q-52', 'DX'),
  'lag-members': quota('members of a LAG below 100 Gbps', 4, 'no', 'F-Q-53', 'DX'),
  'fast-lag-members': quota('members of a LAG of 100 Gbps or more', 2, 'no', 'F-Q-53', 'DX'),
  'lags-per-region': quota('LAGs per Region', 10, 'by-account-team', 'F-Q-53', 'DX'),
  'direct-connect-gateways': quota('Direct Connect gateways', 200, 'by-account-team', 'F-Q-55', 'DX'),
  'vpn-gateways-per-direct-connect-gateway': quota('virtual private gateways per Direct Connect gateway', 20, 'no', 'F-Q-55', 'DX'),
  'transit-gateways-per-direct-connect-gateway': quota('transit gateways per Direct Connect gateway', 6, 'no', 'F-Q-55', 'DX'),
  'interfaces-per-direct-connect-gateway': quota('virtual interfaces per Direct Connect gateway', 30, 'no', 'F-Q-55', 'DX'),
  'direct-connect-gateways-per-transit-gateway': quota('Direct Connect gateways per transit gateway', 20, 'no', 'F-Q-55', 'DX'),
  'prefixes-per-interface': quota('prefixes of one address family on a private or transit virtual interface', INTERFACE_PREFIXES.value, 'by-request', 'F-Q-56', 'PREFIX', 1000),
  'prefixes-per-public-interface': quota('prefixes on a public virtual interface', 1000, 'no', 'F-Q-57', 'DX'),
  'prefixes-from-transit-gateway': quota('allowed prefixes per transit gateway of a Direct Connect gateway', 200, 'by-account-team', 'F-Q-58', 'DX'),
  'transit-gateways-per-account': quota('transit gateways per account', 5, 'by-request', 'F-Q-60', 'TGW'),
  'cidr-blocks-per-transit-gateway': quota('CIDR blocks per transit gateway', 5, 'no', 'F-Q-60', 'TGW'),
  'route-tables-per-transit-gateway': quota('route tables per transit gateway', 20, 'by-request', 'F-Q-61', 'TGW'),
  'routes-per-transit-gateway': quota('routes per transit gateway', 10_000, 'by-account-team', 'F-Q-62', 'TGW'),
  'attachments-per-transit-gateway': quota('attachments per transit gateway', 5000, 'by-request', 'F-Q-63', 'TGW'),
  'transit-gateways-per-vpc': quota('transit gateways per VPC', 5, 'no', 'F-Q-63', 'TGW'),
  'peerings-per-transit-gateway': quota('peerings per transit gateway', 50, 'by-request', 'F-Q-64', 'TGW'),
  'peerings-between-two-transit-gateways': quota('peerings between two transit gateways', 1, 'no', 'F-Q-64', 'TGW'),
  'connect-peers-per-attachment': quota('Connect peers per Connect attachment', 4, 'no', 'F-Q-65', 'TGW'),
  'routes-from-connect-peer': quota('routes from a Connect peer', 1000, 'by-account-team', 'F-Q-65', 'TGW'),
  'interface-endpoints-per-vpc': quota('interface and Gateway Load Balancer endpoints per VPC', 50, 'by-request', 'F-Q-70', 'PL'),
  'gateway-endpoints-per-region': quota('gateway endpoints per Region', 20, 'by-request', 'F-Q-70', 'PL'),
  'client-vpn-endpoints': quota('Client VPN endpoints per Region', 5, 'by-request', 'F-Q-80', 'CVPN'),
  'client-vpn-rules': quota('authorization rules per Client VPN endpoint', 200, 'by-request', 'F-Q-80', 'CVPN'),
  'client-vpn-routes': quota('routes per Client VPN target network association', 100, 'by-request', 'F-Q-80', 'CVPN'),
  'core-network-segments': quota('segments per core network', 40, 'by-request', 'F-Q-90', 'CWAN'),
  'core-network-attachments': quota('attachments per core network', 5000, 'by-request', 'F-Q-90', 'CWAN'),
} as const satisfies Readonly<Record<string, QuotaFact>>

/** Name of a quota. */
export type QuotaName = keyof typeof QUOTAS

/** Names of all quotas. */
export const QUOTA_NAMES = Object.keys(QUOTAS) as readonly QuotaName[]
