import { z } from 'zod'
import { cidr, commonFields, described } from '../field.ts'
import { defineKind } from '../kind.ts'

/** A place of the customer's own network: its devices, ISP links and the prefixes that live there. */
export const site = defineKind({
  kind: 'site',
  label: 'Site',
  plural: 'Sites',
  appearance: 'container',
  icon: 'architecture-group/Corporatedatacenter',
  palette: 'Customer network',
  schema: z.strictObject({
    kind: z.literal('site'),
    ...commonFields,
    prefixes: described(z.array(cidr()), 'Prefixes', 'Networks that live at the site.'),
    /** True when an import worked the prefixes out from route tables because the account does not say. */
    prefixesInferred: z.boolean().optional(),
    siteType: described(z.enum(['headquarters', 'data-center', 'branch', 'colocation']).optional(), 'Type'),
  }),
  parents: ['canvas'],
  defaults: () => ({ prefixes: ['192.168.0.0/16'] }),
})
