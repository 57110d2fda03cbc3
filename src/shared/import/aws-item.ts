import { z } from 'zod'

/** A text field that may be missing or of a wrong type; both read as undefined. */
export const text = z.string().max(2_000).optional().catch(undefined)

/** A yes-or-no field, read leniently. */
export const flag = z.boolean().optional().catch(undefined)

/** A whole number, also when written as text; anything else reads as undefined. */
export const whole = z
  .union([z.int(), z.string().regex(/^-?\d{1,15}$/).transform(Number)])
  .optional()
  .catch(undefined)

/** The identifier that an item cannot do without. */
export const awsIdentifier = z.string().min(1).max(120)

/** A list whose unreadable entries are left out; a missing list is empty. */
export function list<S extends z.ZodType>(entry: S) {
  return z
    .array(z.unknown())
    .catch([])
    .transform((entries): z.output<S>[] =>
      entries.flatMap((value) => {
        const read = entry.safeParse(value)
        return read.success ? [read.data] : []
      }),
    )
}

/** A list that tells apart "empty" and "not said". */
export function optionalList<S extends z.ZodType>(entry: S) {
  return list(entry).optional()
}

/** A nested object read leniently: missing or of a wrong type reads as undefined. */
export function part<S extends z.ZodRawShape>(shape: S) {
  return z.object(shape).optional().catch(undefined)
}

/** Tags as AWS lists them. */
export const tags = list(z.object({ Key: z.string(), Value: z.string() }))

/** The Name tag, if it says anything. */
export function nameTag(of: readonly { readonly Key: string; readonly Value: string }[]): string | undefined {
  return of.find((tag) => tag.Key === 'Name')?.Value || undefined
}
