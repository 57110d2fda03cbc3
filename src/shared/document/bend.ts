import { z } from 'zod'
import { resourceId } from '../model/id.ts'

const coordinate = z.number().min(-10_000_000).max(10_000_000)

/**
 * How a person bent a link: the corners of its line between its two ends, in canvas pixels, from its first end on. `leg` is 1 for
 * corners behind the node that the link runs through. Those of a link that is gone do not count.
 */
export const bendSchema = z.strictObject({
  id: resourceId,
  points: z.array(z.strictObject({ x: coordinate, y: coordinate, leg: z.literal(1).optional() })).min(1).max(200),
})

/** How a person bent a link. */
export type Bend = Readonly<z.infer<typeof bendSchema>>

/** A corner that a person put somewhere. */
export type BendPoint = Bend['points'][number]
