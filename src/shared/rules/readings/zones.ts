import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'

type Subnet = ResourceOf<'subnet'>

/** True or false when the zones can be compared by name or by id, undefined when they cannot. */
export function sharesZone(a: Subnet, b: Subnet): boolean | undefined {
  if (a.id === b.id) return true
  if (a.AvailabilityZoneId !== undefined && b.AvailabilityZoneId !== undefined) return a.AvailabilityZoneId === b.AvailabilityZoneId
  if (a.AvailabilityZone !== undefined && b.AvailabilityZone !== undefined) return a.AvailabilityZone === b.AvailabilityZone
  return undefined
}

/** What people call a subnet's Availability Zone; undefined when the design does not say. */
export const zoneOf = (subnet: Subnet): string | undefined => subnet.AvailabilityZone ?? subnet.AvailabilityZoneId

/** The subnets with the ids that are there. */
export const subnetsOf = (index: DesignIndex, ids: readonly ResourceId[]): Subnet[] => ids.flatMap((id) => index.getOf('subnet', id) ?? [])

/** The zones of the subnets, each once; undefined when one of them does not say. */
export function zonesOf(subnets: readonly Subnet[]): ReadonlySet<string> | undefined {
  const zones = new Set<string>()
  for (const subnet of subnets) {
    const zone = zoneOf(subnet)
    if (zone === undefined) return undefined
    zones.add(zone)
  }
  return zones
}

/** Kinds that put an interface of their own into the subnets that they name. */
const IN_SUBNETS: readonly string[] = ['load-balancer', 'vpc-endpoint', 'client-vpn-endpoint', 'route-server', 'instance']

/** What has an interface in the subnet besides gateways' attachments, each once. */
export function tenantsOf(index: DesignIndex, subnet: ResourceId): ResourceId[] {
  const inside = index.children(subnet).map(({ id }) => id)
  const named = index.referrers(subnet).flatMap(({ resource }) => (IN_SUBNETS.includes(resource.kind) ? [resource.id] : []))
  return [...new Set([...inside, ...named])]
}

/** The subnets of a VPC that hold something, or all of them where nothing is drawn in any: where its workloads are. */
export function workloadSubnetsOf(index: DesignIndex, vpc: ResourceId): readonly Subnet[] {
  const subnets = index.childrenOf('subnet', vpc)
  const used = subnets.filter(({ id }) => tenantsOf(index, id).length > 0)
  return used.length > 0 ? used : subnets
}
