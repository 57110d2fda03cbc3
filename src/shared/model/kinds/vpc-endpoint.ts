import { z } from 'zod'
import { commonFields, described, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/** A gateway endpoint (S3, DynamoDB): a prefix-list route in chosen tables, for the VPC's own resources only (F-PL-30). */
export const vpcEndpoint = defineKind({
  kind: 'vpc-endpoint',
  label: 'Gateway endpoint',
  plural: 'Gateway endpoints',
  appearance: 'node',
  icon: 'resource/AmazonVPCEndpoints',
  palette: 'Gateways',
  schema: z.strictObject({
    kind: z.literal('vpc-endpoint'),
    ...commonFields,
    VpcId: ref(['vpc'], 'cascade', { label: 'VPC' }),
    VpcEndpointType: described(z.enum(['Gateway']), 'Type'),
    ServiceName: described(z.string().max(255), 'Service'),
    RouteTableIds: described(z.array(ref(['route-table'], 'drop-entry')), 'Route tables'),
    /** The service's own prefix list, when the design holds it. */
    prefixList: ref(['prefix-list'], 'clear', { label: "Service's prefix list" }).optional(),
  }),
  parentField: 'VpcId',
  parents: ['vpc'],
  defaults: () => ({ VpcEndpointType: 'Gateway', ServiceName: 'com.amazonaws.us-east-1.s3', RouteTableIds: [] }),
})
