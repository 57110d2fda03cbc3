import { readIn } from './fact.ts'

/** Connections that one address of a NAT gateway can have at once to the same destination. */
export const NAT_CONNECTIONS = readIn('F-EDGE-10', 'VPC', 'nat-gateway-basics', 55_000)

/** Ports of remote administration, by what people call it. */
export const ADMIN_PORTS = readIn('F-EDGE-38', 'VPC', 'security-group-rules', { 22: 'SSH', 3389: 'RDP' })

/** Protocol number of the echo that tells whether a host can be reached. */
export const ECHO_PROTOCOL = readIn('F-EDGE-38', 'VPC', 'security-group-rules', 1)

/** Ports in the narrowest range that an operating system draws the ports of its connections from (49152 to 65535). */
export const NARROWEST_EPHEMERAL = readIn('F-EDGE-33', 'VPC', 'custom-network-acl', 16_384)

/** Minutes until a regional NAT gateway is present in a zone that is new to it; until then its traffic crosses zones. */
export const REGIONAL_NAT_MINUTES = readIn('F-EDGE-20', 'VPC', 'nat-gateways-regional', 60)
