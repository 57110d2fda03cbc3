import type { ResourceId } from '../../model/id.ts'
import type { ImportContext } from '../context.ts'
import { nameOf } from '../fields.ts'
import { ownerOfInterface, publicAddresses, readInterface } from '../host-interface.ts'
import { natGateways } from '../items/gateway.ts'
import { addresses, instances, networkInterfaces } from '../items/host.ts'
import { subnets } from '../items/vpc.ts'

/** NAT gateways by everything that names one of their addresses. */
function natGatewaysByAddress(context: ImportContext): ReadonlyMap<string, ResourceId> {
  const names = context.all(natGateways).flatMap(({ id, item }) => item.NatGatewayAddresses.flatMap((address) => [address.NetworkInterfaceId, address.PublicIp, address.AllocationId].map((name) => [name, id] as const)))
  return new Map(names.flatMap(([name, id]) => (name ? [[name, id]] : [])))
}

/** Interfaces that stand for nothing else: a load balancer's, a database's, a function's. Those of instances and NAT gateways are part of these. */
export function importNetworkInterfaces(context: ImportContext): void {
  const publicOf = publicAddresses(context)
  const natOf = natGatewaysByAddress(context)
  for (const found of context.all(networkInterfaces)) {
    const { item } = found
    const holder = item.Attachment?.InstanceId
    const instance = context.find(instances, holder, found)
    const nat = natOf.get(found.awsId)
    const SubnetId = context.ref(subnets, item.SubnetId, found)
    if (instance) context.merge(found, instance.id)
    else if (holder && context.isGone(holder)) context.skip(found, context.missing('instance', holder))
    else if (nat) context.merge(found, nat)
    else if (item.InterfaceType === 'nat_gateway') context.skip(found, 'it belongs to a NAT gateway that is not in the import or left out')
    else if (item.InterfaceType === 'transit_gateway') context.skip(found, 'it is the transit gateway’s own; the attachment stands for it')
    else if (SubnetId === undefined) context.skip(found, context.missing('subnet', item.SubnetId))
    else {
      context.put('network-interface', found, {
        name: nameOf(found, item.TagSet),
        SubnetId,
        Description: item.Description?.slice(0, 500) || undefined,
        ...readInterface(item, context, found, publicOf.get(found.awsId)),
      })
    }
  }
  importAddresses(context, natOf)
}

/** Elastic addresses are shown on what carries them. */
function importAddresses(context: ImportContext, natOf: ReadonlyMap<string, ResourceId>): void {
  for (const found of context.all(addresses)) {
    const { item } = found
    const nat = natOf.get(item.PublicIp) ?? natOf.get(item.AllocationId ?? '')
    const holder = nat ?? ownerOfInterface(context, item.NetworkInterfaceId, found) ?? context.ref(instances, item.InstanceId, found)
    if (holder) context.merge(found, holder)
    else context.skip(found, item.NetworkInterfaceId || item.InstanceId ? 'what it is associated with is not in the import' : 'it is not associated with anything')
  }
}
