import { z } from 'zod'
import type { ResourceId } from '../model/id.ts'
import type { Design } from './design.ts'
import { ENTRY, KEY, readEntry } from './entry.ts'
import { equalJson } from './equal.ts'
import { failure, type Result, success } from './problem.ts'
import { checkPools } from './pool.ts'
import { carryIndex } from './query.ts'

/** Parts that a design leaves out while nothing is in them. */
export const OPTIONAL_COLLECTIONS = ['assumptions', 'bends', 'groupings', 'pools', 'review', 'views'] as const

/** The parts of a design that edits address by id. */
export const COLLECTIONS = ['resources', 'intents', 'placements', 'boxes', ...OPTIONAL_COLLECTIONS] as const

/** A part of a design that edits address by id. */
export type Collection = (typeof COLLECTIONS)[number]

/**
 * The smallest change. `put` adds (no `before`), removes (no `after`) or replaces an entry; `set` changes one field of an
 * entry; `rename` changes the design's name. Each carries what was there, so it can be undone and checked.
 */
export type Change =
  | { readonly op: 'put'; readonly collection: Collection; readonly id: string; readonly before?: unknown; readonly after?: unknown }
  | { readonly op: 'set'; readonly collection: Collection; readonly id: string; readonly field: string; readonly before?: unknown; readonly after?: unknown }
  | { readonly op: 'rename'; readonly before: string; readonly after: string }

/** One step of work: what undo undoes. `label` is what the history shows. */
export interface Edit {
  readonly label: string
  readonly changes: readonly Change[]
}

const field = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,80}$/)

/** Schema of an edit as it crosses a boundary; what it does to a design is checked by `applyEdit`. */
export const editSchema = z.strictObject({
  label: z.string().max(500),
  changes: z
    .array(
      z.discriminatedUnion('op', [
        z.strictObject({ op: z.literal('put'), collection: z.enum(COLLECTIONS), id: z.string().max(500), before: z.json().optional(), after: z.json().optional() }),
        z.strictObject({
          op: z.literal('set'),
          collection: z.enum(COLLECTIONS),
          id: z.string().max(500),
          field,
          before: z.json().optional(),
          after: z.json().optional(),
        }),
        z.strictObject({ op: z.literal('rename'), before: z.string().max(255), after: z.string().max(255) }),
      ]),
    )
    .max(200_000),
})

/** The edit that takes this one back. */
export function invertEdit(edit: Edit): Edit {
  return { label: edit.label, changes: edit.changes.map(invertChange).reverse() }
}

function invertChange(change: Change): Change {
  const { before, after, ...rest } = change
  return { ...rest, ...(after === undefined ? {} : { before: after }), ...(before === undefined ? {} : { after: before }) } as Change
}

/** Several edits as one step. Later ones must have been made against the result of earlier ones. */
export function composeEdits(label: string, edits: readonly Edit[]): Edit {
  return { label, changes: edits.flatMap((edit) => edit.changes) }
}

interface Draft {
  name: string
  readonly collections: Partial<Record<Collection, Record<string, unknown>>>
}

function applyChange(design: Design, draft: Draft, change: Change): Result<null> {
  if (change.op === 'rename') {
    if (draft.name !== change.before) return failure('stale-edit', 'name', 'The design was renamed meanwhile; reload it and try again.')
    draft.name = change.after
    return success(null)
  }
  const { collection, id } = change
  const entries = (draft.collections[collection] ??= { ...design[collection] })
  const current = Object.hasOwn(entries, id) ? entries[id] : undefined
  const path = change.op === 'put' ? `${collection}.${id}` : `${collection}.${id}.${change.field}`
  if (change.op === 'set' && current === undefined) return failure('stale-edit', path, 'What the edit changes is not in the design any more.')
  const record = (current ?? {}) as Readonly<Record<string, unknown>>
  const found = change.op === 'put' ? current : Object.hasOwn(record, change.field) ? record[change.field] : undefined
  if (!equalJson(found, change.before)) return failure('stale-edit', path, 'The design changed meanwhile; reload it and try again.')
  if (change.op === 'put' && change.after === undefined) {
    delete entries[id]
    return success(null)
  }
  let next: unknown = change.after
  if (change.op === 'set') {
    const { [change.field]: _old, ...others } = record
    next = change.after === undefined ? others : { ...others, [change.field]: change.after }
  }
  const key = KEY[collection].safeParse(id)
  const entry = readEntry(ENTRY[collection], next, 'invalid-edit', [collection, id])
  if (!key.success) return failure('invalid-edit', path, `The id ${id} is not valid.`)
  if (!entry.ok) return entry
  if (collection !== 'placements' && (entry.value as { readonly id: string }).id !== id) return failure('invalid-edit', path, 'The entry carries another id.')
  entries[id] = entry.value
  return success(null)
}

/**
 * The design after the edit. All or nothing: an edit that does not fit (it was made against another state, or would make
 * an entry invalid) changes nothing and says why. Cost grows with the size of the touched collections.
 */
export function applyEdit(design: Design, edit: Edit): Result<Design> {
  const draft: Draft = { name: design.name, collections: {} }
  for (const change of edit.changes) {
    const result = applyChange(design, draft, change)
    if (!result.ok) return result
  }
  const after: Record<string, unknown> = { ...design, name: draft.name, ...draft.collections }
  // A part with nothing in it any more is as it was before something was.
  for (const part of OPTIONAL_COLLECTIONS) if (Object.keys(after[part] ?? {}).length === 0) delete after[part]
  const edited = after as unknown as Design // every entry was read with its schema
  const problems = draft.collections.pools ? checkPools(edited.pools, 'invalid-edit') : []
  if (problems.length > 0) return { ok: false, problems }
  carryIndex(design, edited, edit.changes.flatMap((change) => (change.op !== 'rename' && change.collection === 'resources' ? [change.id as ResourceId] : [])))
  return success(edited)
}
