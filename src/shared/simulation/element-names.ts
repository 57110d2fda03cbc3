import type { ResourceId } from '../model/id.ts'
import type { ResourceOf } from '../model/index.ts'
import type { ElementId } from './types.ts'

/** The element of one tunnel of a VPN connection. */
export function tunnelElement(connection: ResourceId, tunnel: 1 | 2): ElementId {
  return `vpn-tunnel:${connection}/${tunnel}`
}

/** The element of an interface or Gateway Load Balancer endpoint's interface in one subnet. */
export function endpointElement(endpoint: ResourceId, subnet: ResourceId): ElementId {
  return `endpoint-interface:${endpoint}/${subnet}`
}

/** A port at a Direct Connect location: a connection's, or the one that a LAG bundles. */
export type Port = Pick<ResourceOf<'direct-connect-connection'>, 'id' | 'Location' | 'AwsLogicalDeviceId'>

/** The element of the location of a port. One that states none still ends at one: until it is named, at one of its own. */
export function locationElement(connection: Port): ElementId {
  return `dx-location:${connection.Location ?? connection.id}`
}

/** The element of the AWS device of a port; one of its own until it is named. */
export function deviceElement(connection: Port): ElementId {
  return connection.AwsLogicalDeviceId === undefined ? `dx-device:${connection.id}` : `dx-device:${connection.Location ?? '-'}/${connection.AwsLogicalDeviceId}`
}

/**
 * A regional service that AWS commits to as a whole (a transit gateway, both tunnels of a VPN connection). It is redundant by
 * design, so it is listed nowhere as something that fails; its commitment still counts in an availability.
 */
export function serviceElement(id: ResourceId): ElementId {
  return `service:${id}`
}

/** What an element is, by its name: an `ElementKind`, or `service`. */
export const kindOfElement = (element: ElementId): string => element.slice(0, element.indexOf(':'))
