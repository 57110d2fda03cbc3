import type { z } from 'zod'
import { boxId, groupingId, intentId, resourceId } from '../model/id.ts'
import { resourceSchema } from '../model/index.ts'
import { assumptionId, assumptionSchema } from './assumption.ts'
import { savedViewSchema, viewId } from './saved-view.ts'
import { reviewEntrySchema, reviewId } from './review.ts'
import { bendSchema } from './bend.ts'
import { boxSchema, intentSchema, placementSchema } from './design.ts'
import { groupingSchema } from './grouping.ts'
import { poolId, poolSchema } from './pool.ts'
import { failure, type Problem, type Result, success } from './problem.ts'

/** Most problems that are listed of one input. */
export const MOST_PROBLEMS = 20

/** Schema of the entries of each part of a design. */
export const ENTRY = { resources: resourceSchema, intents: intentSchema, placements: placementSchema, boxes: boxSchema, assumptions: assumptionSchema, bends: bendSchema, groupings: groupingSchema, pools: poolSchema, review: reviewEntrySchema, views: savedViewSchema } as const

/** Schema of the ids of each part of a design. */
export const KEY = { resources: resourceId, intents: intentId, placements: resourceId, boxes: boxId, assumptions: assumptionId, bends: resourceId, groupings: groupingId, pools: poolId, review: reviewId, views: viewId } as const

/** The first problems of a failed reading. */
export function problemsOf(error: z.ZodError, code: string, prefix: readonly string[] = []): Problem[] {
  return error.issues.slice(0, MOST_PROBLEMS).map((issue) => ({ code, path: [...prefix, ...issue.path].join('.'), message: issue.message }))
}

/** Reads a value with a schema; never throws, whatever the value. */
export function readEntry(schema: z.ZodType, value: unknown, code: string, path: readonly string[]): Result<unknown> {
  try {
    const parsed = schema.safeParse(value)
    return parsed.success ? success(parsed.data) : { ok: false, problems: problemsOf(parsed.error, code, path) }
  } catch (error) {
    // zod gathers its issues with a spread, which ends a list of a hundred thousand mistakes like this.
    if (error instanceof RangeError) return failure(code, path.join('.'), 'has too many mistakes to list; it may be damaged.')
    throw error
  }
}
