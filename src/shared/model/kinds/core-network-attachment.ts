import { z } from 'zod'
import { commonFields, described, ref, region } from '../field.ts'
import { defineKind } from '../kind.ts'

/** Attachment of a VPC to a segment of a core network, with a subnet per Availability Zone in use (F-CWAN-3). */
export const coreNetworkAttachment = defineKind({
  kind: 'core-network-attachment',
  label: 'Core network VPC attachment',
  plural: 'Core network VPC attachments',
  appearance: 'link',
  icon: 'resource/AWSCloudWANCoreNetworkEdge',
  schema: z.strictObject({
    kind: z.literal('core-network-attachment'),
    ...commonFields,
    CoreNetworkId: ref(['core-network'], 'cascade', { label: 'Core network' }),
    VpcId: ref(['vpc'], 'cascade', { label: 'VPC' }),
    SubnetIds: described(z.array(ref(['subnet'], 'drop-entry')), 'Attachment subnets', 'One per Availability Zone.'),
    segment: ref(['core-network-segment'], 'clear', { label: 'Segment' }).optional(),
    EdgeLocation: described(region().optional(), 'Edge location'),
    ApplianceModeSupport: described(z.enum(['enable', 'disable']).optional(), 'Appliance mode'),
  }),
  parents: [],
  ends: [[{ field: 'VpcId', kinds: ['vpc'] }], [{ field: 'CoreNetworkId', kinds: ['core-network'] }]],
  defaults: () => ({ SubnetIds: [] }),
})
