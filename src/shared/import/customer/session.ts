import type { ImportContext } from '../context.ts'
import { isLeaving } from '../fields.ts'
import { vpnGateways } from '../items/gateway.ts'
import { directConnectAssociations, isStatic, virtualInterfaces, vpnConnections } from '../items/hybrid.ts'
import { transitGateways } from '../items/transit-gateway.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Device, Devices } from './device.ts'

/** A device's connection with a gateway of AWS over which prefixes become known, by configuration or by BGP. */
export interface Session {
  readonly device: Device
  /** AWS id of the virtual private gateway or transit gateway. */
  readonly gateway: string
  readonly via: 'static-vpn' | 'bgp-vpn' | 'direct-connect'
  /** The link that is the attachment of a transit gateway. */
  readonly link: ResourceId
  /** Static routes of the connection itself. */
  readonly routes: readonly string[]
}

/** All sessions whose gateway the import has. */
export function findSessions(context: ImportContext, devices: Devices): Session[] {
  const isKnown = (gateway: string | undefined): gateway is string => (context.find(vpnGateways, gateway) ?? context.find(transitGateways, gateway)) !== undefined
  const overVpn = context.all(vpnConnections).flatMap((vpn): Session[] => {
    const device = devices.ofVpn.get(vpn.awsId)
    const gateway = vpn.item.VpnGatewayId || vpn.item.TransitGatewayId
    if (!device || !isKnown(gateway)) return []
    const routes = vpn.item.Routes.flatMap((route) => (isLeaving(route.State) || !route.DestinationCidrBlock ? [] : [route.DestinationCidrBlock]))
    return [{ device, gateway, via: isStatic(vpn.item) ? 'static-vpn' : 'bgp-vpn', link: vpn.id, routes }]
  })
  const overDirectConnect = context.all(virtualInterfaces).flatMap((found): Session[] => {
    const device = devices.ofVirtualInterface.get(found.awsId)
    if (!device) return []
    const { DirectConnectGatewayId, VirtualGatewayId } = found.item
    if (!DirectConnectGatewayId) return isKnown(VirtualGatewayId) ? [{ device, gateway: VirtualGatewayId, via: 'direct-connect', link: found.id, routes: [] }] : []
    const joined = context.all(directConnectAssociations).filter(({ item }) => item.DirectConnectGatewayId === DirectConnectGatewayId)
    return joined.flatMap((association): Session[] => {
      const gateway = association.item.AssociatedGateway?.Id ?? association.item.VirtualGatewayId
      return isKnown(gateway) ? [{ device, gateway, via: 'direct-connect', link: association.id, routes: [] }] : []
    })
  })
  return [...overVpn, ...overDirectConnect]
}
