import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { ZONES_WITHOUT_GROUP_REFERENCES } from '../../facts/transit-gateway.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { peersOf } from '../readings/connections.ts'
import { type ForeignReference, foreignReferences, type SharedTransit, sharedTransits, vpcAttachmentsOf } from '../readings/group-references.ts'
import { nameOf } from '../readings/names.ts'
import { peerAttachmentsOf } from '../readings/transit-chains.ts'
import { subnetsOf } from '../readings/zones.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Report } from '../rule.ts'

type Fault = Pick<Report, 'message' | 'fixes'> & { readonly about: ResourceId }

/** Why the reference does not work over the transit gateway that both VPCs share (F-TGW-60). */
function faultOver(index: DesignIndex, { direction }: ForeignReference, { gateway, here, there }: SharedTransit): Fault | undefined {
  if (direction === 'outbound') return { message: 'outbound', about: gateway.id }
  if (gateway.SecurityGroupReferencingSupport !== 'enable') return { message: 'gateway', about: gateway.id, fixes: [fix(`Turn on security group referencing of ${displayName(gateway)}`, setField(gateway, 'SecurityGroupReferencingSupport', 'enable'))] }
  const off = [here, there].find(({ SecurityGroupReferencingSupport }) => SecurityGroupReferencingSupport === 'disable')
  if (off) return { message: 'attachment', about: off.id, fixes: [fix(`Turn on security group referencing of ${displayName(off)}`, setField(off, 'SecurityGroupReferencingSupport', 'enable'))] }
  const barred: readonly (string | undefined)[] = ZONES_WITHOUT_GROUP_REFERENCES.value
  const zonal = subnetsOf(index, [...here.SubnetIds, ...there.SubnetIds]).find(({ AvailabilityZoneId }) => AvailabilityZoneId !== undefined && barred.includes(AvailabilityZoneId))
  return zonal && { message: 'zone', about: zonal.id }
}

/** Transit gateways of the VPC that are peered with one of the other VPC. */
const isAcross = (index: DesignIndex, group: ResourceOf<'security-group'>, other: ResourceId) => {
  const far = new Set(vpcAttachmentsOf(index, other).map(({ TransitGatewayId }) => TransitGatewayId))
  return vpcAttachmentsOf(index, group.VpcId).flatMap(({ TransitGatewayId }) => peerAttachmentsOf(index, TransitGatewayId)).find(({ gateway }) => far.has(gateway))
}

function faultOf(index: DesignIndex, group: ResourceOf<'security-group'>, reference: ForeignReference): Fault | undefined {
  const other = reference.named.VpcId
  if (peersOf(index, group.VpcId).some(({ vpc }) => vpc === other)) return undefined // rules about peering speak of those
  const shared = sharedTransits(index, group.VpcId, other)
  const faults = shared.flatMap((transit) => faultOver(index, reference, transit) ?? [])
  if (shared.length > 0) return faults.length === shared.length ? faults[0] : undefined
  const across = isAcross(index, group, other)
  return across && { message: 'peering', about: across.peering.id }
}

export default defineRule({
  id: 'security-group-over-transit',
  catalogue: 'R-TGW-13',
  title: 'Security group names a group that the transit gateway does not carry',
  severity: 'error',
  profiles: ['security'],
  appliesTo: ['security-group', 'transit-gateway', 'transit-gateway-vpc-attachment'],
  why: 'Over a transit gateway, groups of another VPC can be named in inbound rules only, and only where gateway and attachments allow it. Everywhere else such a rule lets nothing through.',
  remedy: 'Turn on security group referencing, or name the address blocks instead of the group.',
  sources: [{ fact: 'F-TGW-60', checked: CHECKED }],
  messages: {
    outbound: 'An outbound rule of {group} names {named} of {vpc}; over {about} groups can be named in inbound rules only.',
    gateway: '{group} names {named} of {vpc}, but security group referencing is off on {about}.',
    attachment: '{group} names {named} of {vpc}, but security group referencing is off on {about}.',
    zone: '{group} names {named} of {vpc}, but {about} is in an Availability Zone where groups cannot be referenced over a transit gateway.',
    peering: '{group} names {named} of {vpc}, which lies behind {about}; references do not cross a transit gateway peering.',
  },
  checkEach: {
    *'security-group'(group, { index }) {
      for (const reference of foreignReferences(index, group)) {
        const fault = faultOf(index, group, reference)
        if (!fault) continue
        const slots = { group: displayName(group), named: displayName(reference.named), vpc: nameOf(index, reference.named.VpcId), about: nameOf(index, fault.about) }
        yield { message: fault.message, slots, resources: [group.id, reference.named.id, fault.about], field: reference.direction === 'inbound' ? 'IpPermissions' : 'IpPermissionsEgress', fixes: fault.fixes ?? [] }
      }
    },
  },
})
