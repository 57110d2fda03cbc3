import { z } from 'zod'
import { commonFields, described, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/** A supply of power, a room or a rack of a site: whatever names it goes down together (F-AVL-43). */
export const powerDomain = defineKind({
  kind: 'power-domain',
  label: 'Power domain',
  plural: 'Power domains',
  appearance: 'node',
  icon: 'resource/GenericApplication',
  palette: 'Customer network',
  schema: z.strictObject({
    kind: z.literal('power-domain'),
    ...commonFields,
    site: ref(['site'], 'cascade', { label: 'Site' }),
    Description: described(z.string().max(500).optional(), 'Description'),
  }),
  parentField: 'site',
  parents: ['site'],
  defaults: () => ({}),
})
