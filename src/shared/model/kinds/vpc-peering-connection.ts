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
    requesterDnsResolution: described(z.boolean().optional(), 'DNS resolution of the requester', "Names of the requester VPC's hosts resolve to private addresses in the other one."),
    accepterDnsResolution: described(z.boolean().optional(), 'DNS resolution of the accepter', "Names of the accepter VPC's hosts resolve to private addresses in the other one."),
    assumedMtuBytes: described(z.int().min(576).max(9216).optional(), 'Assumed MTU (bytes)', 'The largest packet that applications are built to send over it.'),
  }),
  parents: [],
  ends: [[{ field: 'RequesterVpcId', kinds: ['vpc'] }], [{ field: 'AccepterVpcId', kinds: ['vpc'] }]],
  defaults: () => ({}),
})
