import { z } from 'zod'

/** Opaque identity of a resource: `kind:rest`. Never reused, never shown to a person as a name. */
export const resourceId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,60}:[A-Za-z0-9._@/-]{1,200}$/, 'is not a resource id (kind:name)')
  .brand('ResourceId')

/** Identity of a resource. */
export type ResourceId = z.infer<typeof resourceId>

/** Identity of a group box: `account:…`, `region:…` or `zone:…`; derived from the attributes it stands for. */
export const boxId = z
  .string()
  .regex(/^(account|region|zone):[A-Za-z0-9._@:/-]{1,300}$/, 'is not a group id')
  .brand('BoxId')

/** Identity of a group box. */
export type BoxId = z.infer<typeof boxId>

/** Identity of an intent: `intent:rest`. */
export const intentId = z
  .string()
  .regex(/^intent:[A-Za-z0-9._@:/-]{1,500}$/, 'is not an intent id')
  .brand('IntentId')

/** Identity of an intent. */
export type IntentId = z.infer<typeof intentId>

/** Identity of a grouping, things that are handled as one: `grouping:rest`. */
export const groupingId = z
  .string()
  .regex(/^grouping:[A-Za-z0-9._@/-]{1,200}$/, 'is not a grouping id')
  .brand('GroupingId')

/** Identity of a grouping. */
export type GroupingId = z.infer<typeof groupingId>

/** Builds a resource id from a kind and a suffix that the caller guarantees unique; other characters become `-`. */
export function makeResourceId(kind: string, suffix: string): ResourceId {
  return resourceId.parse(`${kind}:${suffix.replace(/[^A-Za-z0-9._@/-]/g, '-')}`)
}

/** The kind part of a resource id. */
export function kindOfId(id: ResourceId): string {
  return id.slice(0, id.indexOf(':'))
}
