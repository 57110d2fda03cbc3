import type { ImportContext } from '../context.ts'
import { blockModeIn, cidrIn, isLeaving, nameOf } from '../fields.ts'
import { availabilityZones, subnets, vpcs } from '../items/vpc.ts'

/** Subnets. Older answers lack the zone's id, which DescribeAvailabilityZones then gives. */
export function importSubnets(context: ImportContext): void {
  const zonesInUse = new Set<unknown>()
  for (const found of context.all(subnets)) {
    const { item } = found
    const vpc = context.find(vpcs, item.VpcId, found)
    const VpcId = vpc?.id
    const zone = context.find(availabilityZones, item.AvailabilityZone, found)
    if (zone && !zonesInUse.has(zone)) {
      zonesInUse.add(zone)
      context.merge(zone, found.id)
    }
    const ipv6 = item.Ipv6CidrBlockAssociationSet.find((block) => !isLeaving(block.Ipv6CidrBlockState?.State) && cidrIn(block.Ipv6CidrBlock, 6))
    context.put(
      'subnet',
      found,
      VpcId === undefined
        ? { skip: context.missing('VPC', item.VpcId) }
        : {
            name: nameOf(found, item.Tags),
            VpcId,
            CidrBlock: item.CidrBlock || undefined,
            Ipv6CidrBlock: ipv6?.Ipv6CidrBlock,
            AvailabilityZone: item.AvailabilityZone?.slice(0, 60),
            AvailabilityZoneId: (item.AvailabilityZoneId ?? zone?.item.ZoneId)?.slice(0, 60),
            MapPublicIpOnLaunch: item.MapPublicIpOnLaunch,
            InternetGatewayBlockMode: blockModeIn(item.BlockPublicAccessStates, blockModeIn(vpc?.item.BlockPublicAccessStates)),
          },
    )
  }
  for (const zone of context.all(availabilityZones)) if (!zonesInUse.has(zone)) context.skip(zone, 'no subnet of the import lies in it')
}
