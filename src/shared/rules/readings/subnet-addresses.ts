import type { DesignIndex } from '../../document/query.ts'
import type { Resource, ResourceOf } from '../../model/index.ts'

/** IPv4 addresses that a resource takes of a subnet that it is in, or has interfaces in. */
function takenBy(resource: Resource, subnet: ResourceOf<'subnet'>): number {
  const interfaces = (ids: readonly string[] | undefined) => (ids ?? []).filter((id) => id === subnet.id).length
  switch (resource.kind) {
    case 'instance': {
      const all = [resource, ...(resource.NetworkInterfaces ?? [])]
      return all.filter(({ SubnetId }) => SubnetId === subnet.id).reduce((sum, { SecondaryPrivateIpAddresses = [] }) => sum + 1 + SecondaryPrivateIpAddresses.length, 0)
    }
    case 'network-interface':
      return 1 + (resource.SecondaryPrivateIpAddresses?.length ?? 0)
    case 'nat-gateway':
      return resource.SubnetId === subnet.id ? Math.max(1, resource.NatGatewayAddresses.length) : 0
    case 'transit-gateway-vpc-attachment':
    case 'core-network-attachment':
    case 'load-balancer':
    case 'vpc-endpoint':
      return interfaces(resource.SubnetIds)
    case 'client-vpn-endpoint':
      return interfaces(resource.ClientVpnTargetNetworks.map(({ SubnetId }) => SubnetId))
    case 'route-server':
      return interfaces(resource.Endpoints.map(({ SubnetId }) => SubnetId))
    default:
      return 0
  }
}

/** How many IPv4 addresses of a subnet what is drawn takes at least. */
export function drawnAddresses(index: DesignIndex, subnet: ResourceOf<'subnet'>): number {
  const users = new Set(index.referrers(subnet.id).map(({ resource }) => resource))
  return [...users].reduce((sum, user) => sum + takenBy(user, subnet), 0)
}
