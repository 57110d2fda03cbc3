import { z } from 'zod'
import { commonFields, described } from '../field.ts'
import { defineKind } from '../kind.ts'

/** A note on the canvas: its name is the title, its `notes` are the text. It means nothing to the network. */
export const note = defineKind({
  kind: 'note',
  label: 'Note',
  plural: 'Notes',
  appearance: 'annotation',
  icon: 'resource/Document',
  palette: 'Annotations',
  schema: z.strictObject({
    kind: z.literal('note'),
    ...commonFields,
    width: described(z.int().min(80).max(1200).optional(), 'Width (pixels)', 'Empty counts as 200. The height follows the text.'),
  }),
  parents: ['canvas'],
  defaults: () => ({ notes: 'Write the text under Notes.' }),
})
