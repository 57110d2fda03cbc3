import { type DesignIndex, displayName } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Resource, ResourceOf } from '../../model/index.ts'
import type { Address } from '../../net/address.ts'
import { containsAddress, overlaps, parsePrefixes, type Prefix, sampleAddress } from '../../net/prefix.ts'

/** A stored route of a VPC route table. */
export type Route = ResourceOf<'route-table'>['Routes'][number]

/** The blocks a route is for; several when it names a prefix list, none when its destination is not known. */
export function destinationsOf(index: DesignIndex, route: Route): readonly Prefix[] {
  const list = index.getOf('prefix-list', route.DestinationPrefixListId)
  if (list) return parsePrefixes(list.Entries.map((entry) => entry.Cidr))
  return parsePrefixes([route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock].filter((cidr) => cidr !== undefined))
}

/** A route's destination as AWS shows it. */
export function destinationText(index: DesignIndex, route: Route): string {
  const list = index.getOf('prefix-list', route.DestinationPrefixListId)
  return list ? displayName(list) : (route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? 'nothing')
}

function faultOfTarget(index: DesignIndex, vpc: ResourceId, target: Resource): string | undefined {
  const name = displayName(target)
  switch (target.kind) {
    case 'internet-gateway':
      return target.Attachments.some(({ VpcId }) => VpcId === vpc) ? undefined : `${name} is not attached to the VPC`
    case 'vpn-gateway':
      return target.VpcAttachments.some(({ VpcId }) => VpcId === vpc) ? undefined : `${name} is not attached to the VPC`
    case 'transit-gateway':
      return index.links(vpc).some((link) => link.kind === 'transit-gateway-vpc-attachment' && link.TransitGatewayId === target.id) ? undefined : `the VPC is not attached to ${name}`
    case 'vpc-peering-connection':
      if (target.RequesterVpcId !== vpc && target.AccepterVpcId !== vpc) return `${name} joins other VPCs`
      return target.Status === 'pending-acceptance' ? `${name} is not accepted yet` : undefined
    case 'instance':
      return target.stopped === true ? `${name} is stopped` : undefined
    default:
      return undefined
  }
}

/** Why a route drops what it matches (F-RT-25): a reason, undefined when it does not, null when the design and AWS's word do not tell. */
export function blackholeReason(index: DesignIndex, table: ResourceOf<'route-table'>, route: Route): string | null | undefined {
  const target = index.get(route.target)
  if (target) {
    const fault = faultOfTarget(index, table.VpcId, target)
    // An import may know a transit gateway and not its attachments, which are another call's answer.
    if (fault !== undefined && target.kind === 'transit-gateway' && route.State === 'active') return null
    return fault ?? (route.State === 'blackhole' ? `AWS reports it as a blackhole (${displayName(target)})` : undefined)
  }
  if (route.targetAwsId === undefined) return 'its target is gone'
  if (route.State === undefined) return null
  return route.State === 'blackhole' ? `its target ${route.targetAwsId} is gone` : undefined
}

/** The stored route that a host of the block takes, by itself the sample host: longest prefix, a route of its own before a prefix list (F-RT-10). */
export function selectedRoute(index: DesignIndex, table: ResourceOf<'route-table'>, block: Prefix, host: Address = sampleAddress(block)): Route | undefined {
  let best: { readonly route: Route; readonly rank: number } | undefined
  for (const route of table.Routes) {
    for (const prefix of destinationsOf(index, route)) {
      const rank = prefix.length * 2 + (route.DestinationPrefixListId === undefined ? 1 : 0)
      if (containsAddress(prefix, host) && (!best || rank > best.rank)) best = { route, rank }
    }
  }
  return best?.route
}

/** True when the table sends some or all of the block to one of the targets, by a stored route or by propagation (F-RT-30). */
export function routesToward(index: DesignIndex, table: ResourceOf<'route-table'>, block: Prefix, targets: ReadonlySet<ResourceId>): boolean {
  if (table.PropagatingVgws.some((gateway) => targets.has(gateway))) return true
  return table.Routes.some((route) => {
    if (route.target === undefined || !targets.has(route.target)) return false
    return destinationsOf(index, route).some((prefix) => overlaps(prefix, block))
  })
}

/** True when the table sends a host of the block to one of the targets, by its longest stored route or by propagation (F-RT-30). */
export function leadsTo(index: DesignIndex, table: ResourceOf<'route-table'>, block: Prefix, host: Address, targets: ReadonlySet<ResourceId>): boolean {
  const target = selectedRoute(index, table, block, host)?.target
  return table.PropagatingVgws.some((gateway) => targets.has(gateway)) || (target !== undefined && targets.has(target))
}
