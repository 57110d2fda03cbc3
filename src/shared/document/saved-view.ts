import { z } from 'zod'
import { LAYER_NAMES } from '../model/layer.ts'
import { OVERLAY_NAMES } from './overlay-name.ts'

/** Identity of a saved view: `view:rest`. */
export const viewId = z
  .string()
  .regex(/^view:[A-Za-z0-9._-]{1,80}$/, 'is not a view id')
  .brand('ViewId')

/** Identity of a saved view. */
export type ViewId = z.infer<typeof viewId>

/** What can be marked on the drawing: everything that is known, problems alone, single points of failure alone, or nothing. */
export const MARKINGS = ['all', 'problems', 'failures', 'none'] as const

/** What is marked on the drawing. */
export type Marking = (typeof MARKINGS)[number]

const coordinate = z.number().min(-10_000_000).max(10_000_000)

/** A part of the drawing looked at in one way: where, without which layers, with which marks and overlay. Also a page of the PDF. */
export const savedViewSchema = z.strictObject({
  id: viewId,
  name: z.string().min(1, 'needs a name').max(120),
  /** Position among the views, from 0; equal ones by name. */
  rank: z.int().min(0).max(10_000),
  /** What is looked at, in canvas coordinates. */
  area: z.strictObject({ x: coordinate, y: coordinate, width: z.number().positive().max(20_000_000), height: z.number().positive().max(20_000_000) }),
  hidden: z.array(z.enum(LAYER_NAMES)).max(LAYER_NAMES.length),
  marking: z.enum(MARKINGS),
  /** What the drawing is overlaid with; absent: nothing. */
  overlay: z.enum(OVERLAY_NAMES).optional(),
})

/** A part of the drawing looked at in one way. */
export type SavedView = Readonly<z.infer<typeof savedViewSchema>>
