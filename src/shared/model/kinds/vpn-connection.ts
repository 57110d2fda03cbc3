import { z } from 'zod'
import { cidr, commonFields, described, fieldInfo, ip, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/** One of the two tunnels of a VPN connection (F-VPN-2). */
export const vpnTunnel = z.strictObject({
  OutsideIpAddress: described(ip().optional(), 'AWS outside address'),
  TunnelInsideCidr: described(cidr().optional(), 'Inside CIDR'),
  /** False: the customer device does not use this tunnel (R-VPN-01). */
  configured: described(z.boolean(), 'Configured on the device'),
})

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
    CustomerGatewayId: ref(['customer-gateway'], 'cascade', { label: 'Customer gateway device' }),
    VpnGatewayId: ref(['vpn-gateway'], 'cascade', { label: 'Virtual private gateway' }).optional(),
    TransitGatewayId: ref(['transit-gateway'], 'cascade', { label: 'Transit gateway' }).optional(),
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
    [{ field: 'CustomerGatewayId', kinds: ['customer-gateway'] }],
    [
      { field: 'VpnGatewayId', kinds: ['vpn-gateway'] },
      { field: 'TransitGatewayId', kinds: ['transit-gateway'] },
    ],
  ],
  defaults: () => ({ StaticRoutesOnly: false, Routes: [], TunnelOptions: [{ configured: true }, { configured: true }] }),
})
