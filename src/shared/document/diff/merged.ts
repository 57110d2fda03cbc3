import type { Design } from '../design.ts'

/** What two designs have together, to be drawn on one canvas: the later one, and of the earlier what is gone from it. */
export function mergedDesign(before: Design, after: Design): Design {
  return {
    ...after,
    resources: { ...before.resources, ...after.resources },
    placements: { ...before.placements, ...after.placements },
    boxes: { ...before.boxes, ...after.boxes },
  }
}
