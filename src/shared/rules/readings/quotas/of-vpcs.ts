import type { DesignIndex } from '../../../document/query.ts'
import type { QuotaName } from '../../../facts/quotas.ts'
import type { ResourceId } from '../../../model/id.ts'
import { formatPrefix } from '../../../net/prefix.ts'
import { peersOf } from '../connections.ts'
import { learnedBy } from '../learned.ts'
import { destinationsOf, type Route } from '../routes.ts'
import { blocksOf } from '../vpc-blocks.ts'
import type { ResourceOf } from '../../../model/index.ts'
import { byPlace, byRegion, type EachCounter, one, type PlaceCounter } from './count.ts'

const FAMILIES = [4, 6] as const

/** What a route takes of its table, by family: a prefix list takes its maximum of entries. */
function weightOf(index: DesignIndex, route: Route, family: 4 | 6): number {
  const list = index.getOf('prefix-list', route.DestinationPrefixListId)
  if (list) return list.AddressFamily === `IPv${family}` ? (list.MaxEntries ?? list.Entries.length) : 0
  return destinationsOf(index, route).filter((block) => block.family === family).length
}

/** The virtual private gateways of its VPC that propagate into a table. */
export function propagatingInto(index: DesignIndex, table: ResourceOf<'route-table'>): readonly ResourceId[] {
  return table.PropagatingVgws.filter((id) => index.getOf('vpn-gateway', id)?.VpcAttachments.some(({ VpcId }) => VpcId === table.VpcId))
}

function propagatedInto(index: DesignIndex, table: ResourceOf<'route-table'>, family: 4 | 6): number {
  const known = propagatingInto(index, table).flatMap((id) => learnedBy(index, id).known.filter(({ prefix }) => prefix.family === family))
  return new Set(known.map(({ prefix }) => formatPrefix(prefix))).size
}

function heardBy(index: DesignIndex, server: ResourceOf<'route-server'>): number {
  const own = blocksOf(index.getOf('vpc', server.VpcId)).map(formatPrefix)
  const peers = server.Peers.flatMap(({ peer }) => index.getOf('instance', peer) ?? [])
  return new Set(peers.flatMap(({ announcedPrefixes = [] }) => (announcedPrefixes.length > 0 ? announcedPrefixes : own))).size
}

const natAddresses = ({ ConnectivityType, NatGatewayAddresses }: ResourceOf<'nat-gateway'>) => (ConnectivityType === 'private' ? 0 : NatGatewayAddresses.length)
const vpcOfNat = (index: DesignIndex, nat: ResourceOf<'nat-gateway'>) => index.getOf('vpc', nat.VpcId ?? index.getOf('subnet', nat.SubnetId)?.VpcId)

function zoneOf(index: DesignIndex, nat: ResourceOf<'nat-gateway'>): string | undefined {
  const subnet = index.getOf('subnet', nat.SubnetId)
  const zone = subnet?.AvailabilityZoneId ?? subnet?.AvailabilityZone
  const { OwnerId, Region } = vpcOfNat(index, nat) ?? {}
  return zone === undefined ? undefined : `${zone}${Region === undefined || zone.startsWith(Region) ? '' : ` in ${Region}`}${OwnerId === undefined ? '' : ` of account ${OwnerId}`}`
}

/** Quotas of VPCs and what is in them. */
export const OF_VPCS = {
  'vpcs-per-region': { places: (index) => byRegion(index.all('vpc').map((vpc) => [vpc.id, vpc])) },
  'subnets-per-vpc': { each: { vpc: (vpc, index) => one(index.childrenOf('subnet', vpc.id).length) } },
  'ipv4-cidrs-per-vpc': { each: { vpc: (vpc) => one(vpc.CidrBlocks.length) } },
  'ipv6-cidrs-per-vpc': { each: { vpc: (vpc) => one(vpc.Ipv6CidrBlocks.length) } },
  'route-tables-per-vpc': { each: { vpc: (vpc, index) => one(index.childrenOf('route-table', vpc.id).length) } },
  'static-routes-per-table': { each: { 'route-table': (table, index) => FAMILIES.map((family) => ({ what: `IPv${family}`, count: table.Routes.reduce((sum, route) => sum + weightOf(index, route, family), 0) })) } },
  'propagated-routes-per-table': { each: { 'route-table': (table, index) => FAMILIES.map((family) => ({ what: `IPv${family}`, count: propagatedInto(index, table, family) })) } },
  'internet-gateways-per-region': { places: (index) => byRegion(index.all('internet-gateway').map((gateway) => [gateway.id, gateway.Region === undefined ? index.getOf('vpc', gateway.Attachments[0]?.VpcId) : gateway])) },
  'elastic-ips-per-region': {
    places: (index) => byRegion(index.all('nat-gateway').flatMap((nat) => Array.from({ length: natAddresses(nat) }, () => [nat.id, vpcOfNat(index, nat)] as const))),
    leavesOut: 'Addresses of NAT gateways; whether the public address of an instance is an Elastic IP address a design does not say.',
  },
  'nat-gateways-per-zone': { places: (index) => byPlace(index.all('nat-gateway').filter(({ AvailabilityMode }) => AvailabilityMode === 'zonal').map((nat) => [nat.id, zoneOf(index, nat)])) },
  'addresses-per-nat-gateway': { each: { 'nat-gateway': (nat) => (nat.ConnectivityType === 'private' || nat.AvailabilityMode === 'regional' ? [] : one(natAddresses(nat))) } },
  'prefix-lists-per-region': { places: (index) => byRegion(index.all('prefix-list').filter(({ awsManaged }) => awsManaged !== true).map((list) => [list.id, list])) },
  'prefix-list-entries': { each: { 'prefix-list': (list) => (list.awsManaged === true ? [] : one(list.Entries.length)) } },
  'route-servers-per-vpc': { each: { vpc: (vpc, index) => one(index.childrenOf('route-server', vpc.id).length) } },
  'route-server-routes': { each: { 'route-server': (server, index) => one(heardBy(index, server)) } },
  'peerings-per-vpc': { each: { vpc: (vpc, index) => one(peersOf(index, vpc.id).length) } },
  'pending-peerings': { places: (index) => byRegion(index.all('vpc-peering-connection').filter(({ Status }) => Status === 'pending-acceptance').map((peering) => [peering.id, index.getOf('vpc', peering.RequesterVpcId)])) },
} satisfies { readonly [N in QuotaName]?: EachCounter | PlaceCounter }
