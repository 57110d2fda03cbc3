import { z } from 'zod'
import { commonFields, described, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/**
 * A carrier's circuit from a site to a Direct Connect location: to the port of a connection or LAG when the router stands at the
 * site, or to the colocation site where the router stands. Of several to the same port any one serves.
 */
export const carrierCircuit = defineKind({
  kind: 'carrier-circuit',
  label: 'Carrier circuit',
  plural: 'Carrier circuits',
  appearance: 'link',
  schema: z.strictObject({
    kind: z.literal('carrier-circuit'),
    ...commonFields,
    site: ref(['site'], 'cascade', { label: 'Site' }),
    ConnectionId: ref(['direct-connect-connection', 'direct-connect-lag'], 'cascade', { label: 'Connection' }).optional(),
    colocation: ref(['site'], 'cascade', { label: 'Colocation' }).optional(),
    provider: described(z.string().max(255).optional(), 'Carrier'),
    conduit: described(z.string().max(255).optional(), 'Conduit or building entry', 'Circuits with the same name here are cut together.'),
    bandwidthMbps: described(z.number().positive().optional(), 'Bandwidth (Mbps)'),
    mtuBytes: described(z.int().min(576).max(9216).optional(), 'MTU (bytes)'),
    encrypted: described(z.boolean().optional(), 'Encrypted'),
  }),
  parents: [],
  ends: [
    [{ field: 'site', kinds: ['site'] }],
    [
      { field: 'ConnectionId', kinds: ['direct-connect-connection', 'direct-connect-lag'] },
      { field: 'colocation', kinds: ['site'] },
    ],
  ],
  defaults: () => ({}),
})
