import { z } from 'zod'
import { boxId, groupingId, resourceId } from '../model/id.ts'

/**
 * Things of one container that are selected, moved, copied and deleted together. A member that is gone, or that lies in
 * another container than the first one, does not count.
 */
export const groupingSchema = z.strictObject({
  id: groupingId,
  name: z.string().max(255).optional(),
  members: z.array(z.union([resourceId, boxId])).min(2).max(20_000),
})

/** Things that are handled as one. */
export type Grouping = Readonly<z.infer<typeof groupingSchema>>
