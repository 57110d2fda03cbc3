import { z } from 'zod'
import { commonFields, described, placeFields, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/** An internet gateway; one per VPC (F-EDGE-1). */
export const internetGateway = defineKind({
  kind: 'internet-gateway',
  label: 'Internet gateway',
  plural: 'Internet gateways',
  appearance: 'node',
  icon: 'resource/AmazonVPCInternetGateway',
  palette: 'Gateways',
  schema: z.strictObject({
    kind: z.literal('internet-gateway'),
    ...commonFields,
    ...placeFields,
    Attachments: described(z.array(z.strictObject({ VpcId: ref(['vpc'], 'drop-entry') })), 'Attached to'),
  }),
  parentField: 'Attachments',
  parents: ['vpc', 'region', 'canvas'],
  defaults: () => ({ Attachments: [] }),
})
