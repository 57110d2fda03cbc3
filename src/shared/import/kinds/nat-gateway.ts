import type { ImportContext } from '../context.ts'
import { addressIn, nameOf } from '../fields.ts'
import { natGateways } from '../items/gateway.ts'
import { subnets, vpcs } from '../items/vpc.ts'

/** NAT gateways, zonal (in a subnet) and regional (in a VPC). */
export function importNatGateways(context: ImportContext): void {
  for (const found of context.all(natGateways)) {
    const { item } = found
    const regional = item.AvailabilityMode === 'regional' || !item.SubnetId
    const SubnetId = regional ? undefined : context.ref(subnets, item.SubnetId, found)
    const VpcId = regional ? context.ref(vpcs, item.VpcId, found) : undefined
    if (SubnetId === undefined && VpcId === undefined) {
      context.skip(found, regional ? context.missing('VPC', item.VpcId) : context.missing('subnet', item.SubnetId))
      continue
    }
    context.put('nat-gateway', found, {
      name: nameOf(found, item.Tags),
      SubnetId,
      VpcId,
      ConnectivityType: item.ConnectivityType === 'private' ? 'private' : 'public',
      AvailabilityMode: regional ? 'regional' : 'zonal',
      NatGatewayAddresses: item.NatGatewayAddresses.map((address) => ({
        ...(addressIn(address.PrivateIp) ? { PrivateIp: address.PrivateIp } : {}),
        ...(addressIn(address.PublicIp) ? { PublicIp: address.PublicIp } : {}),
        ...(address.AllocationId ? { AllocationId: address.AllocationId.slice(0, 100) } : {}),
      })),
    })
  }
}
