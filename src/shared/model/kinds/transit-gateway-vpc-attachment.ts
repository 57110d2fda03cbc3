import { z } from 'zod'
import { commonFields, described, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/** Attachment of a VPC to a transit gateway, with one subnet per Availability Zone in use (F-TGW-20). */
export const transitGatewayVpcAttachment = defineKind({
  kind: 'transit-gateway-vpc-attachment',
  label: 'Transit gateway VPC attachment',
  plural: 'Transit gateway VPC attachments',
  appearance: 'link',
  icon: 'resource/AWSTransitGatewayAttachment',
  schema: z.strictObject({
    kind: z.literal('transit-gateway-vpc-attachment'),
    ...commonFields,
    TransitGatewayId: ref(['transit-gateway'], 'cascade', { label: 'Transit gateway' }),
    VpcId: ref(['vpc'], 'cascade', { label: 'VPC' }),
    SubnetIds: described(z.array(ref(['subnet'], 'drop-entry')), 'Attachment subnets', 'One per Availability Zone that sends to the transit gateway.'),
    ApplianceModeSupport: described(z.enum(['enable', 'disable']).optional(), 'Appliance mode'),
    SecurityGroupReferencingSupport: described(z.enum(['enable', 'disable']).optional(), 'Security group referencing', 'Empty counts as enabled; the transit gateway must allow it too.'),
  }),
  parents: [],
  ends: [[{ field: 'VpcId', kinds: ['vpc'] }], [{ field: 'TransitGatewayId', kinds: ['transit-gateway'] }]],
  defaults: () => ({ SubnetIds: [] }),
})
