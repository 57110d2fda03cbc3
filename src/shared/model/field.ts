import { z } from 'zod'
import { parseAddress } from '../net/address.ts'
import { parseCidr } from '../net/prefix.ts'
import { resourceId } from './id.ts'

/** What happens to a field when the resource it refers to is deleted. */
export type WhenGone = 'cascade' | 'clear' | 'drop-entry'

/** What the inspector and the reference walker know about a field beyond its type. */
export interface FieldInfo {
  /** What a person calls the field; without it the field's own name is shown. */
  readonly label?: string
  /** One sentence of help. */
  readonly help?: string
  /** Kinds that the id in this field may belong to. */
  readonly refers?: readonly string[]
  readonly whenGone?: WhenGone
  /** Not offered in the inspector (import evidence, derived elsewhere). */
  readonly hidden?: true
}

/** Notes on fields, kept beside their zod schemas. */
export const fieldInfo = z.registry<FieldInfo>()

/**
 * A reference to another resource.
 * @param refers kinds it may point at
 * @param whenGone `cascade`: this resource goes too; `clear`: the field empties; `drop-entry`: the list entry that holds it goes
 */
export function ref(refers: readonly string[], whenGone: WhenGone, info: Omit<FieldInfo, 'refers' | 'whenGone'> = {}) {
  const schema = resourceId.clone()
  fieldInfo.add(schema, { ...info, refers, whenGone })
  return schema
}

/** Attaches a label and help to a schema. */
export function described<S extends z.ZodType>(schema: S, label: string, help?: string): S {
  fieldInfo.add(schema, help === undefined ? { label } : { label, help })
  return schema
}

/** What a text field holds, when it holds an address: renumbering and copying find them all by this. */
export const addressFormat = z.registry<{ readonly holds: 'address' | 'block' }>()

const holding = (holds: 'address' | 'block', accepts: (text: string) => boolean, complaint: string) => {
  const schema = z.string().refine(accepts, complaint)
  addressFormat.add(schema, { holds })
  return schema
}

/** IPv4 CIDR text. Host bits are tolerated here (R-ADDR-03 tells the user). */
export const cidr4 = () => holding('block', (text) => parseCidr(text)?.prefix.family === 4, 'is not an IPv4 CIDR such as 10.0.0.0/16')

/** IPv6 CIDR text. */
export const cidr6 = () => holding('block', (text) => parseCidr(text)?.prefix.family === 6, 'is not an IPv6 CIDR such as 2001:db8::/56')

/** IPv4 or IPv6 CIDR text. */
export const cidr = () => holding('block', (text) => parseCidr(text) !== undefined, 'is not a CIDR such as 10.0.0.0/16')

/** IPv4 or IPv6 address text. */
export const ip = () => holding('address', (text) => parseAddress(text) !== undefined, 'is not an IP address')

/** An autonomous system number as stored; whether it may be used is a rule's business. */
export const asn = () => z.int().min(0).max(4_294_967_295)

/** A day, ISO 8601. */
export const day = () => z.string().regex(/^\d{4}-\d\d-\d\d$/, 'is not a day such as 2027-01-31')

/** Region code, such as us-east-1. */
export const region = () => z.string().regex(/^[a-z0-9-]{1,40}$/, 'is not a Region such as us-east-1')

/** Twelve-digit account number; imports keep what they found. */
export const ownerId = () => z.string().regex(/^[A-Za-z0-9_-]{1,60}$/, 'is not an account id such as 123456789012')

/** Fields that every resource has. `name` is what people call it; `awsId` is AWS's identifier, when it exists there. */
export const commonFields = {
  id: resourceId,
  name: z.string().max(255),
  awsId: z.string().max(200).optional(),
  notes: z.string().max(10_000).optional(),
}

/** Where an AWS resource lives. Absent means "not said", never a default. */
export const placeFields = {
  OwnerId: described(ownerId().optional(), 'Account'),
  Region: described(region().optional(), 'Region'),
}
