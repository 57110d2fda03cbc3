import { readIn } from './fact.ts'

/** MTU that each type of virtual interface may have, in bytes; all but the first are jumbo frames. */
export const INTERFACE_MTUS = readIn('F-DX-23', 'DX', 'interface-set-mtu', { private: [1500, 9001], transit: [1500, 8500], public: [1500] })

/** Bandwidths, as AWS writes them, that hosted connections alone come in. */
export const HOSTED_ONLY = readIn<readonly string[]>('F-DX-2', 'DX', 'hosted_connection', ['50Mbps', '100Mbps', '200Mbps', '300Mbps', '400Mbps', '500Mbps', '2Gbps', '5Gbps', '25Gbps'])

/** The ASN that AWS has on every public virtual interface. */
export const PUBLIC_INTERFACE_ASN = readIn('F-DX-24', 'DX', 'routing-and-bgp', 7224)

/** The largest ASN that a customer may have on a virtual interface. */
export const MOST_INTERFACE_ASN = readIn('F-DX-24', 'DX', 'long-asn-support', 4_294_967_294)

/** Gbps of ports that can have MACsec, at selected locations. */
export const MACSEC_GBPS = readIn('F-DX-61', 'DX', 'MACsec', [10, 100, 400])

/** VLAN numbers of a virtual interface, both inclusive; each once per port. */
export const VLANS = readIn('F-DX-22', 'DX', 'create-vif', { least: 1, most: 4094 })

/** Prefixes of each family that may be allocated to the interfaces of one port, by Gbps of the port; of a LAG so many times its members. */
export const PORT_PREFIX_POOL = readIn('F-DX-31', 'DX', 'prefix-controls', [
  { upToGbps: 10, prefixes: 5000 },
  { upToGbps: 100, prefixes: 30_000 },
  { upToGbps: 400, prefixes: 50_000 },
])

/** Prefixes of both families together that may be allocated to the interfaces of one Direct Connect gateway. */
export const GATEWAY_PREFIX_POOL = readIn('F-DX-31', 'DX', 'prefix-controls', 10_000)

/** The most prefixes of one family that may be allocated to a private or transit interface. */
export const MOST_ALLOCATION = readIn('F-DX-31', 'DX', 'prefix-controls', 1000)

/** Gbps from which on a LAG holds fewer members. */
export const FAST_PORT_GBPS = readIn('F-DX-5', 'DX', 'lags', 100)

/** Rank of the local preference communities; higher wins, and they are judged before the AS path. */
export const COMMUNITY_RANK = readIn('F-DX-50', 'DX', 'routing-and-bgp', { '7224:7100': 1, '7224:7200': 2, '7224:7300': 3 })

/** Days that AWS keeps the history of failover tests. */
export const TEST_HISTORY_DAYS = readIn('F-DX-73', 'DX', 'resiliency_failover', 365)

/** Days that a letter of authorisation is good for, and business hours that it takes. */
export const ORDERING = readIn('F-DX-4', 'DX', 'dedicated_connection', { letterDays: 90, letterHours: 72 })

/** What AWS's resiliency models ask for, the highest target first: so many locations, each with so many AWS devices. `from` is a share of time. */
export const RESILIENCY_MODELS = readIn('F-DX-70', 'DX', 'resiliency_toolkit', [
  { from: 0.9999, locations: 2, devices: 2 },
  { from: 0.999, locations: 2, devices: 1 },
])
