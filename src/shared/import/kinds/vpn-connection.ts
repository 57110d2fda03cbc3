import type { CustomerNetwork } from '../customer/network.ts'
import type { Found, ImportContext } from '../context.ts'
import { addressIn, cidrIn, isLeaving, nameOf, oneOf, unique } from '../fields.ts'
import { vpnGateways } from '../items/gateway.ts'
import { directConnectAssociations, isStatic, vpnConnections } from '../items/hybrid.ts'
import { tunnelOptions } from '../items/tunnel-options.ts'
import { transitGateways } from '../items/transit-gateway.ts'
import { AttachmentIndex } from '../tgw-attachments.ts'
import { type ConfiguredTunnel, readVpnConfiguration } from '../vpn-configuration.ts'
import { readTunnelOptions } from './vpn-tunnel.ts'

type VpnItem = Parameters<typeof vpnConnections.identify>[0]

function tunnelsOf(found: Found<VpnItem>, context: ImportContext) {
  const { Options, CustomerGatewayConfiguration, VgwTelemetry } = found.item
  const options = Options?.TunnelOptions ?? []
  const configured = readVpnConfiguration(CustomerGatewayConfiguration ?? '').tunnels
  const described: readonly ConfiguredTunnel[] = options.length > 0 ? (options as readonly ConfiguredTunnel[]) : configured.length > 0 ? configured : (VgwTelemetry as readonly ConfiguredTunnel[])
  const insideOf = (tunnel: ConfiguredTunnel) => cidrIn(tunnel.TunnelInsideCidr) ?? configured.find((other) => other.OutsideIpAddress === tunnel.OutsideIpAddress)?.TunnelInsideCidr
  const isOne = described.length === 1
  if (described.length === 0) context.note(found, 'assumed: both tunnels are configured on the device, because the import does not describe them')
  if (isOne) context.note(found, 'only one tunnel is described: the other counts as not configured on the device')
  return [0, 1].map((index) => {
    const tunnel = described[index] ?? {}
    const outside = addressIn(tunnel.OutsideIpAddress)
    const stated = options[index] ?? tunnelOptions.parse({})
    const inside = (Options?.TunnelInsideIpVersion === 'ipv6' ? cidrIn(stated.TunnelInsideIpv6Cidr, 6) : undefined) ?? cidrIn(insideOf(tunnel))
    return { ...readTunnelOptions(stated), ...(outside ? { OutsideIpAddress: outside } : {}), ...(inside ? { TunnelInsideCidr: inside } : {}), configured: !(isOne && index === 1) }
  })
}

/** The Direct Connect gateway association that a connection over private addresses runs over. */
function transportOf(found: Found<VpnItem>, context: ImportContext, index: AttachmentIndex) {
  const TransitGatewayAttachmentId = found.item.Options?.TransportTransitGatewayAttachmentId
  if (!TransitGatewayAttachmentId) return undefined
  const transport = index.find({ TransitGatewayAttachmentId, ResourceId: undefined, ResourceType: undefined, State: undefined }, found.item.TransitGatewayId ?? '')
  const association = context.all(directConnectAssociations).find(({ id }) => id === transport?.id)
  if (!association) context.note(found, `its transport attachment ${TransitGatewayAttachmentId.slice(0, 60)} is not in the import`)
  return association?.id
}

/** VPN connections to virtual private gateways and transit gateways. Tunnel status is kept as evidence only. */
export function importVpnConnections(context: ImportContext, network: CustomerNetwork): void {
  const index = new AttachmentIndex(context)
  for (const found of context.all(vpnConnections)) {
    const { item } = found
    const device = network.deviceOf(found.awsId)
    const VpnGatewayId = context.ref(vpnGateways, item.VpnGatewayId, found)
    const TransitGatewayId = VpnGatewayId ? undefined : context.ref(transitGateways, item.TransitGatewayId, found)
    if (!device || !(VpnGatewayId ?? TransitGatewayId)) {
      context.skip(found, device ? context.missing('gateway', item.VpnGatewayId || item.TransitGatewayId) : context.missing('customer gateway', item.CustomerGatewayId))
      continue
    }
    const routes = item.Routes.filter((route) => !isLeaving(route.State)).map((route) => cidrIn(route.DestinationCidrBlock))
    const { Options } = item
    const telemetry = item.VgwTelemetry.map((entry) => ({
      ...(entry.OutsideIpAddress ? { OutsideIpAddress: entry.OutsideIpAddress.slice(0, 60) } : {}),
      ...(entry.Status ? { Status: entry.Status.slice(0, 30) } : {}),
      ...(entry.AcceptedRouteCount === undefined ? {} : { AcceptedRouteCount: entry.AcceptedRouteCount }),
    }))
    context.put('vpn-connection', found, {
      name: nameOf(found, item.Tags),
      CustomerGatewayId: device.id,
      VpnGatewayId,
      TransitGatewayId,
      TransitGatewayAttachmentId: index.attachmentIdOf(found.id)?.slice(0, 100),
      OutsideIpAddressType: oneOf(Options?.OutsideIpAddressType, ['PublicIpv4', 'PrivateIpv4', 'Ipv6']),
      TransportTransitGatewayAttachmentId: transportOf(found, context, index),
      EnableAcceleration: Options?.EnableAcceleration === true ? true : undefined,
      TunnelBandwidth: oneOf(Options?.TunnelBandwidth, ['standard', 'large']),
      TunnelInsideIpVersion: oneOf(Options?.TunnelInsideIpVersion, ['ipv4', 'ipv6']),
      StaticRoutesOnly: isStatic(item),
      Routes: unique(routes).map((DestinationCidrBlock) => ({ DestinationCidrBlock })),
      TunnelOptions: tunnelsOf(found, context),
      telemetry: telemetry.length === 0 ? undefined : telemetry,
    })
  }
}
