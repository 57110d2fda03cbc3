import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import type { DesignIndex } from '../query.ts'

/** One subnet of each zone of a VPC, the one with the first name: what attachments and endpoints take (F-TGW-20, F-PL-3). */
export function zonalSubnets(index: DesignIndex, vpc: ResourceId): ResourceId[] {
  const byZone = new Map<string, ResourceOf<'subnet'>>()
  for (const subnet of index.childrenOf('subnet', vpc)) {
    const zone = subnet.AvailabilityZoneId ?? subnet.AvailabilityZone ?? ''
    const known = byZone.get(zone)
    if (!known || subnet.name < known.name) byZone.set(zone, subnet)
  }
  return [...byZone.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1)).map((subnet) => subnet.id)
}
