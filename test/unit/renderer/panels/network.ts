import { emptyDesign, type Design } from '../../../../src/shared/document/design.ts'
import { parseDesign } from '../../../../src/shared/document/parse.ts'
import { type DesignIndex, indexOf } from '../../../../src/shared/document/query.ts'
import type { ResourceId } from '../../../../src/shared/model/id.ts'

/** A resource id of the tests' network. */
export const at = (id: string) => id as ResourceId

const subnet = (id: string, name: string, VpcId: string, CidrBlock: string) => ({ kind: 'subnet', id, name, VpcId, CidrBlock, AvailabilityZone: 'eu-west-1a' })
const table = (id: string, name: string, VpcId: string, Associations: unknown[]) => ({ kind: 'route-table', id, name, VpcId, Associations, Routes: [], PropagatingVgws: [] })

const RESOURCES = [
  { kind: 'site', id: 'site:hq', name: 'HQ', prefixes: ['192.168.0.0/16'] },
  { kind: 'customer-gateway', id: 'customer-gateway:a', name: 'Router', site: 'site:hq', IpAddress: '203.0.113.1', BgpAsn: 65010, ispLinks: [], announcedPrefixes: [], bgp: true },
  { kind: 'vpc', id: 'vpc:prod', name: 'Prod', OwnerId: '111122223333', Region: 'eu-west-1', CidrBlocks: ['10.0.0.0/16'], Ipv6CidrBlocks: [] },
  { kind: 'vpc', id: 'vpc:dev', name: 'Dev', Region: 'eu-west-1', CidrBlocks: ['10.1.0.0/16'], Ipv6CidrBlocks: [] },
  subnet('subnet:app', 'App', 'vpc:prod', '10.0.0.0/24'),
  subnet('subnet:data', 'Data', 'vpc:prod', '10.0.1.0/24'),
  subnet('subnet:dev-app', 'App', 'vpc:dev', '10.1.0.0/24'),
  { kind: 'instance', id: 'instance:web', name: 'web', SubnetId: 'subnet:app', PrivateIpAddress: '10.0.0.10', SecurityGroupIds: ['security-group:web'], SourceDestCheck: true },
  { kind: 'security-group', id: 'security-group:web', name: 'web-sg', VpcId: 'vpc:prod', IpPermissions: [], IpPermissionsEgress: [] },
  { kind: 'security-group', id: 'security-group:dev', name: 'dev', VpcId: 'vpc:dev', IpPermissions: [], IpPermissionsEgress: [] },
  table('route-table:main', 'Main', 'vpc:prod', [{ Main: true }]),
  table('route-table:app', 'App routes', 'vpc:prod', [{ SubnetId: 'subnet:app' }]),
  { kind: 'vpn-gateway', id: 'vpn-gateway:prod', name: 'VGW', Region: 'eu-west-1', AmazonSideAsn: 64512, VpcAttachments: [{ VpcId: 'vpc:prod' }] },
  { kind: 'vpn-connection', id: 'vpn-connection:a', name: 'VPN', CustomerGatewayId: 'customer-gateway:a', VpnGatewayId: 'vpn-gateway:prod', StaticRoutesOnly: false, Routes: [], TunnelOptions: [{ configured: true }, { configured: true }] },
]

/** A small network: a site with a router, a VPN into one VPC, and another VPC beside it. */
export function network(): Design {
  const parsed = parseDesign({ ...emptyDesign('Network'), resources: Object.fromEntries(RESOURCES.map((resource) => [resource.id, resource])) })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}

/** The index of a fresh network. */
export const networkIndex = (): DesignIndex => indexOf(network())
