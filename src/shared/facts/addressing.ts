import { readIn } from './fact.ts'

/** Shortest and longest IPv4 prefix of a VPC or subnet, both inclusive. */
export const IPV4_BLOCK_LENGTHS = readIn('F-ADDR-1', 'VPC', 'vpc-cidr-blocks', { shortest: 16, longest: 28 })

/** Ranges that no VPC block may lie in. */
export const RESERVED_VPC_RANGES = readIn('F-ADDR-2', 'VPC', 'vpc-cidr-blocks', [
  { cidr: '0.0.0.0/8', use: '"this network"' },
  { cidr: '127.0.0.0/8', use: 'loopback' },
  { cidr: '169.254.0.0/16', use: 'link-local' },
  { cidr: '224.0.0.0/4', use: 'multicast' },
])

/** Where the inside block of a VPN tunnel must come from, by address family. */
export const TUNNEL_INSIDE_BLOCKS = readIn('F-ADDR-40', 'S2S', 'tunnel-configure', {
  4: { range: '169.254.0.0/16', length: 30 },
  6: { range: 'fd00::/8', length: 126 },
})

/** Inside blocks of that range that AWS keeps for itself. */
export const TUNNEL_INSIDE_EXCLUDED = readIn('F-ADDR-40', 'S2S', 'tunnel-configure', [
  '169.254.0.0/30',
  '169.254.1.0/30',
  '169.254.2.0/30',
  '169.254.3.0/30',
  '169.254.4.0/30',
  '169.254.5.0/30',
  '169.254.169.252/30',
])

/** Shortest and longest IPv6 prefix of a VPC and of a subnet, both inclusive, and the step between allowed lengths. */
export const IPV6_BLOCK_LENGTHS = readIn('F-ADDR-20', 'VPC', 'vpc-cidr-blocks', { vpc: { shortest: 44, longest: 60 }, subnet: { shortest: 44, longest: 64 }, step: 4 })

/** A range that some services of AWS and Docker's default bridge use for themselves. */
export const INTERNALLY_USED_RANGE = readIn('F-ADDR-5', 'VPC', 'vpc-cidr-blocks', '172.17.0.0/16')

/** IPv4 addresses of every subnet that AWS keeps. */
export const KEPT_ADDRESSES = readIn('F-ADDR-6', 'VPC', 'subnet-sizing', 5)

/** Which secondary blocks a VPC may not take, by the range of its primary block; `public` is every publicly routable block. */
export const REFUSED_SECONDARY_RANGES = readIn('F-ADDR-14', 'VPC', 'vpc-cidr-blocks', [
  { primary: '10.0.0.0/8', refused: ['172.16.0.0/12', '192.168.0.0/16', '198.19.0.0/16'] },
  { primary: '172.16.0.0/12', refused: ['10.0.0.0/8', '192.168.0.0/16', '172.31.0.0/16', '198.19.0.0/16'] },
  { primary: '192.168.0.0/16', refused: ['10.0.0.0/8', '172.16.0.0/12', '198.19.0.0/16'] },
  { primary: '198.19.0.0/16', refused: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'] },
  { primary: '100.64.0.0/10', refused: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '198.19.0.0/16'] },
  { primary: 'public', refused: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '198.19.0.0/16'] },
])

/** With any block of a VPC in `held`, none may be added from `refused`. */
export const REFUSED_BESIDE = readIn('F-ADDR-14', 'VPC', 'vpc-cidr-blocks', { held: '10.0.0.0/15', refused: '10.0.0.0/16' })

/** Where the inside block of a Connect peer must come from, by address family. */
export const CONNECT_INSIDE_BLOCKS = readIn('F-ADDR-42', 'TGW', 'tgw-connect', {
  4: { range: '169.254.0.0/16', length: 29 },
  6: { range: 'fd00::/8', length: 125 },
})

/** Inside blocks of that range that AWS keeps for itself. */
export const CONNECT_INSIDE_EXCLUDED = readIn('F-ADDR-42', 'TGW', 'tgw-connect', [
  '169.254.0.0/29',
  '169.254.1.0/29',
  '169.254.2.0/29',
  '169.254.3.0/29',
  '169.254.4.0/29',
  '169.254.5.0/29',
  '169.254.169.248/29',
])

/** Ranges of services inside every instance's reach (metadata, DNS, time): no route may lead into them. */
export const INSTANCE_SERVICE_RANGES = readIn('F-ADDR-44', 'VPC', 'subnet-route-tables', ['169.254.168.0/22', 'fd00:ec2::/32'])
