import { z } from 'zod'
import { referencesOf } from '../model/reference.ts'
import { type Design, designSchema, SCHEMA_VERSION } from './design.ts'
import { type Collection, COLLECTIONS } from './edit.ts'
import { ENTRY, KEY, MOST_PROBLEMS, problemsOf, readEntry } from './entry.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { checkPools } from './pool.ts'
import { failure, type Problem, type Result, success } from './problem.ts'

/** The design around its entries, which are read one by one: a file of wrong entries is then refused early. */
const shellSchema = designSchema.extend({
  resources: z.record(z.string(), z.unknown()),
  intents: z.record(z.string(), z.unknown()),
  placements: z.record(z.string(), z.unknown()),
  boxes: z.record(z.string(), z.unknown()),
  assumptions: z.record(z.string(), z.unknown()).optional(),
  bends: z.record(z.string(), z.unknown()).optional(),
  groupings: z.record(z.string(), z.unknown()).optional(),
  views: z.record(z.string(), z.unknown()).optional(),
  review: z.record(z.string(), z.unknown()).optional(),
  pools: z.record(z.string(), z.unknown()).optional(),
})

function readEntries(collection: Collection, entries: Readonly<Record<string, unknown>>, problems: Problem[]): Record<string, unknown> {
  const read: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(entries)) {
    if (problems.length >= MOST_PROBLEMS) break
    const id = readEntry(KEY[collection], key, 'invalid-design', [collection, key])
    const entry = id.ok ? readEntry(ENTRY[collection], value, 'invalid-design', [collection, key]) : id
    if (entry.ok) read[key] = entry.value
    else problems.push(...entry.problems)
  }
  return read
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
  for (const collection of ['intents', 'boxes', 'assumptions', 'bends', 'groupings', 'pools', 'review', 'views'] as const) {
    for (const [key, { id }] of Object.entries(design[collection] ?? {})) if (id !== key) problems.push({ code: 'invalid-design', path: `${collection}.${key}.id`, message: `is ${id}, but the entry is listed as ${key}` })
  }
  for (const intent of Object.values(design.intents)) {
    for (const end of [intent.from, intent.to]) {
      if (end !== 'internet' && !known(end)) problems.push({ code: 'dangling-reference', path: `intents.${intent.id}`, message: `refers to ${end}, which is not in the design` })
    }
  }
  problems.push(...checkPools(design.pools, 'invalid-design'))
  return problems.slice(0, MOST_PROBLEMS)
}

/** Reads a design from data of unknown origin: older versions are migrated, anything else wrong is a list of problems with paths. */
export function parseDesign(input: unknown): Result<Design> {
  if (typeof input !== 'object' || input === null || Array.isArray(input) || !Object.hasOwn(input, 'format') || (input as { format: unknown }).format !== 'causeway-design') {
    return failure('not-a-design', '', 'This is not a Causeway design (no "format": "causeway-design").')
  }
  const migrated = migrate(input as Readonly<Record<string, unknown>>)
  if (!migrated.ok) return migrated
  const shell = shellSchema.safeParse(migrated.value)
  if (!shell.success) return { ok: false, problems: problemsOf(shell.error, 'invalid-design') }
  const problems: Problem[] = []
  const raw = migrated.value as Readonly<Partial<Record<Collection, Readonly<Record<string, unknown>>>>> // the shell has said so
  const collections = Object.fromEntries(COLLECTIONS.flatMap((collection) => (raw[collection] ? [[collection, readEntries(collection, raw[collection], problems)]] : [])))
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, MOST_PROBLEMS) }
  const design = { ...shell.data, ...collections } as Design
  const dangling = checkReferences(design)
  return dangling.length > 0 ? { ok: false, problems: dangling } : success(design)
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
