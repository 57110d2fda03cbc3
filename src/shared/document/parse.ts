import type { z } from 'zod'
import { referencesOf } from '../model/reference.ts'
import { type Design, designSchema, SCHEMA_VERSION } from './design.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { failure, type Problem, type Result, success } from './problem.ts'

const MOST_PROBLEMS = 20

function problemsOf(error: z.ZodError): Problem[] {
  return error.issues.slice(0, MOST_PROBLEMS).map((issue) => ({ code: 'invalid-design', path: issue.path.join('.'), message: issue.message }))
}

function migrate(input: Readonly<Record<string, unknown>>): Result<Readonly<Record<string, unknown>>> {
  let current = input
  const version = input['schemaVersion']
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return failure('invalid-design', 'schemaVersion', 'is missing or not a whole number; the file may be damaged.')
  }
  if (version > SCHEMA_VERSION) {
    return failure('newer-design', 'schemaVersion', `The design was saved by a newer Causeway (format ${version}, this one reads ${SCHEMA_VERSION}); update Causeway to open it.`)
  }
  for (const step of MIGRATIONS) if (step.from === current['schemaVersion']) current = step.migrate(current)
  return success(current)
}

function checkReferences(design: Design): Problem[] {
  const problems: Problem[] = []
  const known = (id: string) => Object.hasOwn(design.resources, id)
  for (const [key, resource] of Object.entries(design.resources)) {
    if (resource.id !== key) problems.push({ code: 'invalid-design', path: `resources.${key}.id`, message: `is ${resource.id}, but the resource is listed as ${key}` })
    for (const { at, id, field } of referencesOf(resource)) {
      const path = `resources.${key}.${at.join('.')}`
      if (!known(id)) problems.push({ code: 'dangling-reference', path, message: `refers to ${id}, which is not in the design` })
      else if (!field.refers.includes(design.resources[id]?.kind ?? '')) problems.push({ code: 'invalid-design', path, message: `refers to ${id}, which is of the wrong kind` })
    }
  }
  for (const intent of Object.values(design.intents)) {
    for (const end of [intent.from, intent.to]) {
      if (end !== 'internet' && !known(end)) problems.push({ code: 'dangling-reference', path: `intents.${intent.id}`, message: `refers to ${end}, which is not in the design` })
    }
  }
  return problems.slice(0, MOST_PROBLEMS)
}

/** Reads a design from data of unknown origin: older versions are migrated, anything else wrong is a list of problems with paths. */
export function parseDesign(input: unknown): Result<Design> {
  if (typeof input !== 'object' || input === null || Array.isArray(input) || !Object.hasOwn(input, 'format') || (input as { format: unknown }).format !== 'causeway-design') {
    return failure('not-a-design', '', 'This is not a Causeway design (no "format": "causeway-design").')
  }
  const migrated = migrate(input as Readonly<Record<string, unknown>>)
  if (!migrated.ok) return migrated
  const parsed = designSchema.safeParse(migrated.value)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  const design = parsed.data as Design
  const problems = checkReferences(design)
  return problems.length > 0 ? { ok: false, problems } : success(design)
}

/** Reads a design from the text of a `.causeway.json` file. */
export function parseDesignText(text: string): Result<Design> {
  let input: unknown
  try {
    input = JSON.parse(text)
  } catch (error) {
    return failure('not-json', '', `The file is not valid JSON (${error instanceof Error ? error.message : 'unreadable'}).`)
  }
  return parseDesign(input)
}
