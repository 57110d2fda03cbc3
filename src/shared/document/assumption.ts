import { z } from 'zod'
import { TIMER_NAMES } from '../facts/timers.ts'

/** What an assumption is about: the whole design, a kind of failable element, or one of them (`element:customer-device:…`). */
export const assumptionId = z
  .string()
  .regex(/^(design|kind:[a-z-]{1,60}|element:.{1,400})$/, 'is not what an assumption can be about')
  .brand('AssumptionId')

/** What an assumption is about. */
export type AssumptionId = z.infer<typeof assumptionId>

const hours = z.number().positive().max(10_000_000)

/**
 * What the user knows better than published figures. The availability is a share of 1, or follows from the mean time between
 * failures and to repair; timers are in milliseconds. The narrower assumption wins: element, then kind, then design.
 */
export const assumptionSchema = z
  .strictObject({
    id: assumptionId,
    availability: z.number().gt(0).max(1).optional(),
    mtbfHours: hours.optional(),
    mttrHours: hours.optional(),
    timers: z.partialRecord(z.enum(TIMER_NAMES), z.int().min(0).max(604_800_000)).optional(),
    /** Of the design: planning values of Causeway's own are used where nothing else is known. */
    planningValues: z.boolean().optional(),
  })
  .refine(({ mtbfHours, mttrHours }) => (mtbfHours === undefined) === (mttrHours === undefined), 'needs both the mean time between failures and the mean time to repair')
  .refine(({ availability, mtbfHours }) => availability === undefined || mtbfHours === undefined, 'takes an availability or mean times, not both')

/** What the user knows better than published figures. */
export type Assumption = Readonly<z.infer<typeof assumptionSchema>>
