import { describe, expect, it } from 'vitest'
import { emptyDesign } from '../../../../../src/shared/document/design.ts'
import { parseDesign } from '../../../../../src/shared/document/parse.ts'
import { exportCloudFormation } from '../../../../../src/shared/export/cloudformation/index.ts'
import { readTemplate } from '../../../../peer/cloudformation-read.ts'
import { templateErrors } from '../../../../peer/cloudformation.ts'

const vpc = { kind: 'vpc', id: 'vpc:a', name: 'a', CidrBlocks: ['10.0.0.0/16'], Ipv6CidrBlocks: [] }
const subnet = (id: string, more: object = {}) => ({ kind: 'subnet', id: `subnet:${id}`, name: id, VpcId: 'vpc:a', CidrBlock: `10.0.${id.charCodeAt(0)}.0/24`, ...more })
const table = (id: string, Routes: readonly object[]) => ({ kind: 'route-table', id: `route-table:${id}`, name: id, VpcId: 'vpc:a', Associations: [], PropagatingVgws: [], Routes })
const host = (at: string, also: readonly string[]) => ({
  kind: 'instance',
  id: 'instance:h',
  name: 'h',
  SubnetId: `subnet:${at}`,
  SecurityGroupIds: [],
  SourceDestCheck: true,
  NetworkInterfaces: also.map((id) => ({ SubnetId: `subnet:${id}`, SecurityGroupIds: [], SourceDestCheck: true })),
})

function exported(...resources: readonly { readonly id: string; readonly awsId?: string }[]) {
  const parsed = parseDesign({ ...emptyDesign('x'), resources: Object.fromEntries([vpc, ...resources].map((resource) => [resource.id, resource])) })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const { files, manualSteps } = exportCloudFormation(parsed.value)
  const template = readTemplate(files[0]?.text ?? '')
  expect(templateErrors(template)).toEqual([])
  return { properties: (id: string) => template.Resources[id]?.Properties, manualSteps }
}

describe('resources of a template', () => {
  it('an endpoint serves the tables it names and those that have a route to it', () => {
    const endpoint = { kind: 'vpc-endpoint', id: 'vpc-endpoint:e', name: 'e', VpcId: 'vpc:a', VpcEndpointType: 'Gateway', ServiceName: 'com.amazonaws.eu-west-1.s3', RouteTableIds: ['route-table:a'] }
    const list = { kind: 'prefix-list', id: 'prefix-list:l', name: 'l', AddressFamily: 'IPv4', Entries: [], awsManaged: true }
    const { properties } = exported(endpoint, list, table('a', []), table('b', [{ DestinationPrefixListId: list.id, target: endpoint.id }]), table('c', []))
    expect(properties('VpcEndpointE')?.['RouteTableIds']).toEqual([{ Ref: 'RouteTableA' }, { Ref: 'RouteTableB' }])
  })

  it('subnets without a zone take turns, those of one instance share one, a stated zone decides', () => {
    const zones = (...resources: readonly { readonly id: string }[]) => {
      const { properties } = exported(...resources)
      return ['SubnetA', 'SubnetB', 'SubnetC'].map((id) => properties(id)?.['AvailabilityZone'] ?? properties(id)?.['AvailabilityZoneId'])
    }
    const turn = (number: number) => ({ 'Fn::Select': [number, { 'Fn::GetAZs': '' }] })
    expect(zones(subnet('a'), subnet('b'), subnet('c'))).toEqual([turn(0), turn(1), turn(0)])
    expect(zones(subnet('a'), subnet('b'), subnet('c'), host('a', ['b']))).toEqual([turn(0), turn(0), turn(0)])
    expect(zones(subnet('a'), subnet('b', { AvailabilityZone: 'eu-west-1c', AvailabilityZoneId: 'euw1-az3' }), subnet('c'), host('a', ['b', 'c']))).toEqual(['eu-west-1c', 'eu-west-1c', 'eu-west-1c'])
    expect(zones(subnet('a', { AvailabilityZoneId: 'euw1-az1' }), subnet('b'), subnet('c'))).toEqual(['euw1-az1', turn(0), turn(1)])
  })

  it('a prefix list starts with a hundred entries, and people add the rest', () => {
    const list = { kind: 'prefix-list', id: 'prefix-list:l', name: 'com.amazonaws.copy', AddressFamily: 'IPv4', MaxEntries: 5, Entries: [...Array.from({ length: 120 }, (_, index) => ({ Cidr: `10.0.${index}.0/24` })), { Cidr: '2001:db8::/32' }] }
    const { properties, manualSteps } = exported(list)
    const made = properties('PrefixListComAmazonawsCopy')
    expect(made).toMatchObject({ MaxEntries: 120, PrefixListName: 'copy of com.amazonaws.copy' })
    expect(made?.['Entries']).toHaveLength(100)
    expect(manualSteps).toEqual([expect.stringContaining('beyond the first 100')])
  })

  it('an instance with a public address gets an Elastic IP, unless its subnet assigns one', () => {
    const one = { ...host('a', []), PublicIpAddress: '198.51.100.1', NetworkInterfaces: undefined }
    expect(exported(subnet('a'), one).properties('InstanceHEipAssociation')).toEqual({ AllocationId: { 'Fn::GetAtt': ['InstanceHEip', 'AllocationId'] }, InstanceId: { Ref: 'InstanceH' } })
    expect(exported(subnet('a', { MapPublicIpOnLaunch: true }), one).properties('InstanceHEip')).toBeUndefined()
  })

  it('a virtual interface never sits on a connection that the same template orders, but on its group (R-CFN-06)', () => {
    const connection = { kind: 'direct-connect-connection', id: 'direct-connect-connection:d', name: 'd', Location: 'EqDC2', Bandwidth: '10Gbps', connectionType: 'dedicated' }
    const gateway = { kind: 'direct-connect-gateway', id: 'direct-connect-gateway:g', name: 'g', AmazonSideAsn: 64_600 }
    const router = { kind: 'customer-gateway', id: 'customer-gateway:r', name: 'r', IpAddress: '203.0.113.1', BgpAsn: 65_000, ispLinks: [], announcedPrefixes: [], bgp: true }
    const vif = { kind: 'virtual-interface', id: 'virtual-interface:v', name: 'v', ConnectionId: connection.id, VirtualInterfaceType: 'private', DirectConnectGatewayId: gateway.id, customerRouter: router.id, Vlan: 100, Asn: 65_000 }
    const made = exported(router, gateway, connection, vif)
    const group = { 'Fn::GetAtt': ['DirectConnectConnectionDLag', 'LagId'] }
    expect(made.properties('DirectConnectConnectionD')).toMatchObject({ LagId: group })
    expect(made.properties('VirtualInterfaceV')).toMatchObject({ ConnectionId: group })
    // One that is there already takes interfaces itself.
    const ordered = { ...connection, awsId: 'dxcon-fg1234567' }
    const there = exported(router, gateway, ordered, vif)
    expect(there.properties('DirectConnectConnectionD')).toBeUndefined()
    expect(there.properties('VirtualInterfaceV')).toMatchObject({ ConnectionId: { Ref: 'DirectConnectConnectionDId' } })
  })

  it('a VPN connection that is watched gets an alarm, which speaks when fewer tunnels are up than the device uses', () => {
    const gateway = { kind: 'vpn-gateway', id: 'vpn-gateway:v', name: 'v', AmazonSideAsn: 64_512, VpcAttachments: [{ VpcId: 'vpc:a' }] }
    const device = { kind: 'customer-gateway', id: 'customer-gateway:c', name: 'c', IpAddress: '203.0.113.1', BgpAsn: 65_000, ispLinks: [], announcedPrefixes: [], bgp: true }
    const alarm = (monitored: boolean | undefined, ...configured: readonly boolean[]) => {
      const vpn = { kind: 'vpn-connection', id: 'vpn-connection:w', name: 'w', CustomerGatewayId: device.id, VpnGatewayId: gateway.id, StaticRoutesOnly: false, Routes: [], monitored, TunnelOptions: configured.map((use) => ({ configured: use })) }
      return exported(gateway, device, vpn).properties('VpnConnectionWTunnelAlarm')
    }
    expect(alarm(true, true, true)).toMatchObject({ Namespace: 'AWS/VPN', MetricName: 'TunnelState', Dimensions: [{ Name: 'VpnId', Value: { Ref: 'VpnConnectionW' } }], Statistic: 'Average', ComparisonOperator: 'LessThanThreshold', Threshold: 1 })
    expect(alarm(true, true, false)).toMatchObject({ Threshold: 0.5 })
    expect(alarm(undefined, true, true)).toBeUndefined()
    expect(alarm(true, false, false)).toBeUndefined()
  })

  it('a VPN connection says what it is made with, and leaves out what is AWS\'s default', () => {
    const gateway = { kind: 'transit-gateway', id: 'transit-gateway:t', name: 't', AmazonSideAsn: 64_600, TransitGatewayCidrBlocks: [], VpnEcmpSupport: 'enable', DefaultRouteTableAssociation: 'enable', DefaultRouteTablePropagation: 'enable' }
    const device = { kind: 'customer-gateway', id: 'customer-gateway:c', name: 'c', IpAddress: '203.0.113.1', BgpAsn: 65_000, ispLinks: [], announcedPrefixes: [], bgp: true }
    const vpn = { kind: 'vpn-connection', id: 'vpn-connection:w', name: 'w', CustomerGatewayId: device.id, TransitGatewayId: gateway.id, StaticRoutesOnly: false, Routes: [], TunnelOptions: [{ configured: true }, { configured: true }] }
    const made = (fields: object) => exported(gateway, device, { ...vpn, ...fields }).properties('VpnConnectionW') ?? {}
    expect(made({ EnableAcceleration: true, TunnelBandwidth: 'large', TunnelInsideIpVersion: 'ipv6', OutsideIpAddressType: 'PublicIpv4' })).toMatchObject({ EnableAcceleration: true, TunnelBandwidth: 'large', TunnelInsideIpVersion: 'ipv6', OutsideIpAddressType: 'PublicIpv4' })
    expect(Object.keys(made({ EnableAcceleration: false })).filter((name) => /Acceleration|Bandwidth|Inside|Outside/.test(name))).toEqual([])
  })

  it('what the design leaves open becomes a parameter, never a guess', () => {
    const nat = { kind: 'nat-gateway', id: 'nat-gateway:n', name: 'n', ConnectivityType: 'private', AvailabilityMode: 'zonal', NatGatewayAddresses: [] }
    const gateway = { kind: 'vpn-gateway', id: 'vpn-gateway:v', name: 'v', AmazonSideAsn: 0, VpcAttachments: [] }
    const { properties } = exported(nat, gateway, { ...subnet('a'), CidrBlock: undefined } as never)
    expect(properties('NatGatewayN')?.['SubnetId']).toEqual({ Ref: 'NatGatewayNSubnetId' })
    expect(properties('VpnGatewayV')?.['AmazonSideAsn']).toEqual({ Ref: 'VpnGatewayVAsn' })
    expect(properties('SubnetA')?.['CidrBlock']).toEqual({ Ref: 'SubnetACidrBlock' })
  })
})
