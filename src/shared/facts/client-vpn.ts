import { readIn } from './fact.ts'

/** Shortest and longest prefix of a client CIDR (F-CVPN-2). */
export const CLIENT_CIDR_LENGTHS = readIn('F-CVPN-2', 'CVPN', 'what-is-best-practices', { shortest: 12, longest: 22 })

/** Addresses that a client CIDR should hold for each connection at peak (F-CVPN-2). */
export const ADDRESSES_PER_CONNECTION = readIn('F-CVPN-2', 'CVPN', 'what-is-best-practices', 2)

/** What an associated subnet must be: its longest prefix, and the addresses that must be free in it (F-CVPN-3). */
export const ASSOCIATION_SUBNET = readIn('F-CVPN-3', 'CVPN', 'what-is-best-practices', { longest: 27, free: 20 })

/** Connections that an endpoint takes with one to five associated subnets (F-CVPN-3). */
export const CONNECTIONS_BY_ASSOCIATIONS = readIn('F-CVPN-3', 'CVPN', 'limits', [7000, 36_500, 66_500, 96_500, 126_000])

/** What a user's connection is good for at least, in Mbps (F-CVPN-8). */
export const USER_MBPS = readIn('F-CVPN-8', 'CVPN', 'what-is-best-practices', 50)
