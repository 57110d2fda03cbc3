import {
  DescribeAddressesCommand,
  DescribeAvailabilityZonesCommand,
  DescribeCustomerGatewaysCommand,
  DescribeInstancesCommand,
  DescribeInternetGatewaysCommand,
  DescribeManagedPrefixListsCommand,
  DescribeNatGatewaysCommand,
  DescribeNetworkAclsCommand,
  DescribeNetworkInterfacesCommand,
  DescribePrefixListsCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeTransitGatewayAttachmentsCommand,
  DescribeTransitGatewayRouteTablesCommand,
  DescribeTransitGatewaysCommand,
  DescribeTransitGatewayVpcAttachmentsCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcPeeringConnectionsCommand,
  DescribeVpcsCommand,
  DescribeVpnConnectionsCommand,
  DescribeVpnGatewaysCommand,
  type EC2Client,
} from '@aws-sdk/client-ec2'
import { DescribeConnectionsCommand, DescribeDirectConnectGatewaysCommand, DescribeVirtualInterfacesCommand, type DirectConnectClient } from '@aws-sdk/client-direct-connect'

/** The clients of one Region. */
export interface Clients {
  readonly ec2: EC2Client
  readonly directConnect: DirectConnectClient
}

/** What the SDK takes beside a command. */
export interface SendOptions {
  readonly abortSignal?: AbortSignal
}

/** Which page to ask for; calls that do not page ignore it. */
export interface Page {
  readonly NextToken?: string
}

/** One read-only call and the list in its answer that the snapshot keeps. */
export interface Call {
  /** The permission it needs, as IAM spells it. */
  readonly action: string
  readonly key: string
  /** The list in the answer, when the snapshot's key is not its name. */
  readonly list?: string
  readonly send: (clients: Clients, page: Page, options: SendOptions) => Promise<object>
}

const MaxResults = 500

/** All first calls of a Region. The first one is the probe: when it cannot be made at all, neither can the others. */
export const CALLS: readonly Call[] = [
  { action: 'ec2:DescribeVpcs', key: 'Vpcs', send: ({ ec2 }, page, o) => ec2.send(new DescribeVpcsCommand({ ...page, MaxResults }), o) },
  { action: 'ec2:DescribeAvailabilityZones', key: 'AvailabilityZones', send: ({ ec2 }, _page, o) => ec2.send(new DescribeAvailabilityZonesCommand({}), o) },
  { action: 'ec2:DescribeSubnets', key: 'Subnets', send: ({ ec2 }, page, o) => ec2.send(new DescribeSubnetsCommand({ ...page, MaxResults }), o) },
  { action: 'ec2:DescribeRouteTables', key: 'RouteTables', send: ({ ec2 }, page, o) => ec2.send(new DescribeRouteTablesCommand({ ...page, MaxResults: 100 }), o) },
  { action: 'ec2:DescribeInternetGateways', key: 'InternetGateways', send: ({ ec2 }, page, o) => ec2.send(new DescribeInternetGatewaysCommand({ ...page, MaxResults }), o) },
  { action: 'ec2:DescribeNatGateways', key: 'NatGateways', send: ({ ec2 }, page, o) => ec2.send(new DescribeNatGatewaysCommand({ ...page, MaxResults }), o) },
  { action: 'ec2:DescribeAddresses', key: 'Addresses', send: ({ ec2 }, _page, o) => ec2.send(new DescribeAddressesCommand({}), o) },
  { action: 'ec2:DescribeNetworkInterfaces', key: 'NetworkInterfaces', send: ({ ec2 }, page, o) => ec2.send(new DescribeNetworkInterfacesCommand({ ...page, MaxResults }), o) },
  { action: 'ec2:DescribeInstances', key: 'Reservations', send: ({ ec2 }, page, o) => ec2.send(new DescribeInstancesCommand({ ...page, MaxResults }), o) },
  { action: 'ec2:DescribeSecurityGroups', key: 'SecurityGroups', send: ({ ec2 }, page, o) => ec2.send(new DescribeSecurityGroupsCommand({ ...page, MaxResults }), o) },
  { action: 'ec2:DescribeNetworkAcls', key: 'NetworkAcls', send: ({ ec2 }, page, o) => ec2.send(new DescribeNetworkAclsCommand({ ...page, MaxResults }), o) },
  { action: 'ec2:DescribePrefixLists', key: 'PrefixLists', send: ({ ec2 }, page, o) => ec2.send(new DescribePrefixListsCommand({ ...page, MaxResults }), o) },
  { action: 'ec2:DescribeManagedPrefixLists', key: 'ManagedPrefixLists', list: 'PrefixLists', send: ({ ec2 }, page, o) => ec2.send(new DescribeManagedPrefixListsCommand({ ...page, MaxResults: 100 }), o) },
  { action: 'ec2:DescribeVpcPeeringConnections', key: 'VpcPeeringConnections', send: ({ ec2 }, page, o) => ec2.send(new DescribeVpcPeeringConnectionsCommand({ ...page, MaxResults }), o) },
  { action: 'ec2:DescribeVpcEndpoints', key: 'VpcEndpoints', send: ({ ec2 }, page, o) => ec2.send(new DescribeVpcEndpointsCommand({ ...page, MaxResults }), o) },
  { action: 'ec2:DescribeVpnGateways', key: 'VpnGateways', send: ({ ec2 }, _page, o) => ec2.send(new DescribeVpnGatewaysCommand({}), o) },
  { action: 'ec2:DescribeCustomerGateways', key: 'CustomerGateways', send: ({ ec2 }, _page, o) => ec2.send(new DescribeCustomerGatewaysCommand({}), o) },
  { action: 'ec2:DescribeVpnConnections', key: 'VpnConnections', send: ({ ec2 }, _page, o) => ec2.send(new DescribeVpnConnectionsCommand({}), o) },
  { action: 'ec2:DescribeTransitGateways', key: 'TransitGateways', send: ({ ec2 }, page, o) => ec2.send(new DescribeTransitGatewaysCommand({ ...page, MaxResults }), o) },
  { action: 'ec2:DescribeTransitGatewayAttachments', key: 'TransitGatewayAttachments', send: ({ ec2 }, page, o) => ec2.send(new DescribeTransitGatewayAttachmentsCommand({ ...page, MaxResults }), o) },
  { action: 'ec2:DescribeTransitGatewayVpcAttachments', key: 'TransitGatewayVpcAttachments', send: ({ ec2 }, page, o) => ec2.send(new DescribeTransitGatewayVpcAttachmentsCommand({ ...page, MaxResults }), o) },
  { action: 'ec2:DescribeTransitGatewayRouteTables', key: 'TransitGatewayRouteTables', send: ({ ec2 }, page, o) => ec2.send(new DescribeTransitGatewayRouteTablesCommand({ ...page, MaxResults }), o) },
  { action: 'directconnect:DescribeConnections', key: 'connections', send: ({ directConnect }, page, o) => directConnect.send(new DescribeConnectionsCommand(lowerCase(page)), o) },
  { action: 'directconnect:DescribeVirtualInterfaces', key: 'virtualInterfaces', send: ({ directConnect }, page, o) => directConnect.send(new DescribeVirtualInterfacesCommand(lowerCase(page)), o) },
  { action: 'directconnect:DescribeDirectConnectGateways', key: 'directConnectGateways', send: ({ directConnect }, page, o) => directConnect.send(new DescribeDirectConnectGatewaysCommand(lowerCase(page)), o) },
]

/** The page token as Direct Connect spells it. */
export function lowerCase(page: Page): { readonly nextToken?: string } {
  return page.NextToken === undefined ? {} : { nextToken: page.NextToken }
}
