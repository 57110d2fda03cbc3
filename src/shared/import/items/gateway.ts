import { z } from 'zod'
import { awsIdentifier, list, tags, text, whole } from '../aws-item.ts'
import { defineItems, goneState } from './items.ts'

const attachments = list(z.object({ VpcId: text, State: text }))

/** Internet gateways of DescribeInternetGateways. */
export const internetGateways = defineItems({
  type: 'InternetGateway',
  keys: ['InternetGateways'],
  kind: 'internet-gateway',
  schema: z.object({ InternetGatewayId: awsIdentifier, OwnerId: text, Attachments: attachments, Tags: tags }),
  identify: (item) => ({ awsId: item.InternetGatewayId, owner: item.OwnerId }),
})

/** NAT gateways of DescribeNatGateways. */
export const natGateways = defineItems({
  type: 'NatGateway',
  keys: ['NatGateways'],
  kind: 'nat-gateway',
  schema: z.object({
    NatGatewayId: awsIdentifier,
    SubnetId: text,
    VpcId: text,
    State: text,
    ConnectivityType: text,
    AvailabilityMode: text,
    NatGatewayAddresses: list(z.object({ PrivateIp: text, PublicIp: text, AllocationId: text, NetworkInterfaceId: text })),
    Tags: tags,
  }),
  identify: (item) => ({ awsId: item.NatGatewayId, gone: goneState(item.State, 'failed', 'deleting', 'deleted') }),
})

/** Virtual private gateways of DescribeVpnGateways. */
export const vpnGateways = defineItems({
  type: 'VpnGateway',
  keys: ['VpnGateways'],
  kind: 'vpn-gateway',
  schema: z.object({ VpnGatewayId: awsIdentifier, AmazonSideAsn: whole, VpcAttachments: attachments, State: text, Tags: tags }),
  identify: (item) => ({ awsId: item.VpnGatewayId, gone: goneState(item.State, 'deleting', 'deleted') }),
})

/** Endpoints of DescribeVpcEndpoints; only gateway endpoints are shown as such. */
export const vpcEndpoints = defineItems({
  type: 'VpcEndpoint',
  keys: ['VpcEndpoints'],
  kind: 'vpc-endpoint',
  schema: z.object({
    VpcEndpointId: awsIdentifier,
    VpcEndpointType: text,
    VpcId: text,
    ServiceName: text,
    RouteTableIds: list(z.string()),
    NetworkInterfaceIds: list(z.string()),
    OwnerId: text,
    State: text,
    Tags: tags,
  }),
  identify: (item) => ({
    awsId: item.VpcEndpointId,
    owner: item.OwnerId,
    gone:
      goneState(item.State?.toLowerCase(), 'deleting', 'deleted', 'rejected', 'failed', 'expired') ??
      ((item.VpcEndpointType ?? 'Gateway') === 'Gateway' ? undefined : `it is an endpoint of type ${item.VpcEndpointType}, which is not modelled yet; its network interfaces are shown where the import has them`),
  }),
})

/** Prefix lists: DescribePrefixLists (with Cidrs), DescribeManagedPrefixLists and GetManagedPrefixListEntries with the list's id added. */
export const prefixLists = defineItems({
  type: 'PrefixList',
  keys: ['PrefixLists', 'ManagedPrefixLists', 'ManagedPrefixListEntries'],
  kind: 'prefix-list',
  schema: z.object({
    PrefixListId: awsIdentifier,
    PrefixListName: text,
    Cidrs: list(z.string()),
    Entries: list(z.object({ Cidr: z.string() })),
    AddressFamily: text,
    MaxEntries: whole,
    OwnerId: text,
    State: text,
    Tags: tags,
  }),
  identify: (item) => ({ awsId: item.PrefixListId, owner: item.OwnerId, shared: true, gone: goneState(item.State, 'delete-in-progress', 'delete-complete', 'create-failed') }),
})
