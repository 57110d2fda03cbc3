import { z } from 'zod'
import { cidr, commonFields, described, placeFields } from '../field.ts'
import { defineKind } from '../kind.ts'

/** A managed prefix list, the customer's or AWS's own (S3, DynamoDB). */
export const prefixList = defineKind({
  kind: 'prefix-list',
  label: 'Prefix list',
  plural: 'Prefix lists',
  appearance: 'setting',
  schema: z.strictObject({
    kind: z.literal('prefix-list'),
    ...commonFields,
    ...placeFields,
    AddressFamily: described(z.enum(['IPv4', 'IPv6']), 'Address family'),
    MaxEntries: described(z.int().min(1).max(1000).optional(), 'Maximum entries'),
    Entries: described(z.array(z.strictObject({ Cidr: cidr() })), 'Entries'),
    awsManaged: described(z.boolean().optional(), 'Managed by AWS'),
  }),
  parents: ['canvas'],
  defaults: () => ({ AddressFamily: 'IPv4', MaxEntries: 10, Entries: [] }),
})
