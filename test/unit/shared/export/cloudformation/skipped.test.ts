import { describe, expect, it } from 'vitest'
import { emptyDesign } from '../../../../../src/shared/document/design.ts'
import { parseDesign } from '../../../../../src/shared/document/parse.ts'
import { exportCloudFormation } from '../../../../../src/shared/export/cloudformation/index.ts'
import { readTemplate } from '../../../../peer/cloudformation-read.ts'
import { templateErrors } from '../../../../peer/cloudformation.ts'

type Fields = Readonly<Record<string, unknown>>
const base: readonly Fields[] = [
  { kind: 'vpc', id: 'vpc:a', name: 'a', CidrBlocks: ['10.0.0.0/16'], Ipv6CidrBlocks: [] },
  { kind: 'vpc', id: 'vpc:b', name: 'b', CidrBlocks: ['10.1.0.0/16'], Ipv6CidrBlocks: [] },
  { kind: 'subnet', id: 'subnet:a', name: 'a', VpcId: 'vpc:a', CidrBlock: '10.0.0.0/24' },
  { kind: 'subnet', id: 'subnet:b', name: 'b', VpcId: 'vpc:b', CidrBlock: '10.1.0.0/24' },
  { kind: 'internet-gateway', id: 'internet-gateway:b', name: 'igw-b', Attachments: [{ VpcId: 'vpc:b' }] },
  { kind: 'vpn-gateway', id: 'vpn-gateway:loose', name: 'loose', AmazonSideAsn: 64_512, VpcAttachments: [] },
  { kind: 'transit-gateway', id: 'transit-gateway:t', name: 't', AmazonSideAsn: 64_600, TransitGatewayCidrBlocks: [], VpnEcmpSupport: 'enable', DefaultRouteTableAssociation: 'enable', DefaultRouteTablePropagation: 'enable' },
  { kind: 'nat-gateway', id: 'nat-gateway:b', name: 'nat-b', SubnetId: 'subnet:b', ConnectivityType: 'private', AvailabilityMode: 'zonal', NatGatewayAddresses: [] },
  { kind: 'direct-connect-gateway', id: 'direct-connect-gateway:g', name: 'g', AmazonSideAsn: 64_513 },
  { kind: 'customer-gateway', id: 'customer-gateway:r', name: 'r', IpAddress: '203.0.113.1', BgpAsn: 65_000, ispLinks: [], announcedPrefixes: [], bgp: true },
]

function exported(...more: readonly Fields[]) {
  const parsed = parseDesign({ ...emptyDesign('x'), resources: Object.fromEntries([...base, ...more].map((resource) => [resource['id'], resource])) })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const result = exportCloudFormation(parsed.value)
  const template = readTemplate(result.files[0]?.text ?? '')
  expect(templateErrors(template)).toEqual([])
  return { ...result, template, resources: Object.values(template.Resources) }
}

const table = (Routes: readonly Fields[], more: Fields = {}) => ({ kind: 'route-table', id: 'route-table:t', name: 't', VpcId: 'vpc:a', Associations: [], PropagatingVgws: [], ...more, Routes })
const tunnels = { TunnelOptions: [{ configured: true }, { configured: true }] }
const vpn = (fields: Fields) => ({ kind: 'vpn-connection', id: 'vpn-connection:v', name: 'v', CustomerGatewayId: 'customer-gateway:r', StaticRoutesOnly: true, Routes: [], ...tunnels, ...fields })
const vif = (fields: Fields) => ({ kind: 'virtual-interface', id: 'virtual-interface:v', name: 'v', customerRouter: 'customer-gateway:r', Vlan: 1, Asn: 65_000, ...fields })
const acl = (...Entries: readonly Fields[]) => ({ kind: 'network-acl', id: 'network-acl:n', name: 'n', VpcId: 'vpc:a', Associations: [{ SubnetId: 'subnet:b' }], Entries: Entries.map((entry) => ({ RuleNumber: 100, Egress: false, RuleAction: 'allow', Protocol: '-1', ...entry })) })
const to = (target: string, DestinationCidrBlock = '172.16.0.0/12') => ({ DestinationCidrBlock, target })

describe('what AWS would refuse', () => {
  it.each<[string, Fields, string]>([
    ['a route to nothing', table([{ DestinationCidrBlock: '172.16.0.0/12', targetAwsId: 'pcx-1' }]), 'its target pcx-1 is not in the design'],
    ['a route to a gateway of another VPC', table([to('internet-gateway:b')]), 'igw-b is not attached to the VPC'],
    ['a route to a loose gateway', table([to('vpn-gateway:loose')]), 'loose is not attached to the VPC'],
    ['a route to a transit gateway without attachment', table([to('transit-gateway:t')]), 'the VPC is not attached to t'],
    ['a route to a NAT gateway of another VPC', table([to('nat-gateway:b')]), 'nat-b is in another VPC'],
    ['a second route for a destination', table([to('internet-gateway:b', '172.16.0.1/12'), to('internet-gateway:b')], { VpcId: 'vpc:b' }), 'the table has one for it already'],
    ['a route without destination', table([{ target: 'internet-gateway:b' }]), 'it needs exactly one destination'],
    ['an association of a subnet elsewhere', table([], { Associations: [{ SubnetId: 'subnet:b' }] }), 'the subnet has another table, or is in another VPC'],
    ['propagation from a loose gateway', table([], { PropagatingVgws: ['vpn-gateway:loose'] }), 'the gateway is not attached to the VPC'],
    ['an edge table of a gateway elsewhere', table([], { Associations: [{ GatewayId: 'internet-gateway:b' }] }), 'the gateway is not attached to the VPC'],
    ['a VPN connection with two ends', vpn({ VpnGatewayId: 'vpn-gateway:loose', TransitGatewayId: 'transit-gateway:t' }), 'names both'],
    ['a static route of a BGP connection', vpn({ VpnGatewayId: 'vpn-gateway:loose', StaticRoutesOnly: false, Routes: [{ DestinationCidrBlock: '192.168.0.0/24' }] }), 'the connection uses BGP'],
    ['a static route of a connection to a transit gateway', vpn({ TransitGatewayId: 'transit-gateway:t', Routes: [{ DestinationCidrBlock: '192.168.0.0/24' }] }), 'belong in its route tables'],
    ['an IPv6 static route', vpn({ VpnGatewayId: 'vpn-gateway:loose', Routes: [{ DestinationCidrBlock: '2001:db8::/32' }] }), 'carries IPv4 only'],
    ['a peering of a VPC with itself', { kind: 'vpc-peering-connection', id: 'vpc-peering-connection:p', name: 'p', RequesterVpcId: 'vpc:a', AccepterVpcId: 'vpc:a' }, 'both of its ends are the same VPC'],
    ['a transit interface to a VGW', vif({ VirtualInterfaceType: 'transit', VirtualGatewayId: 'vpn-gateway:loose' }), 'ends on a Direct Connect gateway alone'],
    ['a private interface to nowhere', vif({ VirtualInterfaceType: 'private' }), 'either a Direct Connect gateway or a virtual private gateway'],
    ['an association with a loose VGW', { kind: 'direct-connect-gateway-association', id: 'direct-connect-gateway-association:x', name: 'x', DirectConnectGatewayId: 'direct-connect-gateway:g', VpnGatewayId: 'vpn-gateway:loose', AllowedPrefixes: [] }, 'is not attached to a VPC'],
    ['a rule without block', acl({}), 'either an IPv4 or an IPv6 block'],
    ['a rule of no protocol', acl({ Protocol: 'ip', CidrBlock: '10.0.0.0/8' }), 'ip is no protocol'],
    ['a number taken twice', acl({ CidrBlock: '10.0.0.0/8' }, { CidrBlock: '11.0.0.0/8' }), 'the number is taken'],
    ['an ACL for a subnet elsewhere', acl(), 'is in another VPC'],
  ])('%s is left out, and said', (_, resource, reason) => {
    const { skipped } = exported(resource)
    expect(skipped.filter((entry) => entry.resource === resource['id']).map((entry) => entry.reason)).toContainEqual(expect.stringContaining(reason))
  })

  it('a customer gateway that ends Direct Connect alone is no AWS object', () => {
    const { skipped } = exported(vif({ VirtualInterfaceType: 'transit', DirectConnectGatewayId: 'direct-connect-gateway:g' }))
    expect(skipped).toContainEqual({ resource: 'customer-gateway:r', reason: expect.stringContaining('Direct Connect only') as string })
  })

  it('the final deny of a network ACL is AWS’s own', () => {
    const { resources, skipped } = exported({ ...acl({ RuleNumber: 32_767, RuleAction: 'deny', CidrBlock: '0.0.0.0/0' }), Associations: [] })
    expect(resources.some(({ Type }) => Type === 'AWS::EC2::NetworkAclEntry')).toBe(false)
    expect(skipped).toEqual([])
  })
})

describe('what only people can do', () => {
  const attachment = { kind: 'transit-gateway-vpc-attachment', id: 'transit-gateway-vpc-attachment:a', name: 'att', TransitGatewayId: 'transit-gateway:t', VpcId: 'vpc:a', SubnetIds: ['subnet:a'] }
  const ids = [attachment.id, 'vpn-connection:v']
  const hub = (fields: Fields) => ({ kind: 'transit-gateway-route-table', id: 'transit-gateway-route-table:h', name: 'h', TransitGatewayId: 'transit-gateway:t', Associations: ids, Propagations: ids, Routes: [], ...fields })
  const link = vpn({ TransitGatewayId: 'transit-gateway:t', StaticRoutesOnly: false })
  const typesOf = (...more: readonly Fields[]) => exported(...more).resources.filter(({ Type }) => Type.startsWith('AWS::EC2::TransitGatewayRouteTable')).map(({ Type, Condition }) => [Type.replace('AWS::EC2::TransitGateway', ''), Condition ?? ''])

  it('is nothing when a transit gateway’s own default table is all the design asks for', () => {
    const { template, manualSteps } = exported(attachment, link, hub({}))
    expect(typesOf(attachment, link, hub({}))).toEqual([])
    expect(template.Resources['TransitGatewayT']?.Properties).toMatchObject({ DefaultRouteTableAssociation: 'enable', DefaultRouteTablePropagation: 'enable' })
    expect(manualSteps.filter((step) => step.includes('look up'))).toEqual([])
  })

  it.each([
    ['a static route', { Routes: [{ DestinationCidrBlock: '192.0.2.0/24', blackhole: true }] }],
    ['an attachment without association', { Associations: [attachment.id] }],
    ['an attachment without propagation', { Propagations: ['vpn-connection:v'] }],
  ])('is to look up the attachment of a VPN connection once %s needs a table of its own', (_, fields) => {
    const { template, manualSteps } = exported(attachment, link, hub(fields))
    expect(template.Resources['TransitGatewayT']?.Properties).toMatchObject({ DefaultRouteTableAssociation: 'disable', DefaultRouteTablePropagation: 'disable' })
    expect(manualSteps.filter((step) => step.startsWith('After the first deployment look up'))).toHaveLength(1)
    const made = typesOf(attachment, link, hub(fields))
    expect(made).toContainEqual(['RouteTable', ''])
    for (const [type, condition] of made) if (condition !== '') expect([type, condition]).toEqual([type, 'HasVpnConnectionVAttachmentId'])
    expect(made.filter(([, condition]) => condition !== '').length).toBeGreaterThan(0)
  })

  it('is an IPv6 route of a transit gateway, and a replaced local route', () => {
    const { manualSteps } = exported(attachment, hub({ Associations: [], Propagations: [], Routes: [{ DestinationCidrBlock: '2001:db8::/32', attachment: attachment.id }] }), table([to('nat-gateway:b', '10.1.0.0/16')], { VpcId: 'vpc:b' }))
    expect(manualSteps.map((step) => step.slice(0, 22))).toEqual(['Replace the local rout', 'Add the IPv6 route 200'])
  })
})
