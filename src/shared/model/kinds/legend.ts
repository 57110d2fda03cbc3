import { z } from 'zod'
import { commonFields } from '../field.ts'
import { defineKind } from '../kind.ts'

/** A box that says what the lines and marks of the drawing mean. What it lists follows from the drawing; only its name, the title, is a person's. */
export const legend = defineKind({
  kind: 'legend',
  label: 'Legend',
  plural: 'Legends',
  appearance: 'annotation',
  icon: 'resource/Documents',
  palette: 'Annotations',
  schema: z.strictObject({ kind: z.literal('legend'), ...commonFields }),
  parents: ['canvas'],
  defaults: () => ({}),
})
