import type { ResourceId } from '../../../../src/shared/model/id.ts'
import type { Builder, BuiltSite, BuiltVpc } from '../build.ts'

/** The list's entry at a random number; every list here has at least one. */
export const at = <T>(list: readonly T[], number: number): T => list[number % list.length] as T // never empty

/** The network of a /16 that a VPC's subnets are cut from: `10.3` of 10.3.0.0/16. */
export const netOf = (vpc: BuiltVpc): string => (vpc.cidrs[0] ?? '').split('.').slice(0, 2).join('.')

/** At least so many sites; those added have one device, one prefix and a line to the internet. */
export function sitesOf(builder: Builder, count: number): readonly BuiltSite[] {
  while (builder.sites.length < count) {
    const number = 90 + builder.sites.length
    const prefixes = [`192.168.${number}.0/24`]
    const id = builder.add('site', `site${number}`, { prefixes, siteType: 'branch' })
    builder.add('isp-link', `site${number}-isp`, { site: id, provider: 'isp' })
    const device = builder.add('customer-gateway', `site${number}-cgw`, { ...builder.place('us-east-1'), site: id, IpAddress: `203.0.113.${number}`, BgpAsn: 65_000 + number, ispLinks: [], announcedPrefixes: [], bgp: true })
    builder.sites.push({ id, prefixes, devices: [device] })
  }
  return builder.sites
}

/** Any device of the sites. */
export function deviceOf(builder: Builder, number: number): ResourceId {
  return at(sitesOf(builder, 1).flatMap(({ devices }) => devices), number)
}

/** A subnet for what must be reached from the internet, with a table that leads there. The VPC gets an internet gateway if it has none. */
export function edgeOf(builder: Builder, vpc: BuiltVpc): { readonly id: ResourceId; readonly net: string; readonly table: ResourceId } {
  const name = vpc.id.replace('vpc:', '')
  const net = `${netOf(vpc)}.200`
  const id: ResourceId = `subnet:${name}-edge` as ResourceId
  const table = `route-table:${name}-out` as ResourceId
  if (!builder.resources[id]) {
    builder.addTable(vpc.id, `${name}-out`, false)
    builder.add('subnet', `${name}-edge`, { VpcId: vpc.id, CidrBlock: `${net}.0/24`, AvailabilityZone: `${vpc.region}a`, MapPublicIpOnLaunch: true })
    builder.associate(table, { SubnetId: id })
    vpc.tables.push(table)
    vpc.internetGateway ??= builder.add('internet-gateway', `${name}-igw`, { ...builder.place(vpc.region), Attachments: [{ VpcId: vpc.id }] })
    builder.route(table, { DestinationCidrBlock: '0.0.0.0/0', target: vpc.internetGateway })
  }
  return { id, net, table }
}

/** One subnet of each zone that the VPC uses, as attachments, endpoints and load balancers want them. */
export function perZone(vpc: BuiltVpc, most: number): ResourceId[] {
  return [...new Map(vpc.subnets.map((subnet) => [subnet.zone, subnet.id])).values()].slice(0, most)
}

/** Sets fields of something that is already there. */
export function change(builder: Builder, id: string, fields: Record<string, unknown>): void {
  Object.assign(builder.resources[id] ?? {}, fields)
}

/** The ASN that a router has, as AWS must expect it. */
export const asnOf = (builder: Builder, router: string): unknown => builder.resources[router]?.['BgpAsn']
