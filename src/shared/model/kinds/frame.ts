import { z } from 'zod'
import { commonFields, described } from '../field.ts'
import { defineKind } from '../kind.ts'

/** A titled box behind what it is drawn around. It holds nothing and means nothing to the network. */
export const frame = defineKind({
  kind: 'frame',
  label: 'Frame',
  plural: 'Frames',
  appearance: 'annotation',
  icon: 'resource/Folder',
  palette: 'Annotations',
  schema: z.strictObject({
    kind: z.literal('frame'),
    ...commonFields,
    width: described(z.int().min(80).max(20_000), 'Width (pixels)'),
    height: described(z.int().min(60).max(20_000), 'Height (pixels)'),
  }),
  parents: ['canvas'],
  defaults: () => ({ width: 480, height: 320 }),
})
