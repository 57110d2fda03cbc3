import type { ResourceOf } from '../model/index.ts'
import type { DesignIndex } from './query.ts'

/**
 * True for a public subnet: its route table sends something to an internet gateway. Where the design holds no table
 * for it, the subnet's own setting for public addresses decides.
 */
export function isPublicSubnet(index: DesignIndex, subnet: ResourceOf<'subnet'>): boolean {
  const table = index.routeTableOf(subnet)
  if (!table) return subnet.MapPublicIpOnLaunch === true
  return table.Routes.some((route) => index.get(route.target)?.kind === 'internet-gateway')
}
