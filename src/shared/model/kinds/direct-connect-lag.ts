import { z } from 'zod'
import { commonFields, described, placeFields } from '../field.ts'
import { defineKind } from '../kind.ts'

/** A link aggregation group: dedicated connections of one speed on one AWS device; it is down with fewer members than `MinimumLinks` (F-DX-5). */
export const directConnectLag = defineKind({
  kind: 'direct-connect-lag',
  label: 'Direct Connect LAG',
  plural: 'Direct Connect LAGs',
  appearance: 'node',
  icon: 'architecture-service/AWSDirectConnect',
  palette: 'Hybrid',
  schema: z.strictObject({
    kind: z.literal('direct-connect-lag'),
    ...commonFields,
    ...placeFields,
    Location: described(z.string().max(100).optional(), 'Location'),
    ConnectionsBandwidth: described(z.string().max(20).optional(), 'Bandwidth of each connection', 'Such as 10Gbps.'),
    MinimumLinks: described(z.int().min(0).max(4), 'Minimum links'),
    AwsLogicalDeviceId: described(z.string().max(100).optional(), 'AWS device'),
  }),
  parents: ['canvas'],
  defaults: () => ({ ConnectionsBandwidth: '10Gbps', MinimumLinks: 0 }),
})
