import { readIn } from './fact.ts'

/** Kinds that a static route inside the VPC's own block may point at; an instance stands for its interface (F-RT-20). */
export const INSIDE_LOCAL_TARGETS = readIn('F-RT-12', 'VPC', 'route-table-options', ['nat-gateway', 'network-interface', 'instance'])

/** Gateways of each kind that a VPC may have. */
export const GATEWAYS_PER_VPC = readIn('F-RT-33', 'VPC', 'VPC_Route_Tables', 1)

/** Sites with BGP on one virtual private gateway from which on it is a CloudHub, which needs no VPC. */
export const CLOUDHUB_SITES = readIn('F-VPN-65', 'S2S', 'VPN_CloudHub', 2)
