import { z } from 'zod'
import { awsIdentifier, flag, list, part, tags, text, whole } from '../aws-item.ts'
import { readVpnConfiguration } from '../vpn-configuration.ts'
import { defineItems, goneState } from './items.ts'
import { tunnelOptions } from './tunnel-options.ts'

const DEAD = ['deleted', 'deleting', 'rejected', 'failed']

/** Customer gateways of DescribeCustomerGateways. */
export const customerGateways = defineItems({
  type: 'CustomerGateway',
  keys: ['CustomerGateways'],
  kind: 'customer-gateway',
  schema: z.object({ CustomerGatewayId: awsIdentifier, IpAddress: text, BgpAsn: whole, BgpAsnExtended: whole, DeviceName: text, State: text, Tags: tags }),
  identify: (item) => ({ awsId: item.CustomerGatewayId, gone: goneState(item.State, ...DEAD) }),
})

/** Site-to-Site VPN connections of DescribeVpnConnections. */
export const vpnConnections = defineItems({
  type: 'VpnConnection',
  keys: ['VpnConnections'],
  kind: 'vpn-connection',
  schema: z.object({
    VpnConnectionId: awsIdentifier,
    CustomerGatewayId: text,
    VpnGatewayId: text,
    TransitGatewayId: text,
    CoreNetworkArn: text,
    CustomerGatewayConfiguration: z.string().max(1_000_000).optional().catch(undefined),
    Options: part({
      StaticRoutesOnly: flag,
      EnableAcceleration: flag,
      OutsideIpAddressType: text,
      TransportTransitGatewayAttachmentId: text,
      TunnelInsideIpVersion: text,
      TunnelBandwidth: text,
      TunnelOptions: list(tunnelOptions),
    }),
    Routes: list(z.object({ DestinationCidrBlock: text, State: text })),
    VgwTelemetry: list(z.object({ OutsideIpAddress: text, Status: text, AcceptedRouteCount: whole })),
    State: text,
    Tags: tags,
  }),
  identify: (item) => ({
    awsId: item.VpnConnectionId,
    gone:
      goneState(item.State, ...DEAD) ??
      (item.VpnGatewayId || item.TransitGatewayId ? undefined : item.CoreNetworkArn ? 'it ends on Cloud WAN, which is not modelled yet' : 'it ends on no gateway'),
  }),
})

/** True for a connection with static routes instead of BGP. */
export function isStatic(item: z.output<typeof vpnConnections.schema>): boolean {
  return item.Options?.StaticRoutesOnly ?? readVpnConfiguration(item.CustomerGatewayConfiguration ?? '').isStatic ?? false
}

/** Direct Connect gateways; global, so each Region may list the same one. */
export const directConnectGateways = defineItems({
  type: 'DirectConnectGateway',
  keys: ['DirectConnectGateways'],
  kind: 'direct-connect-gateway',
  schema: z.object({ DirectConnectGatewayId: awsIdentifier, DirectConnectGatewayName: text, AmazonSideAsn: whole, OwnerAccount: text, DirectConnectGatewayState: text, Tags: tags }),
  identify: (item) => ({ awsId: item.DirectConnectGatewayId, owner: item.OwnerAccount, region: '', shared: true, gone: goneState(item.DirectConnectGatewayState, ...DEAD) }),
})

/** Associations of Direct Connect gateways with virtual private gateways and transit gateways. */
export const directConnectAssociations = defineItems({
  type: 'DirectConnectGatewayAssociation',
  keys: ['DirectConnectGatewayAssociations'],
  kind: 'direct-connect-gateway-association',
  schema: z.object({
    AssociationId: text,
    DirectConnectGatewayId: awsIdentifier,
    DirectConnectGatewayOwnerAccount: text,
    AssociatedGateway: part({ Id: text, Type: text, OwnerAccount: text, Region: text }),
    AssociatedCoreNetwork: part({ Id: text }),
    VirtualGatewayId: text,
    AllowedPrefixesToDirectConnectGateway: list(z.object({ Cidr: text })),
    AssociationState: text,
  }),
  identify: (item) => ({
    awsId: item.AssociationId ?? `${item.DirectConnectGatewayId}-${item.AssociatedGateway?.Id ?? item.VirtualGatewayId ?? 'gateway'}`,
    owner: item.DirectConnectGatewayOwnerAccount,
    region: '',
    shared: true,
    gone:
      goneState(item.AssociationState, 'disassociating', 'disassociated') ??
      (item.AssociatedGateway?.Id || item.VirtualGatewayId ? undefined : item.AssociatedCoreNetwork ? 'it ends on Cloud WAN, which is not modelled yet' : 'it ends on no gateway'),
  }),
})

/** Virtual interfaces. With a long ASN the short field is 0 (F-API-40). */
export const virtualInterfaces = defineItems({
  type: 'VirtualInterface',
  keys: ['VirtualInterfaces'],
  kind: 'virtual-interface',
  schema: z.object({
    VirtualInterfaceId: awsIdentifier,
    VirtualInterfaceName: text,
    VirtualInterfaceType: text,
    VirtualInterfaceState: text,
    OwnerAccount: text,
    Region: text,
    ConnectionId: text,
    DirectConnectGatewayId: text,
    VirtualGatewayId: text,
    Location: text,
    AwsLogicalDeviceId: text,
    AwsDeviceV2: text,
    Vlan: whole,
    Asn: whole,
    AsnLong: whole,
    AmazonAddress: text,
    CustomerAddress: text,
    Mtu: whole,
    BgpPeers: list(z.object({ AmazonAddress: text, CustomerAddress: text, AddressFamily: text })),
    RouteFilterPrefixes: list(z.object({ Cidr: text })),
    SiteLinkEnabled: flag,
    Tags: list(z.object({ Key: z.string(), Value: z.string() })),
  }),
  identify: (item) => ({
    awsId: item.VirtualInterfaceId,
    owner: item.OwnerAccount,
    region: item.Region,
    shared: true,
    gone:
      goneState(item.VirtualInterfaceState, 'deleted', 'deleting', 'rejected') ??
      (item.VirtualInterfaceType === 'private' || item.VirtualInterfaceType === 'transit' ? undefined : `virtual interfaces of type ${item.VirtualInterfaceType ?? 'unknown'} are not modelled yet`) ??
      (item.DirectConnectGatewayId || item.VirtualGatewayId ? undefined : 'it ends on no gateway'),
  }),
})

/** Direct Connect connections (ports). */
export const connections = defineItems({
  type: 'DirectConnectConnection',
  keys: ['Connections'],
  kind: 'direct-connect-connection',
  schema: z.object({
    ConnectionId: awsIdentifier,
    ConnectionName: text,
    ConnectionState: text,
    OwnerAccount: text,
    Region: text,
    Location: text,
    Bandwidth: text,
    Vlan: whole,
    PartnerName: text,
    ProviderName: text,
    AwsLogicalDeviceId: text,
    AwsDeviceV2: text,
    MacSecCapable: flag,
    EncryptionMode: text,
    MacSecKeys: list(z.object({ State: text })),
    JumboFrameCapable: flag,
    HasLogicalRedundancy: text,
    Tags: tags,
  }),
  identify: (item) => ({ awsId: item.ConnectionId, owner: item.OwnerAccount, region: item.Region, shared: true, gone: goneState(item.ConnectionState, 'deleted', 'deleting', 'rejected') }),
})
