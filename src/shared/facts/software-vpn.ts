import { readIn } from './fact.ts'

/** What EC2 carries of one flow, in Mbps, outside a placement group; an IPsec or GRE tunnel is one flow (F-SW-13). */
export const SINGLE_FLOW_MBPS = readIn('F-SW-13', 'EC2', 'ec2-instance-network-bandwidth', 5000)

/** UDP ports that IPsec needs at an appliance behind an Elastic IP address: IKE, and NAT traversal (F-SW-11). */
export const IPSEC_PORTS = readIn('F-SW-11', 'S2S', 'FirewallRules', [500, 4500])
