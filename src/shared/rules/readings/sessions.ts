import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Kind, ResourceOf } from '../../model/index.ts'

/** The resources of a kind that refer to one, each once, in order of id. */
export function referrersOf<K extends Kind>(index: DesignIndex, kind: K, id: ResourceId): ResourceOf<K>[] {
  const found = new Set<ResourceOf<K>>()
  for (const { resource } of index.referrers(id)) if (resource.kind === kind) found.add(resource as ResourceOf<K>)
  return [...found]
}

/** The VPN connections whose IPsec ends on the device. */
export function connectionsOf(index: DesignIndex, device: ResourceId): ResourceOf<'vpn-connection'>[] {
  return referrersOf(index, 'vpn-connection', device).filter((connection) => connection.CustomerGatewayId === device)
}

/** What stands for a device's place: its site, or the device itself when no site is drawn. */
export function placeOf(device: ResourceOf<'customer-gateway'>): ResourceId {
  return device.site ?? device.id
}

/** A way from a device into AWS: the gateway it ends on, and the resource that carries it (on a transit gateway: the attachment). */
export interface Session {
  readonly gateway: ResourceId
  readonly carrier: ResourceOf<'vpn-connection'> | ResourceOf<'virtual-interface'> | ResourceOf<'direct-connect-gateway-association'>
  /** The connection or virtual interface at the device. */
  readonly line: ResourceOf<'vpn-connection'> | ResourceOf<'virtual-interface'>
}

/** Every way from a device to a virtual private or transit gateway: VPN, virtual interface, or through a Direct Connect gateway. */
export function sessionsOf(index: DesignIndex, device: ResourceId): Session[] {
  const vpns = connectionsOf(index, device).flatMap((connection): Session[] => {
    const gateway = connection.VpnGatewayId ?? connection.TransitGatewayId
    return gateway === undefined ? [] : [{ gateway, carrier: connection, line: connection }]
  })
  const lines = referrersOf(index, 'virtual-interface', device).flatMap((line): Session[] => {
    if (line.VirtualGatewayId !== undefined) return [{ gateway: line.VirtualGatewayId, carrier: line, line }]
    if (line.DirectConnectGatewayId === undefined) return []
    return referrersOf(index, 'direct-connect-gateway-association', line.DirectConnectGatewayId).flatMap((carrier): Session[] => {
      const gateway = carrier.VpnGatewayId ?? carrier.TransitGatewayId
      return gateway === undefined ? [] : [{ gateway, carrier, line }]
    })
  })
  return [...vpns, ...lines]
}
