import type { z } from 'zod'
import { definitionOf, type Kind } from '../../../shared/model/index.ts'

/** What is wrong with a field's value: where inside it (dotted, empty for the value itself) and why. */
export type Complaints = ReadonlyMap<string, string>

const NONE: Complaints = new Map()

function wordedForPeople(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return 'Choose or enter a value'
      if (issue.expected === 'int') return 'Enter a whole number'
      return issue.expected === 'number' ? 'Enter a number' : issue.message
    case 'too_small':
      return issue.origin === 'array' ? `At least ${issue.minimum} needed` : `At least ${issue.minimum}`
    case 'too_big':
      return issue.origin === 'string' ? `At most ${issue.maximum} characters` : `At most ${issue.maximum}`
    default:
      return issue.message.charAt(0).toUpperCase() + issue.message.slice(1)
  }
}

function isBlank(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every((member) => member === undefined)
}

function blanksIn(value: unknown, at: string, found: Map<string, string>): void {
  if (Array.isArray(value)) {
    value.forEach((entry: unknown, position) => {
      const where = at === '' ? String(position) : `${at}.${position}`
      if (isBlank(entry)) found.set(where, 'Choose or enter a value')
      else blanksIn(entry, where, found)
    })
  } else if (typeof value === 'object' && value !== null) {
    for (const [member, inner] of Object.entries(value)) blanksIn(inner, at === '' ? member : `${at}.${member}`, found)
  }
}

/** Judges a new value of one field of a kind against the field's own schema; an empty map: it may be committed. */
export function complaintsAbout(kind: Kind, field: string, value: unknown): Complaints {
  const schema = definitionOf(kind).schema.shape[field] as z.ZodType | undefined
  if (!schema) return new Map([['', `${kind} has no field ${field}`]])
  const parsed = schema.safeParse(value, { reportInput: true })
  const found = new Map<string, string>()
  // An entry with nothing in it fits most schemas, but says nothing: it is one that is still being filled in.
  blanksIn(value, '', found)
  if (parsed.success) return found.size === 0 ? NONE : found
  for (const issue of parsed.error.issues) {
    const at = issue.path.join('.')
    if (!found.has(at)) found.set(at, wordedForPeople(issue))
  }
  return found
}

/** The complaints below one member of the value, with their paths seen from there. */
export function complaintsUnder(complaints: Complaints, member: string | number): Complaints {
  if (complaints.size === 0) return NONE
  const head = String(member)
  const inner = new Map<string, string>()
  for (const [at, message] of complaints) {
    if (at === head) inner.set('', message)
    else if (at.startsWith(`${head}.`)) inner.set(at.slice(head.length + 1), message)
  }
  return inner
}
