import { z } from 'zod'
import { commonFields } from '../field.ts'
import { defineKind } from '../kind.ts'

/** AWS's public addresses: services such as S3 and the public ends of VPNs, as a public virtual interface reaches them (F-DX-21). */
export const awsPublicServices = defineKind({
  kind: 'aws-public-services',
  label: 'AWS public services',
  plural: 'AWS public services',
  appearance: 'node',
  icon: 'architecture-group/AWSCloudlogo',
  palette: 'Hybrid',
  schema: z.strictObject({ kind: z.literal('aws-public-services'), ...commonFields }),
  parents: ['canvas'],
  defaults: () => ({}),
})
