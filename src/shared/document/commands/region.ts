import { boxId, type ResourceId } from '../../model/id.ts'
import { zoneBoxId } from '../groups.ts'
import type { Draft } from './draft.ts'

/** The zone of the same letter in another Region: us-east-1b -> eu-west-1b; zones that are named otherwise stay. */
export function zoneInRegion(zone: string | undefined, region: string): string | undefined {
  const letter = zone === undefined ? undefined : /^[a-z]{2}(?:-[a-z]+)+-\d([a-z])$/.exec(zone)?.[1]
  return letter === undefined ? zone : `${region}${letter}`
}

/** Renames a zone of a VPC: its subnets and its placed box. The zone id names another zone then, so it goes. */
export function renameZone(draft: Draft, vpc: ResourceId, before: string, after: string): void {
  if (before === after) return
  for (const subnet of draft.index.childrenOf('subnet', vpc)) {
    if ((subnet.AvailabilityZone ?? subnet.AvailabilityZoneId) === before) draft.update(subnet.id, { AvailabilityZone: after, AvailabilityZoneId: undefined })
  }
  const stored = draft.box(zoneBoxId(vpc, before))
  if (!stored) return
  draft.removeBox(boxId.parse(stored.id))
  draft.putBox({ ...stored, id: zoneBoxId(vpc, after), AvailabilityZone: after, AvailabilityZoneId: undefined })
}

/** Moves a VPC into a Region and account (undefined: not said): its attached gateways and the names of its zones follow. */
export function placeVpc(draft: Draft, vpc: ResourceId, Region: string | undefined, OwnerId: string | undefined): void {
  draft.update(vpc, { Region, OwnerId })
  for (const kind of ['internet-gateway', 'vpn-gateway'] as const) for (const gateway of draft.index.childrenOf(kind, vpc)) draft.update(gateway.id, { Region, OwnerId })
  if (Region === undefined) return
  const zones = new Set([
    ...draft.index.childrenOf('subnet', vpc).flatMap((subnet) => subnet.AvailabilityZone ?? []),
    ...Object.values(draft.index.design.boxes).flatMap((box) => (box.VpcId === vpc && box.AvailabilityZone ? box.AvailabilityZone : [])),
  ])
  for (const zone of zones) renameZone(draft, vpc, zone, zoneInRegion(zone, Region) ?? zone)
}
