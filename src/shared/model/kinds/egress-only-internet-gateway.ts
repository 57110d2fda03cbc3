import { z } from 'zod'
import { commonFields, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/** An egress-only internet gateway: IPv6, outbound only, stateful, one per VPC (F-EDGE-2). */
export const egressOnlyInternetGateway = defineKind({
  kind: 'egress-only-internet-gateway',
  label: 'Egress-only internet gateway',
  plural: 'Egress-only internet gateways',
  appearance: 'node',
  icon: 'resource/AmazonVPCInternetGateway',
  palette: 'Gateways',
  schema: z.strictObject({
    kind: z.literal('egress-only-internet-gateway'),
    ...commonFields,
    VpcId: ref(['vpc'], 'cascade', { label: 'VPC' }),
  }),
  parentField: 'VpcId',
  parents: ['vpc'],
  defaults: () => ({}),
})
