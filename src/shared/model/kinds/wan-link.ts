import { z } from 'zod'
import { commonFields, described, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/** A line of the customer's own network between two sites (MPLS, SD-WAN, leased line, fibre). Both sites exchange all they can reach. */
export const wanLink = defineKind({
  kind: 'wan-link',
  label: 'WAN link',
  plural: 'WAN links',
  appearance: 'link',
  schema: z.strictObject({
    kind: z.literal('wan-link'),
    ...commonFields,
    site: ref(['site'], 'cascade', { label: 'Site' }),
    peerSite: ref(['site'], 'cascade', { label: 'Other site' }),
    wanType: described(z.enum(['mpls', 'sd-wan', 'leased-line', 'dark-fibre', 'internet-vpn']).optional(), 'Type'),
    provider: described(z.string().max(255).optional(), 'Provider'),
    bandwidthMbps: described(z.number().positive().optional(), 'Bandwidth (Mbps)'),
    mtuBytes: described(z.int().min(576).max(9216).optional(), 'MTU (bytes)'),
    encrypted: described(z.boolean().optional(), 'Encrypted'),
    role: described(z.enum(['primary', 'backup']), 'Role', 'Primary: preferred to what AWS offers for the same prefix. Backup: only without it.'),
  }),
  parents: [],
  ends: [[{ field: 'site', kinds: ['site'] }], [{ field: 'peerSite', kinds: ['site'] }]],
  defaults: () => ({ role: 'primary' }),
})
