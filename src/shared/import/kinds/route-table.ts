import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import type { Found, ImportContext } from '../context.ts'
import { cidrIn, isLeaving, nameOf, oneOf } from '../fields.ts'
import { ownerOfInterface } from '../host-interface.ts'
import { internetGateways, natGateways, vpcEndpoints, vpnGateways } from '../items/gateway.ts'
import { instances } from '../items/host.ts'
import { isPropagated, type RouteItem, routeTables } from '../items/route.ts'
import { transitGateways } from '../items/transit-gateway.ts'
import { peerings, subnets, vpcs } from '../items/vpc.ts'
import { prefixListRef } from './prefix-list.ts'

type Route = ResourceOf<'route-table'>['Routes'][number]

function targetOf(route: RouteItem, found: Found<unknown>, context: ImportContext): { readonly awsId?: string | undefined; readonly target?: ResourceId | undefined } {
  const gateway = route.GatewayId
  if (gateway) return { awsId: gateway, target: context.ref(internetGateways, gateway, found) ?? context.ref(vpnGateways, gateway, found) ?? context.ref(vpcEndpoints, gateway, found) }
  if (route.NatGatewayId) return { awsId: route.NatGatewayId, target: context.ref(natGateways, route.NatGatewayId, found) }
  if (route.TransitGatewayId) return { awsId: route.TransitGatewayId, target: context.ref(transitGateways, route.TransitGatewayId, found) }
  if (route.VpcPeeringConnectionId) return { awsId: route.VpcPeeringConnectionId, target: context.ref(peerings, route.VpcPeeringConnectionId, found) }
  if (route.NetworkInterfaceId) return { awsId: route.NetworkInterfaceId, target: ownerOfInterface(context, route.NetworkInterfaceId, found) ?? context.ref(instances, route.InstanceId, found) }
  if (route.InstanceId) return { awsId: route.InstanceId, target: context.ref(instances, route.InstanceId, found) }
  return { awsId: route.EgressOnlyInternetGatewayId ?? route.LocalGatewayId ?? route.CarrierGatewayId ?? route.CoreNetworkArn ?? route.OdbNetworkArn }
}

/** A stored route; undefined for one that the model implies (local) or computes (propagated), or that has no destination. */
function readRoute(item: RouteItem, found: Found<unknown>, context: ImportContext): Route | undefined {
  if (item.GatewayId === 'local' || isPropagated(item)) return undefined
  const note = (remark: string) => context.note(found, remark)
  const v4 = cidrIn(item.DestinationCidrBlock, 4)
  const v6 = cidrIn(item.DestinationIpv6CidrBlock, 6)
  const list = v4 || v6 ? undefined : prefixListRef(context, item.DestinationPrefixListId, found, note)
  const destination = v4 ? { DestinationCidrBlock: v4 } : v6 ? { DestinationIpv6CidrBlock: v6 } : list ? { DestinationPrefixListId: list } : undefined
  if (!destination) {
    note('a route without a readable destination is left out')
    return undefined
  }
  const { awsId, target } = targetOf(item, found, context)
  const State = oneOf(item.State, ['active', 'blackhole', 'filtered'])
  if (target) return { ...destination, target, ...(awsId ? { targetAwsId: awsId.slice(0, 200) } : {}), ...(State ? { State } : {}) }
  const isGone = awsId === undefined || context.isGone(awsId)
  if (!isGone && State !== 'blackhole') note(`the route to ${v4 ?? v6 ?? item.DestinationPrefixListId} leads to ${awsId}, which is not in the import or not modelled yet`)
  return { ...destination, ...(awsId ? { targetAwsId: awsId.slice(0, 200) } : {}), State: isGone ? 'blackhole' : (State ?? 'blackhole') }
}

/** Route tables. Local routes are implied and propagated ones computed; a route whose target is gone keeps its AWS id. */
export function importRouteTables(context: ImportContext): void {
  for (const found of context.all(routeTables)) {
    const { item } = found
    const VpcId = context.ref(vpcs, item.VpcId, found)
    if (VpcId === undefined) {
      context.skip(found, context.missing('VPC', item.VpcId))
      continue
    }
    if (item.Routes.some((route) => route.Origin === 'Advertisement')) context.note(found, 'assumed: routes from a route server are static')
    context.put('route-table', found, {
      name: nameOf(found, item.Tags),
      VpcId,
      Associations: item.Associations.filter((association) => !isLeaving(association.AssociationState?.State)).flatMap((association): ResourceOf<'route-table'>['Associations'] => {
        const SubnetId = context.ref(subnets, association.SubnetId, found)
        const GatewayId = context.ref(internetGateways, association.GatewayId, found) ?? context.ref(vpnGateways, association.GatewayId, found)
        if (SubnetId) return [{ SubnetId }]
        if (GatewayId) return [{ GatewayId }]
        return association.Main === true ? [{ Main: true }] : []
      }),
      Routes: item.Routes.flatMap((route) => readRoute(route, found, context) ?? []),
      PropagatingVgws: [...new Set(item.PropagatingVgws.flatMap((entry) => context.ref(vpnGateways, entry.GatewayId, found) ?? []))],
    })
  }
}
