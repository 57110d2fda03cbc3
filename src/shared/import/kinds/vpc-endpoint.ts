import type { ImportContext } from '../context.ts'
import { nameOf } from '../fields.ts'
import { prefixLists, vpcEndpoints } from '../items/gateway.ts'
import { routeTables } from '../items/route.ts'
import { vpcs } from '../items/vpc.ts'
import { prefixListRef } from './prefix-list.ts'

/** Gateway endpoints. Their service's prefix list is found by the service's name, else by the routes that lead to them. */
export function importVpcEndpoints(context: ImportContext): void {
  const listOfEndpoint = new Map<string, string>()
  for (const { item } of context.all(routeTables)) {
    for (const route of item.Routes) if (route.GatewayId && route.DestinationPrefixListId) listOfEndpoint.set(route.GatewayId, route.DestinationPrefixListId)
  }
  for (const found of context.all(vpcEndpoints)) {
    const { item } = found
    const VpcId = context.ref(vpcs, item.VpcId, found)
    if (VpcId === undefined) {
      context.skip(found, context.missing('VPC', item.VpcId))
      continue
    }
    const named = context.all(prefixLists).find((list) => list.item.PrefixListName === item.ServiceName && (list.region === undefined || found.region === undefined || list.region === found.region))
    context.put('vpc-endpoint', found, {
      name: nameOf(found, item.Tags),
      VpcId,
      VpcEndpointType: 'Gateway',
      ServiceName: (item.ServiceName ?? '').slice(0, 255),
      RouteTableIds: item.RouteTableIds.flatMap((id) => context.ref(routeTables, id, found) ?? []),
      prefixList: named?.id ?? prefixListRef(context, listOfEndpoint.get(found.awsId), found, (remark) => context.note(found, remark)),
    })
  }
}
