import { z } from 'zod'
import { cidr, commonFields, described, fieldInfo, ref } from '../field.ts'
import { defineKind } from '../kind.ts'
import { vpnTunnel } from '../vpn-tunnel.ts'

/**
 * A Site-to-Site VPN connection from a customer gateway device to a VGW or a transit gateway. On a transit gateway
 * it is its own attachment.
 */
export const vpnConnection = defineKind({
  kind: 'vpn-connection',
  label: 'VPN connection',
  plural: 'VPN connections',
  appearance: 'link',
  icon: 'resource/AmazonVPCVPNConnection',
  schema: z.strictObject({
    kind: z.literal('vpn-connection'),
    ...commonFields,
    CustomerGatewayId: ref(['customer-gateway', 'instance'], 'cascade', { label: 'Customer gateway device', help: 'A device of a site, or an appliance on EC2.' }),
    VpnGatewayId: ref(['vpn-gateway'], 'cascade', { label: 'Virtual private gateway' }).optional(),
    TransitGatewayId: ref(['transit-gateway'], 'cascade', { label: 'Transit gateway' }).optional(),
    CoreNetworkId: ref(['core-network'], 'cascade', { label: 'Core network' }).optional(),
    segment: ref(['core-network-segment'], 'clear', { label: 'Segment' }).optional(),
    /** Private addresses run over a transit virtual interface; the transport attachment is the Direct Connect gateway association (F-VPN-70). */
    OutsideIpAddressType: described(z.enum(['PublicIpv4', 'PrivateIpv4', 'Ipv6']).optional(), 'Outside addresses', 'Empty counts as public IPv4.'),
    TransportTransitGatewayAttachmentId: ref(['direct-connect-gateway-association'], 'clear', { label: 'Transport attachment' }).optional(),
    EnableAcceleration: described(z.boolean().optional(), 'Acceleration'),
    TunnelBandwidth: described(z.enum(['standard', 'large']).optional(), 'Tunnel bandwidth'),
    TunnelInsideIpVersion: described(z.enum(['ipv4', 'ipv6']).optional(), 'Inside IP version', 'One family per connection. Empty: that of the inside CIDRs, else IPv4.'),
    /** What the designer expects; the simulation shares load where AWS does, whatever is said here (F-VPN-13). */
    sharesLoad: described(z.boolean().optional(), 'Shares load (ECMP)', "What is expected of it: that traffic is spread over its tunnels and those of the site's other connections."),
    /** True when CloudWatch alarms watch its tunnels (patterns D3). */
    monitored: described(z.boolean().optional(), 'Tunnels are watched'),
    TransitGatewayAttachmentId: z.string().max(100).optional().register(fieldInfo, { hidden: true }),
    StaticRoutesOnly: described(z.boolean(), 'Static routing', 'Static routes instead of BGP.'),
    Routes: described(z.array(z.strictObject({ DestinationCidrBlock: cidr() })), 'Static routes', 'Prefixes behind the customer device; only with static routing.'),
    TunnelOptions: described(z.array(vpnTunnel).length(2), 'Tunnels'),
    /** The device that ends BGP when it is not the customer gateway itself; AWS does not allow that (F-VPN-5). */
    bgpDevice: ref(['customer-gateway'], 'clear', { label: 'BGP ends on', help: 'Leave empty: the customer gateway device itself.' }).optional(),
    /** Tunnel status and accepted routes as an import found them; evidence only, the simulation works on configuration. */
    telemetry: z
      .array(z.strictObject({ OutsideIpAddress: z.string().max(60).optional(), Status: z.string().max(30).optional(), AcceptedRouteCount: z.int().optional() }))
      .optional()
      .register(fieldInfo, { hidden: true }),
  }),
  parents: [],
  ends: [
    [{ field: 'CustomerGatewayId', kinds: ['customer-gateway', 'instance'] }],
    [
      { field: 'VpnGatewayId', kinds: ['vpn-gateway'] },
      { field: 'TransitGatewayId', kinds: ['transit-gateway'] },
      { field: 'CoreNetworkId', kinds: ['core-network'] },
    ],
  ],
  defaults: () => ({ StaticRoutesOnly: false, Routes: [], TunnelOptions: [{ configured: true }, { configured: true }] }),
})
