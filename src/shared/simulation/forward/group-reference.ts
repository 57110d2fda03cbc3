import { displayName } from '../../document/query.ts'
import { ZONES_WITHOUT_GROUP_REFERENCES } from '../../facts/transit-gateway.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import type { Context } from './context.ts'
import { forgetGroups } from './packet.ts'

const barred: readonly (string | undefined)[] = ZONES_WITHOUT_GROUP_REFERENCES.value

/** Takes the sender's groups along over one attachment of a transit gateway, or says why they are not: gateway and attachment must both allow it (F-TGW-60). */
export function followReference({ network: { index }, packet }: Context, gateway: ResourceId, attachment: ResourceOf<'transit-gateway-vpc-attachment'>): void {
  if (packet.senderGroups.length === 0) return
  const hub = index.getOf('transit-gateway', gateway)
  if (hub?.SecurityGroupReferencingSupport !== 'enable') return forgetGroups(packet, `security group referencing is off on ${hub ? displayName(hub) : gateway} (F-TGW-60)`)
  if (attachment.SecurityGroupReferencingSupport === 'disable') return forgetGroups(packet, `security group referencing is off on ${displayName(attachment)} (F-TGW-60)`)
  const zonal = attachment.SubnetIds.some((id) => barred.includes(index.getOf('subnet', id)?.AvailabilityZoneId))
  if (zonal) forgetGroups(packet, `${displayName(attachment)} has a subnet in an Availability Zone where groups cannot be referenced over a transit gateway (F-TGW-60)`)
}
