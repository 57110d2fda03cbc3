import { z } from 'zod'
import { commonFields, described, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/** A VPC peering connection: the two VPCs only, never transit (F-PEER-2). */
export const vpcPeeringConnection = defineKind({
  kind: 'vpc-peering-connection',
  label: 'VPC peering connection',
  plural: 'VPC peering connections',
  appearance: 'link',
  icon: 'resource/AmazonVPCPeeringConnection',
  schema: z.strictObject({
    kind: z.literal('vpc-peering-connection'),
    ...commonFields,
    RequesterVpcId: ref(['vpc'], 'cascade', { label: 'Requester VPC' }),
    AccepterVpcId: ref(['vpc'], 'cascade', { label: 'Accepter VPC' }),
    Status: described(z.enum(['active', 'pending-acceptance']).optional(), 'Status', 'Empty counts as active.'),
  }),
  parents: [],
  ends: [[{ field: 'RequesterVpcId', kinds: ['vpc'] }], [{ field: 'AccepterVpcId', kinds: ['vpc'] }]],
  defaults: () => ({}),
})
