import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseDesign } from '../../../../src/shared/document/parse.ts'
import { serializeDesign } from '../../../../src/shared/document/serialize.ts'
import { importSnapshot } from '../../../../src/shared/import/import-snapshot.ts'
import { ALL_ITEMS } from '../../../../src/shared/import/registry.ts'
import type { Snapshot } from '../../../../src/shared/import/snapshot.ts'

const FIELDS = [
  'VpcId', 'SubnetId', 'GatewayId', 'TransitGatewayId', 'TransitGatewayAttachmentId', 'TransitGatewayRouteTableId', 'ResourceId', 'InstanceId', 'NetworkInterfaceId', 'CustomerGatewayId', 'VpnGatewayId', 'VpnConnectionId',
  'DirectConnectGatewayId', 'VirtualInterfaceId', 'ConnectionId', 'RouteTableId', 'InternetGatewayId', 'NatGatewayId', 'PrefixListId', 'VpcEndpointId', 'VpcPeeringConnectionId', 'GroupId', 'NetworkAclId', 'PublicIp', 'ZoneName', 'OwnerId', 'Id',
]

const name = fc.constantFrom('a', 'b', 'c', 'a b', '__proto__', 'x'.repeat(119), '')
const block = fc.constantFrom('10.0.0.0/16', '10.1.0.0/16', '0.0.0.0/0', '::/0', '2001:db8::/32', '10.0.0.0', 'nonsense', '10.0.0.1/8')
const leaf = fc.oneof(name, block, fc.constantFrom('1.2.3.4', 'available', 'deleted', 'static', 'propagated', 'vpc', 'vpn', 'direct-connect-gateway', 'transit', 'local', 'tcp'), fc.integer(), fc.boolean(), fc.constant(null))
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, fc.array(tie('value'), { maxLength: 3 }), tie('record')),
  record: fc.dictionary(fc.constantFrom('Options', 'Routes', 'Associations', 'Association', 'DestinationCidrBlock', 'DestinationPrefixListId', 'CidrBlock', 'CidrBlockAssociationSet', 'Instances', 'NetworkInterfaces', 'AccepterVpcInfo', 'RequesterVpcInfo', 'VpcAttachments', 'IpPermissions', 'Entries', 'Cidr', 'Type', 'ResourceType', 'TransitGatewayAttachments', 'AssociatedGateway', 'IpAddress', 'BgpAsn', 'Asn', 'VirtualInterfaceType', 'RouteFilterPrefixes', 'State', 'Origin', 'SubnetIds', 'Tags', 'Attachment', ...FIELDS), tie('value'), { maxKeys: 8 }),
}))

// Each item carries an id field for certain, so that most get past the first check.
const item = fc.tuple(fc.dictionary(fc.constantFrom(...FIELDS), fc.oneof(name, block), { minKeys: 6 }), value).map(([ids, more]) => (typeof more === 'object' && more !== null && !Array.isArray(more) ? { ...more, ...ids } : ids))
const source = fc.record({
  origin: fc.constantFrom('a.json', 'x/b.json'),
  account: fc.option(fc.constantFrom('111111111111', '222222222222'), { nil: undefined }),
  region: fc.option(fc.constantFrom('us-east-1', 'eu-west-1'), { nil: undefined }),
  key: fc.oneof(fc.constantFrom(...ALL_ITEMS.flatMap((items) => items.keys)), fc.constantFrom('Unknown', '__proto__', 'Lags', 'constructor')),
  items: fc.array(fc.oneof(item, value), { maxLength: 6 }),
})

it('makes a valid design and a complete report of any JSON, and never throws', () => {
  fc.assert(
    fc.property(fc.array(source, { maxLength: 12 }), (sources) => {
      const { design, report } = importSnapshot({ sources } as Snapshot, 'garbage')
      const parsed = parseDesign(JSON.parse(serializeDesign(design)))
      expect(parsed.ok ? [] : parsed.problems).toEqual([])
      expect([report.total, report.entries.length]).toEqual([report.shown + report.skipped, report.total])
      expect(report.entries.every((entry) => (entry.outcome === 'shown' ? entry.resource !== undefined : entry.reason !== undefined))).toBe(true)
    }),
    { seed: 20_260, numRuns: 600 },
  )
})
