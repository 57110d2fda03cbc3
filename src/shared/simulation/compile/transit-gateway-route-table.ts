import type { ResourceOf } from '../../model/index.ts'
import { PrefixTable } from '../../net/lookup.ts'
import { parsePrefix } from '../../net/prefix.ts'
import type { FixedRoute, TransitTableFragment } from './fragment.ts'
import type { ReadingView } from './view.ts'
import { vpcPrefixes } from './vpc.ts'

/** Compiles a transit gateway route table: static routes, and the blocks of VPCs that propagate (F-TGW-27). */
export function compileTransitGatewayRouteTable(table: ResourceOf<'transit-gateway-route-table'>, view: ReadingView): TransitTableFragment {
  // An import leaves the attachment out where it is of a kind that is not modelled, or of another account.
  const isUnread = (route: (typeof table.Routes)[number]) => table.awsId !== undefined && route.blackhole !== true && route.attachment === undefined
  const routes: FixedRoute[] = table.Routes.flatMap((route) => {
    const prefix = parsePrefix(route.DestinationCidrBlock)
    return prefix ? [{ prefix, origin: 'static' as const, attachment: route.blackhole === true ? undefined : route.attachment, ...(isUnread(route) ? { unknown: true as const } : {}) }] : []
  })
  for (const id of table.Propagations) {
    const attachment = view.getOf('transit-gateway-vpc-attachment', id)
    if (attachment) for (const prefix of vpcPrefixes(view.getOf('vpc', attachment.VpcId))) routes.push({ prefix, origin: 'vpc', attachment: id })
  }
  const fixed = new PrefixTable<FixedRoute>()
  for (const route of routes) fixed.add(route.prefix, route)
  return { kind: 'transit-gateway-route-table', gateway: table.TransitGatewayId, fixed, fixedRoutes: routes, associations: table.Associations, propagations: table.Propagations }
}
