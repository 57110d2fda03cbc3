import { type DesignIndex, displayName } from '../document/query.ts'
import type { ResourceId } from '../model/id.ts'
import type { ResourceOf } from '../model/index.ts'
import { deviceElement, endpointElement, locationElement, type Port, tunnelElement } from './element-names.ts'
import type { Elements } from './elements.ts'
import type { ElementId, ElementKind, FailableElement } from './types.ts'

function nameIn(index: DesignIndex, id: ResourceId): string {
  const resource = index.get(id)
  return resource ? displayName(resource) : id
}

/** Every element that can fail, each once, by kind in the order of `ElementKind`, then by id. */
export function listElements(index: DesignIndex, elements: Elements): FailableElement[] {
  const found = new Map<ElementId, FailableElement>()
  const add = (kind: ElementKind, element: ElementId, label: string, resource?: ResourceId) => {
    if (!found.has(element)) found.set(element, { element, kind, ...(resource === undefined ? {} : { resource }), label })
  }
  for (const device of index.all('customer-gateway')) add('customer-device', `customer-device:${device.id}`, displayName(device), device.id)
  for (const domain of index.all('power-domain')) add('power-domain', `power-domain:${domain.id}`, displayName(domain), domain.id)
  for (const link of index.all('isp-link')) add('isp-link', `isp-link:${link.id}`, displayName(link), link.id)
  for (const connection of index.all('vpn-connection')) {
    for (const [position, tunnel] of connection.TunnelOptions.entries()) {
      if (tunnel.configured) add('vpn-tunnel', tunnelElement(connection.id, position === 0 ? 1 : 2), `tunnel ${position + 1} of ${displayName(connection)}`, connection.id)
    }
  }
  for (const subnet of index.all('subnet')) {
    const zone = elements.zoneOf(subnet.id)
    if (zone !== undefined) add('availability-zone', zone, `Availability Zone ${subnet.AvailabilityZone ?? subnet.AvailabilityZoneId ?? zone}`)
  }
  for (const kind of ['vpc', 'vpn-gateway', 'transit-gateway'] as const) {
    for (const resource of index.all(kind)) if (resource.Region !== undefined) add('region', `region:${resource.Region}`, `Region ${resource.Region}`)
  }
  for (const instance of index.all('instance')) add('instance', `instance:${instance.id}`, displayName(instance), instance.id)
  for (const nat of index.all('nat-gateway')) if (nat.SubnetId !== undefined) add('nat-gateway', `nat-gateway:${nat.id}`, displayName(nat), nat.id)
  for (const endpoint of index.all('vpc-endpoint')) {
    for (const subnet of endpoint.VpcEndpointType === 'Gateway' ? [] : (endpoint.SubnetIds ?? [])) {
      add('endpoint-interface', endpointElement(endpoint.id, subnet), `interface of ${displayName(endpoint)} in ${nameIn(index, subnet)}`, endpoint.id)
    }
  }
  const connections: readonly (Port & Pick<ResourceOf<'direct-connect-connection'>, 'name' | 'awsId'>)[] = [...index.all('direct-connect-connection'), ...index.all('direct-connect-lag').map((lag) => ({ ...lag, ...elements.portOfLag(lag) }))]
  for (const connection of connections) add('dx-location', locationElement(connection), `Direct Connect location ${connection.Location ?? `of ${connection.name || connection.awsId || connection.id}`}`)
  for (const connection of connections) add('dx-device', deviceElement(connection), `AWS device ${connection.AwsLogicalDeviceId ?? `of ${connection.name || connection.awsId || connection.id}`}`)
  for (const connection of index.all('direct-connect-connection')) add('dx-connection', `dx-connection:${connection.id}`, displayName(connection), connection.id)
  for (const circuit of index.all('carrier-circuit')) add('carrier-circuit', `carrier-circuit:${circuit.id}`, displayName(circuit), circuit.id)
  for (const link of index.all('wan-link')) add('wan-link', `wan-link:${link.id}`, displayName(link), link.id)
  for (const server of index.all('directory')) add('directory-server', `directory-server:${server.id}`, displayName(server), server.id)
  return [...found.values()]
}
