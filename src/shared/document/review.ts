import { z } from 'zod'
import { resourceId } from '../model/id.ts'

const ruleId = /^[a-z0-9-]{1,80}$/
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'is not a day such as 2027-01-31')

/** What an entry of the review settings is about: the profile, a rule's severity, a quota, or one waiver. */
export const reviewId = z
  .string()
  .regex(/^(profile|severity:[a-z0-9-]{1,80}|quota:[a-z0-9-]{1,80}|waiver:[A-Za-z0-9._-]{1,80})$/, 'is not a review setting')
  .brand('ReviewId')

/** What an entry of the review settings is about. */
export type ReviewId = z.infer<typeof reviewId>

const idOf = (part: 'profile' | 'severity' | 'quota' | 'waiver') => reviewId.refine((id) => id === part || id.startsWith(`${part}:`), `is not the id of a ${part}`)

/** Sets of rules that a design can be reviewed with. */
export const PROFILES = ['everything', 'seed-caveats', 'aws-refuses', 'resilience-99-9', 'resilience-99-99', 'security', 'cost'] as const

/** A set of rules. */
export type Profile = (typeof PROFILES)[number]

/** The rules that this design is reviewed with; `everything` where no entry says otherwise. */
const profileSchema = z.strictObject({ id: idOf('profile'), profile: z.enum(PROFILES) })

/** This design's own severity of a rule; `off` silences it. */
const severitySchema = z.strictObject({ id: idOf('severity'), severity: z.enum(['error', 'warning', 'advice', 'off']) })

/** A quota that AWS has raised for the account that this design is built in; who recorded that, and the day, ISO 8601. */
const quotaSchema = z.strictObject({ id: idOf('quota'), value: z.int().min(0).max(10_000_000), author: z.string().max(200).optional(), created: day.optional(), note: z.string().max(500).optional() })

/** A quota that AWS has raised. */
export type QuotaEntry = Readonly<z.infer<typeof quotaSchema>>

/**
 * A finding that somebody has decided to live with: what one rule says of these resources, the blamed one first. From the day after
 * `expires` it counts again. Days are ISO 8601 dates.
 */
const waiverSchema = z.strictObject({
  id: idOf('waiver'),
  rule: z.string().regex(ruleId),
  resources: z.array(resourceId).min(1).max(200),
  field: z.string().max(80).optional(),
  reason: z.string().min(1, 'needs a reason').max(2000),
  author: z.string().min(1, 'needs an author').max(200),
  created: day.optional(),
  expires: day.optional(),
})

/** A finding that somebody has decided to live with. */
export type Waiver = Readonly<z.infer<typeof waiverSchema>>

/** A setting of how a design is reviewed. */
export const reviewEntrySchema = z.union([waiverSchema, quotaSchema, severitySchema, profileSchema])

/** A setting of how a design is reviewed. */
export type ReviewEntry = Readonly<z.infer<typeof reviewEntrySchema>>
