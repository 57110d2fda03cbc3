import { readIn } from './fact.ts'

/** Regions without tunnels of large bandwidth (their list moves: nothing above a warning rests on it). */
export const NO_LARGE_TUNNELS = readIn('F-VPN-12', 'S2S', 'VPNTunnels', ['ap-southeast-4', 'ca-west-1', 'eu-central-2', 'il-central-1', 'me-central-1'])

/** Mbps that one tunnel carries at most, by its bandwidth option; a single flow uses one tunnel. */
export const TUNNEL_MBPS = readIn('F-VPN-10', 'S2S', 'vpn-limits', { standard: 1250, large: 5000 })

/** Largest MTU and TCP MSS of a tunnel in bytes, by phase 2 algorithms; `nat` with NAT traversal. Inner IPv6 has an MSS 20 lower. */
export const TUNNEL_SIZES = readIn('F-VPN-14', 'S2S', 'cgw-best-practice', {
  gcm: { plain: { mtu: 1446, mss: 1406 }, nat: { mtu: 1438, mss: 1398 } },
  sha256: { plain: { mtu: 1438, mss: 1398 }, nat: { mtu: 1422, mss: 1382 } },
  sha384: { plain: { mtu: 1422, mss: 1382 }, nat: { mtu: 1422, mss: 1382 } },
  sha512: { plain: { mtu: 1422, mss: 1382 }, nat: { mtu: 1406, mss: 1366 } },
})

/** Bytes that the MSS is lower by when IPv6 is carried inside. */
export const IPV6_MSS_DIFFERENCE = readIn('F-VPN-14', 'S2S', 'cgw-best-practice', 20)

/** What counts as weak when a tunnel admits it: the old versions, algorithms and groups that AWS still takes. */
export const WEAK_OPTIONS = readIn('F-VPN-20', 'S2S', 'tunnel-configure', { IKEVersions: ['ikev1'], encryption: ['AES128'], integrity: ['SHA1'], groups: [2, 5] })

/** Ranges of tunnel options, both ends inclusive; the unit is that of the option. */
export const TUNNEL_RANGES = readIn('F-VPN-26', 'S2S', 'tunnel-configure', {
  Phase1LifetimeSeconds: { least: 900, most: 28_800, unit: 's' },
  Phase2LifetimeSeconds: { least: 900, most: 3_600, unit: 's' },
  RekeyFuzzPercentage: { least: 0, most: 100, unit: '%' },
  ReplayWindowSize: { least: 64, most: 2_048, unit: 'packets' },
})

/** Defaults of the lifetimes of both phases, and the least rekey margin; the most is half of phase 2. Seconds. */
export const REKEYING = readIn('F-VPN-30', 'S2S', 'tunnel-configure', { phase1: 28_800, phase2: 3_600, leastMargin: 60 })

/** DH groups that AWS takes for each phase. */
export const DH_GROUPS = readIn('F-VPN-25', 'S2S', 'tunnel-configure', {
  Phase1DHGroupNumbers: [2, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24],
  Phase2DHGroupNumbers: [2, 5, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24],
})

/** Ports and protocols that a firewall in front of a VPN device must pass; the last only with NAT traversal. */
export const VPN_PORTS = readIn('F-VPN-41', 'S2S', 'FirewallRules', { always: ['udp-500'], plain: 'esp', natTraversal: 'udp-4500' })

/** The ASN of AWS that gateways get when nobody says otherwise. */
export const DEFAULT_AMAZON_ASN = readIn('F-VPN-43', 'S2S', 'how_it_works', 64_512)

/** Sites from which a VPN Concentrator is meant to be used, and what a tunnel to it carries at most, in Mbps. */
export const VPN_CONCENTRATOR = readIn('F-VPN-75', 'S2S', 'vpn-concentrator', { sites: 25, tunnelMbps: 100 })
