import { readIn } from './fact.ts'

/** Kinds that a static route inside the VPC's own block may point at; an instance stands for its interface (F-RT-20). */
export const INSIDE_LOCAL_TARGETS = readIn('F-RT-12', 'VPC', 'route-table-options', ['nat-gateway', 'network-interface', 'instance'])

/** Gateways of each kind that a VPC may have. */
export const GATEWAYS_PER_VPC = readIn('F-RT-33', 'VPC', 'VPC_Route_Tables', 1)

/** Sites with BGP on one virtual private gateway from which on it is a CloudHub, which needs no VPC. */
export const CLOUDHUB_SITES = readIn('F-VPN-65', 'S2S', 'VPN_CloudHub', 2)

/** Prefixes that a gateway takes from a customer gateway over one VPN connection. What becomes of the session beyond them is not documented. */
export const ROUTES_TO_GATEWAY = readIn('F-VPN-60', 'S2S', 'vpn-limits', { 'vpn-gateway': 100, 'transit-gateway': 1000 })

/** Prefixes of each address family that a private or transit virtual interface takes unless more are allocated; one more and its session goes down (F-DX-32). */
export const INTERFACE_PREFIXES = readIn('F-DX-31', 'DX', 'prefix-controls', 100)

/** Propagated routes that a VPC route table takes; which of more are installed is not documented (F-RT-41). */
export const PROPAGATED_ROUTES = readIn('F-RT-40', 'VPC', 'amazon-vpc-limits', 100)

/** Kinds that a route of an edge table may point at, besides `local`; an instance stands for its interface. A Gateway Load Balancer endpoint may be too. */
export const EDGE_TARGETS = readIn('F-RT-21', 'VPC', 'gateway-route-tables', ['network-interface', 'instance'])

/** The only IPv6 destination that a NAT gateway may be the target of: IPv4 hosts as NAT64 shows them. */
export const NAT64_PREFIX = readIn('F-ADDR-23', 'VPC', 'nat-gateway-nat64-dns64', '64:ff9b::/96')
