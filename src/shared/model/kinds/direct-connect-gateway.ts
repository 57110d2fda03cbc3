import { z } from 'zod'
import { asn, commonFields, described, ownerId } from '../field.ts'
import { defineKind } from '../kind.ts'

/** A Direct Connect gateway: global, control plane only (F-DX-40). */
export const directConnectGateway = defineKind({
  kind: 'direct-connect-gateway',
  label: 'Direct Connect gateway',
  plural: 'Direct Connect gateways',
  appearance: 'node',
  icon: 'resource/AWSDirectConnectGateway',
  palette: 'Hybrid',
  schema: z.strictObject({
    kind: z.literal('direct-connect-gateway'),
    ...commonFields,
    OwnerId: described(ownerId().optional(), 'Account'),
    AmazonSideAsn: described(asn(), 'Amazon side ASN'),
  }),
  parents: ['canvas'],
  defaults: () => ({ AmazonSideAsn: 64513 }),
})
