import { type Design, emptyDesign } from '../../../../src/shared/document/design.ts'
import { applyEdit } from '../../../../src/shared/document/edit.ts'
import { parseDesign } from '../../../../src/shared/document/parse.ts'
import { layoutDesign } from '../../../../src/shared/layout/index.ts'
import { definitionOf, isKind } from '../../../../src/shared/model/index.ts'

/** A resource from its id and what matters of it; the rest are its kind's defaults. */
export type Sketch = readonly [id: string, fields: Readonly<Record<string, unknown>>]

/** A design from sketches, not laid out. */
export function sketched(name: string, sketches: readonly Sketch[]): Design {
  const resources = Object.fromEntries(
    sketches.map(([id, fields]) => {
      const kind = id.slice(0, id.indexOf(':'))
      if (!isKind(kind)) throw new Error(`no kind ${kind}`)
      return [id, { kind, id, name: id.slice(id.indexOf(':') + 1), ...definitionOf(kind).defaults(), ...fields }]
    }),
  )
  const parsed = parseDesign({ ...emptyDesign(name), resources })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}

/** The design after automatic layout. */
export function laidOut(design: Design): Design {
  const result = applyEdit(design, layoutDesign(design))
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

const zone = (vpc: string, az: string) => ({ VpcId: `vpc:${vpc}`, AvailabilityZone: `eu-central-1${az}` })

/** Pattern A1: a site with one device and one ISP link, a VPN to the VGW of a VPC with two zones. */
export const HYBRID: readonly Sketch[] = [
  ['site:hq', { name: 'Headquarters', prefixes: ['192.168.0.0/16'] }],
  ['customer-gateway:hq', { name: 'hq-router', site: 'site:hq', IpAddress: '203.0.113.17', BgpAsn: 65010 }],
  ['isp-link:hq', { name: 'Fibre', site: 'site:hq', provider: 'Telco One', bandwidthMbps: 500 }],
  ['vpc:prod', { name: 'production', Region: 'eu-central-1', CidrBlocks: ['10.0.0.0/16'] }],
  ['subnet:pub-a', { name: 'public-a', ...zone('prod', 'a'), CidrBlock: '10.0.0.0/24' }],
  ['subnet:pub-b', { name: 'public-b', ...zone('prod', 'b'), CidrBlock: '10.0.1.0/24' }],
  ['subnet:app-a', { name: 'app-a', ...zone('prod', 'a'), CidrBlock: '10.0.10.0/24' }],
  ['subnet:app-b', { name: 'app-b', ...zone('prod', 'b'), CidrBlock: '10.0.11.0/24' }],
  ['internet-gateway:prod', { name: 'prod-igw', Region: 'eu-central-1', Attachments: [{ VpcId: 'vpc:prod' }] }],
  ['nat-gateway:a', { name: 'nat-a', SubnetId: 'subnet:pub-a', NatGatewayAddresses: [{ PublicIp: '198.51.100.4' }] }],
  ['vpn-gateway:prod', { name: 'prod-vgw', Region: 'eu-central-1', VpcAttachments: [{ VpcId: 'vpc:prod' }] }],
  ['instance:web-a', { name: 'web-a', SubnetId: 'subnet:app-a', PrivateIpAddress: '10.0.10.11' }],
  ['instance:web-b', { name: 'web-b', SubnetId: 'subnet:app-b', PrivateIpAddress: '10.0.11.11' }],
  ['instance:db', { name: 'database-primary-with-a-long-name', SubnetId: 'subnet:app-a', PrivateIpAddress: '10.0.10.21' }],
  ['vpc-endpoint:s3', { name: 's3', VpcId: 'vpc:prod', ServiceName: 'com.amazonaws.eu-central-1.s3' }],
  ['vpn-connection:hq', { name: 'hq-vpn', CustomerGatewayId: 'customer-gateway:hq', VpnGatewayId: 'vpn-gateway:prod' }],
  ['route-table:pub', { VpcId: 'vpc:prod', Associations: [{ SubnetId: 'subnet:pub-a' }, { SubnetId: 'subnet:pub-b' }], Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: 'internet-gateway:prod' }] }],
  ['route-table:app', { VpcId: 'vpc:prod', Associations: [{ Main: true }], Routes: [], PropagatingVgws: ['vpn-gateway:prod'] }],
]

const spoke = (name: string, second: number): Sketch[] => [
  [`vpc:${name}`, { Region: 'us-east-1', OwnerId: '111122223333', CidrBlocks: [`10.${second}.0.0/16`] }],
  ...['a', 'b'].map((az, at): Sketch => [`subnet:${name}-${az}`, { VpcId: `vpc:${name}`, AvailabilityZone: `us-east-1${az}`, AvailabilityZoneId: `use1-az${at + 1}`, CidrBlock: `10.${second}.${at}.0/24` }]),
  [`instance:${name}-1`, { SubnetId: `subnet:${name}-a`, PrivateIpAddress: `10.${second}.0.10` }],
  [`transit-gateway-vpc-attachment:${name}`, { name: `${name}-attachment`, TransitGatewayId: 'transit-gateway:hub', VpcId: `vpc:${name}`, SubnetIds: [`subnet:${name}-a`, `subnet:${name}-b`] }],
]

/** A transit gateway with three VPCs, a data centre on Direct Connect with a VPN beside it, and a branch. */
export const HUB: readonly Sketch[] = [
  ['site:dc', { name: 'Data centre', prefixes: ['172.16.0.0/16', '172.17.0.0/16', '172.18.0.0/16'] }],
  ['customer-gateway:dc-1', { site: 'site:dc', BgpAsn: 65001, IpAddress: '203.0.113.1' }],
  ['customer-gateway:dc-2', { site: 'site:dc', BgpAsn: 65001, IpAddress: '203.0.113.2' }],
  ['isp-link:dc', { name: 'dc-isp', site: 'site:dc', bandwidthMbps: 1000 }],
  ['site:branch', { name: 'Branch', prefixes: ['192.168.7.0/24'] }],
  ['customer-gateway:branch', { site: 'site:branch', BgpAsn: 65007, IpAddress: '198.51.100.7' }],
  ['isp-link:branch', { name: 'branch-dsl', site: 'site:branch', bandwidthMbps: 100 }],
  ['direct-connect-connection:one', { name: 'dx-frankfurt', Location: 'EqFR5', Bandwidth: '1Gbps' }],
  ['direct-connect-gateway:g', { name: 'dx-gateway', AmazonSideAsn: 64513 }],
  ['virtual-interface:t', { name: 'transit-vif', VirtualInterfaceType: 'transit', ConnectionId: 'direct-connect-connection:one', customerRouter: 'customer-gateway:dc-1', DirectConnectGatewayId: 'direct-connect-gateway:g', Vlan: 301, Asn: 65001 }],
  ['transit-gateway:hub', { name: 'hub', Region: 'us-east-1', OwnerId: '111122223333' }],
  ['direct-connect-gateway-association:hub', { name: 'dxgw-hub', DirectConnectGatewayId: 'direct-connect-gateway:g', TransitGatewayId: 'transit-gateway:hub', AllowedPrefixes: ['10.0.0.0/8'] }],
  ['vpn-connection:dc', { name: 'dc-backup', CustomerGatewayId: 'customer-gateway:dc-2', TransitGatewayId: 'transit-gateway:hub' }],
  ['vpn-connection:branch', { name: 'branch-vpn', CustomerGatewayId: 'customer-gateway:branch', TransitGatewayId: 'transit-gateway:hub', StaticRoutesOnly: true, TunnelOptions: [{ configured: true }, { configured: false }] }],
  ...spoke('shared', 1),
  ...spoke('production', 2),
  ...spoke('staging', 3),
  ['vpc-peering-connection:ps', { name: 'prod-stage', RequesterVpcId: 'vpc:production', AccepterVpcId: 'vpc:staging' }],
]
