import { z } from 'zod'
import { asn, commonFields, described, ownerId, region } from '../field.ts'
import { defineKind } from '../kind.ts'

/** A Cloud WAN core network, in outline: its edges; segments and attachments are resources of their own (F-CWAN-1). */
export const coreNetwork = defineKind({
  kind: 'core-network',
  label: 'Cloud WAN core network',
  plural: 'Cloud WAN core networks',
  appearance: 'node',
  icon: 'architecture-service/AWSCloudWAN',
  palette: 'Gateways',
  schema: z.strictObject({
    kind: z.literal('core-network'),
    ...commonFields,
    OwnerId: described(ownerId().optional(), 'Account'),
    EdgeLocations: described(z.array(z.strictObject({ Location: region(), Asn: asn().optional() })), 'Edge locations'),
  }),
  parents: ['canvas'],
  defaults: () => ({ EdgeLocations: [] }),
})
