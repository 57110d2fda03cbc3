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
