import { callOf, type Template } from './cloudformation-read.ts'

type Properties = Readonly<Record<string, unknown>>

const exactlyOne = (...names: string[]) => (properties: Properties) => {
  const said = names.filter((name) => name in properties)
  return said.length === 1 ? [] : [`needs exactly one of ${names.join(', ')}, has ${said.join(', ') || 'none'}`]
}

const atMostOne = (...names: string[]) => (properties: Properties) => {
  const said = names.filter((name) => name in properties)
  return said.length <= 1 ? [] : [`takes one of ${names.join(', ')}, has ${said.join(', ')}`]
}

const atLeastOne = (...names: string[]) => (properties: Properties) => (names.some((name) => name in properties) ? [] : [`needs one of ${names.join(', ')}`])

const ROUTE_TARGETS = ['CarrierGatewayId', 'CoreNetworkArn', 'EgressOnlyInternetGatewayId', 'GatewayId', 'InstanceId', 'LocalGatewayId', 'NatGatewayId', 'NetworkInterfaceId', 'TransitGatewayId', 'VpcEndpointId', 'VpcPeeringConnectionId']

const isPublicZonal = (properties: Properties) => properties['ConnectivityType'] !== 'private' && properties['AvailabilityMode'] !== 'regional'

/** What must hold between properties of a type, by the template reference; the specification does not carry it. */
const RULES: Readonly<Record<string, readonly ((properties: Properties) => string[])[]>> = {
  'AWS::EC2::VPC': [exactlyOne('CidrBlock', 'Ipv4IpamPoolId')],
  'AWS::EC2::VPCCidrBlock': [exactlyOne('CidrBlock', 'Ipv4IpamPoolId', 'AmazonProvidedIpv6CidrBlock', 'Ipv6CidrBlock', 'Ipv6IpamPoolId')],
  'AWS::EC2::Subnet': [atLeastOne('CidrBlock', 'Ipv6CidrBlock'), atMostOne('AvailabilityZone', 'AvailabilityZoneId'), (own) => ('CidrBlock' in own === (own['Ipv6Native'] !== true) ? [] : ['is IPv6-only exactly when it has no IPv4 block'])],
  'AWS::EC2::Route': [exactlyOne('DestinationCidrBlock', 'DestinationIpv6CidrBlock', 'DestinationPrefixListId'), exactlyOne(...ROUTE_TARGETS)],
  'AWS::EC2::VPCGatewayAttachment': [exactlyOne('InternetGatewayId', 'VpnGatewayId')],
  'AWS::EC2::NatGateway': [
    (own) => (own['AvailabilityMode'] === 'regional' ? exactlyOne('VpcId')(own) : exactlyOne('SubnetId')(own)),
    (own) => (isPublicZonal(own) === 'AllocationId' in own ? [] : ['has an Elastic IP exactly when it is public and zonal']),
    (own) => (own['AvailabilityMode'] === 'regional' ? atMostOne('SubnetId')({ ...own, ...('SubnetId' in own ? { VpcId: 1 } : {}) }) : []),
  ],
  'AWS::EC2::EIPAssociation': [exactlyOne('InstanceId', 'NetworkInterfaceId'), exactlyOne('AllocationId')],
  'AWS::EC2::SecurityGroupIngress': [exactlyOne('CidrIp', 'CidrIpv6', 'SourcePrefixListId', 'SourceSecurityGroupId'), exactlyOne('GroupId')],
  'AWS::EC2::SecurityGroupEgress': [exactlyOne('CidrIp', 'CidrIpv6', 'DestinationPrefixListId', 'DestinationSecurityGroupId')],
  'AWS::EC2::NetworkAclEntry': [
    exactlyOne('CidrBlock', 'Ipv6CidrBlock'),
    (own) => ([6, 17].includes(Number(own['Protocol'])) === 'PortRange' in own ? [] : ['has ports exactly for TCP and UDP']),
    (own) => ([1, 58].includes(Number(own['Protocol'])) === 'Icmp' in own ? [] : ['has an ICMP type exactly for ICMP']),
    (own) => (Number(own['RuleNumber']) <= 32_766 ? [] : ['takes numbers up to 32766']),
  ],
  'AWS::EC2::CustomerGateway': [exactlyOne('BgpAsn', 'BgpAsnExtended')],
  'AWS::EC2::VPNConnection': [atMostOne('VpnGatewayId', 'TransitGatewayId'), (own) => (((own['VpnTunnelOptionsSpecifications'] as unknown[] | undefined)?.length ?? 0) <= 2 ? [] : ['has two tunnels'])],
  'AWS::EC2::TransitGatewayRoute': [exactlyOne('Blackhole', 'TransitGatewayAttachmentId')],
  'AWS::EC2::Instance': [atLeastOne('ImageId', 'LaunchTemplate'), (own) => ('NetworkInterfaces' in own ? atMostOne('NetworkInterfaces', 'SubnetId')(own) : []), (own) => ('NetworkInterfaces' in own ? atMostOne('NetworkInterfaces', 'SourceDestCheck')(own) : [])],
  'AWS::EC2::NetworkInterface': [atMostOne('PrivateIpAddress', 'PrivateIpAddresses')],
  'AWS::EC2::VPCEndpoint': [exactlyOne('ServiceName', 'ServiceNetworkArn', 'ResourceConfigurationArn')],
  'AWS::EC2::PrefixList': [(own) => (Number(own['MaxEntries']) >= ((own['Entries'] as unknown[] | undefined)?.length ?? 0) ? [] : ['has more entries than its maximum'])],
  'AWS::DirectConnect::PrivateVirtualInterface': [exactlyOne('DirectConnectGatewayId', 'VirtualGatewayId')],
}

/** Two routes of a table for one destination, two tables for a subnet: AWS refuses the second. */
const UNIQUE: Readonly<Record<string, readonly string[]>> = {
  'AWS::EC2::Route': ['RouteTableId', 'DestinationCidrBlock', 'DestinationIpv6CidrBlock', 'DestinationPrefixListId'],
  'AWS::EC2::SubnetRouteTableAssociation': ['SubnetId'],
  'AWS::EC2::GatewayRouteTableAssociation': ['GatewayId'],
  'AWS::EC2::SubnetNetworkAclAssociation': ['SubnetId'],
  'AWS::EC2::TransitGatewayRoute': ['TransitGatewayRouteTableId', 'DestinationCidrBlock'],
  'AWS::EC2::TransitGatewayRouteTableAssociation': ['TransitGatewayAttachmentId'],
  'AWS::EC2::TransitGatewayRouteTablePropagation': ['TransitGatewayRouteTableId', 'TransitGatewayAttachmentId'],
  'AWS::EC2::NetworkAclEntry': ['NetworkAclId', 'Egress', 'RuleNumber'],
  'AWS::EC2::VPNConnectionRoute': ['VpnConnectionId', 'DestinationCidrBlock'],
  'AWS::EC2::VPCCidrBlock': ['VpcId', 'CidrBlock', 'Ipv6CidrBlock', 'AmazonProvidedIpv6CidrBlock'],
}

/** Resources that fail to create before an attachment which they do not refer to (F-CFN-3 to F-CFN-6, F-CFN-13, F-CFN-17). */
function orderErrors(template: Template): string[] {
  const attachments = Object.entries(template.Resources).filter(([, { Type }]) => Type === 'AWS::EC2::VPCGatewayAttachment')
  const vpcOf = (value: unknown) => template.Resources[String(callOf(value)?.[1])]?.Properties?.['VpcId']
  const refId = (value: unknown) => String(callOf(value)?.[1])
  return Object.entries(template.Resources).flatMap(([id, { Type, Properties = {}, DependsOn = [] }]) => {
    const before = [DependsOn].flat()
    const gateway = Properties['GatewayId'] ?? Properties['VpnGatewayId'] ?? Properties['AssociatedGatewayId']
    const needy = ['AWS::EC2::Route', 'AWS::EC2::VPNGatewayRoutePropagation', 'AWS::EC2::GatewayRouteTableAssociation', 'AWS::DirectConnect::DirectConnectGatewayAssociation'].includes(Type)
    const missing = needy && gateway !== undefined ? attachments.filter(([, entry]) => refId(entry.Properties?.['InternetGatewayId'] ?? entry.Properties?.['VpnGatewayId']) === refId(gateway)).map(([name]) => name) : []
    const transit =
      Type === 'AWS::EC2::Route' && Properties['TransitGatewayId'] !== undefined
        ? Object.entries(template.Resources).filter(([, entry]) => entry.Type === 'AWS::EC2::TransitGatewayVpcAttachment' && JSON.stringify(entry.Properties?.['VpcId']) === JSON.stringify(vpcOf(Properties['RouteTableId'])) && refId(entry.Properties?.['TransitGatewayId']) === refId(Properties['TransitGatewayId'])).map(([name]) => name)
        : []
    const nat = Type === 'AWS::EC2::NatGateway' && Properties['ConnectivityType'] === 'public' ? attachments.filter(([, entry]) => entry.Properties?.['InternetGatewayId'] !== undefined && JSON.stringify(entry.Properties['VpcId']) === JSON.stringify(Properties['VpcId'] ?? vpcOf(Properties['SubnetId']))).map(([name]) => name) : []
    const some = (names: string[]) => (names.length > 0 && !names.some((name) => before.includes(name)) ? [`${id}: lacks DependsOn ${names.join(' or ')}`] : [])
    return [...some(missing), ...some(transit), ...nat.filter((name) => !before.includes(name)).map((name) => `${id}: lacks DependsOn ${name}`)]
  })
}

/** Secrets never stand in a template (F-CFN-113). */
const SECRETS = /PreSharedKey"|AuthKey"/

export function ruleErrors(template: Template): string[] {
  const seen = new Set<string>()
  const each = Object.entries(template.Resources).flatMap(([id, { Type, Properties = {} }]) => {
    const key = UNIQUE[Type] && `${Type} ${JSON.stringify(UNIQUE[Type].map((name) => Properties[name] ?? null))}`
    const twice = key !== undefined && seen.has(key) ? [`${id}: ${key} is there twice`] : []
    if (key !== undefined) seen.add(key)
    return [...twice, ...(RULES[Type] ?? []).flatMap((rule) => rule(Properties).map((error) => `${id}: ${error}`))]
  })
  return [...each, ...orderErrors(template), ...(SECRETS.test(JSON.stringify(template)) ? ['a secret stands in the template'] : [])]
}
