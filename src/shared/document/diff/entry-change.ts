import type { Design } from '../design.ts'
import { type Collection, COLLECTIONS, type Edit } from '../edit.ts'
import { equalJson } from '../equal.ts'

/** A field of an entry that is not the same before and after; an absent side means that the field was not there. */
export interface FieldChange {
  readonly field: string
  readonly before?: unknown
  readonly after?: unknown
}

/** What became of one entry of a design: a resource, an intent, a place and so on. `fields` are those of a changed one. */
export interface EntryChange {
  readonly collection: Collection
  readonly id: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** The entry before and after, as far as it was there. */
  readonly before?: unknown
  readonly after?: unknown
  readonly fields: readonly FieldChange[]
}

/** Two states of a design, told apart. */
export interface DesignDiff {
  readonly renamed?: { readonly before: string; readonly after: string }
  /** In order of collection, then of id. */
  readonly entries: readonly EntryChange[]
}

type Fields = Readonly<Record<string, unknown>>

const side = (name: 'before' | 'after', value: unknown) => (value === undefined ? {} : { [name]: value })

function fieldChanges(before: Fields, after: Fields): FieldChange[] {
  const own = (record: Fields, field: string) => (Object.hasOwn(record, field) ? record[field] : undefined)
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !equalJson(own(before, field), own(after, field)))
    .map((field) => ({ field, ...side('before', own(before, field)), ...side('after', own(after, field)) }))
}

/** What became of an entry; undefined when nothing did. */
export function entryChange(collection: Collection, id: string, before: unknown, after: unknown): EntryChange | undefined {
  if (before === undefined && after === undefined) return undefined
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
  const fields = kind === 'changed' ? fieldChanges(before as Fields, after as Fields) : []
  if (kind === 'changed' && fields.length === 0) return undefined
  return { collection, id, kind, ...side('before', before), ...side('after', after), fields }
}

/** What is different between two designs, or two states of one. Entries are compared by id; the order of nothing matters. */
export function diffDesigns(before: Design, after: Design): DesignDiff {
  const entries: EntryChange[] = []
  for (const collection of COLLECTIONS) {
    const [old, now]: [Fields, Fields] = [before[collection] ?? {}, after[collection] ?? {}]
    if (old === now) continue
    for (const id of [...new Set([...Object.keys(old), ...Object.keys(now)])].sort()) {
      const change = old[id] === now[id] ? undefined : entryChange(collection, id, old[id], now[id])
      if (change) entries.push(change)
    }
  }
  return { ...(before.name === after.name ? {} : { renamed: { before: before.name, after: after.name } }), entries }
}

/** The edit that makes one design say what another says: everything but its name. */
export function editBetween(before: Design, after: Design, label: string): Edit {
  const changes = diffDesigns(before, after).entries.map(({ collection, id, ...sides }) => ({ op: 'put' as const, collection, id, ...side('before', sides.before), ...side('after', sides.after) }))
  return { label, changes }
}
