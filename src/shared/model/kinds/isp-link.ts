import { z } from 'zod'
import { commonFields, described, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/** A site's line to the internet. When it fails, every tunnel that has no other line of the site to use fails with it. */
export const ispLink = defineKind({
  kind: 'isp-link',
  label: 'ISP link',
  plural: 'ISP links',
  appearance: 'node',
  icon: 'resource/Internet',
  palette: 'Customer network',
  schema: z.strictObject({
    kind: z.literal('isp-link'),
    ...commonFields,
    site: ref(['site'], 'cascade', { label: 'Site' }),
    provider: described(z.string().max(255).optional(), 'Provider'),
    powerDomain: ref(['power-domain'], 'clear', { label: 'Power domain' }).optional(),
    bandwidthMbps: described(z.number().positive().optional(), 'Bandwidth (Mbps)'),
  }),
  parentField: 'site',
  parents: ['site'],
  defaults: () => ({}),
})
