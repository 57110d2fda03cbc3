import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'

/** A rule of a security group that names a group of another VPC. */
export interface ForeignReference {
  readonly direction: 'inbound' | 'outbound'
  readonly named: ResourceOf<'security-group'>
}

/** The groups of other VPCs that a group's rules name, each once per direction. */
export function foreignReferences(index: DesignIndex, group: ResourceOf<'security-group'>): ForeignReference[] {
  const found = new Map<string, ForeignReference>()
  const directions = [['inbound', group.IpPermissions], ['outbound', group.IpPermissionsEgress]] as const
  for (const [direction, permissions] of directions) {
    for (const { GroupId } of permissions.flatMap(({ UserIdGroupPairs = [] }) => UserIdGroupPairs)) {
      const named = index.getOf('security-group', GroupId)
      if (named && named.VpcId !== group.VpcId) found.set(`${direction} ${GroupId}`, { direction, named })
    }
  }
  return [...found.values()]
}

/** A transit gateway that both VPCs are attached to, with the attachments. */
export interface SharedTransit {
  readonly gateway: ResourceOf<'transit-gateway'>
  readonly here: ResourceOf<'transit-gateway-vpc-attachment'>
  readonly there: ResourceOf<'transit-gateway-vpc-attachment'>
}

/** The attachments of a VPC. */
export const vpcAttachmentsOf = (index: DesignIndex, vpc: ResourceId): ResourceOf<'transit-gateway-vpc-attachment'>[] =>
  index.links(vpc).filter((link): link is ResourceOf<'transit-gateway-vpc-attachment'> => link.kind === 'transit-gateway-vpc-attachment')

/** The transit gateways that two VPCs share, in order of id of the first one's attachments. */
export function sharedTransits(index: DesignIndex, vpc: ResourceId, other: ResourceId): SharedTransit[] {
  const far = vpcAttachmentsOf(index, other)
  return vpcAttachmentsOf(index, vpc).flatMap((here) => {
    const there = far.find(({ TransitGatewayId }) => TransitGatewayId === here.TransitGatewayId)
    const gateway = index.getOf('transit-gateway', here.TransitGatewayId)
    return there && gateway ? [{ gateway, here, there }] : []
  })
}

/** The VPC attachments of a transit gateway. */
export const vpcAttachmentsOnGateway = (index: DesignIndex, gateway: ResourceId): ResourceOf<'transit-gateway-vpc-attachment'>[] =>
  index.links(gateway).filter((link): link is ResourceOf<'transit-gateway-vpc-attachment'> => link.kind === 'transit-gateway-vpc-attachment')
