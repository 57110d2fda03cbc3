import type { DesignDiff, EntryChange, FieldChange } from './entry-change.ts'

/** What became of a thing. `moved`: it is as it was, at another place or of another size. */
export type ThingKind = 'added' | 'removed' | 'changed' | 'moved'

/** One thing that differs, as a person sees it: a resource or group box with its place, or an entry of another part of the design. */
export interface ThingChange {
  readonly kind: ThingKind
  readonly collection: 'resources' | 'boxes' | Exclude<EntryChange['collection'], 'resources' | 'boxes' | 'placements'>
  readonly id: string
  readonly before?: unknown
  readonly after?: unknown
  /** Fields of a changed one, other than its place. */
  readonly fields: readonly FieldChange[]
  /** It has another place or size; also true of some that are `changed`. */
  readonly isMoved: boolean
}

const PLACE: ReadonlySet<string> = new Set(['x', 'y', 'width', 'height'])

/** How many things differ, by what became of them. Only resources are counted as added, removed or changed. */
export interface Tally {
  readonly added: number
  readonly removed: number
  readonly changed: number
  readonly moved: number
  /** Intents, views, settings of the design and its name. */
  readonly others: number
}

function boxChange(entry: EntryChange): ThingChange {
  const fields = entry.fields.filter(({ field }) => !PLACE.has(field))
  const isMoved = fields.length < entry.fields.length
  return { ...entry, collection: 'boxes', kind: entry.kind === 'changed' && fields.length === 0 ? 'moved' : entry.kind, fields, isMoved }
}

/** Joins what became of entries to what became of things: a place belongs to its resource. */
export function thingsOf({ entries }: DesignDiff): ThingChange[] {
  const things = new Map<string, ThingChange>()
  for (const entry of entries) {
    if (entry.collection === 'placements') continue
    const { collection } = entry
    things.set(`${collection} ${entry.id}`, collection === 'boxes' ? boxChange(entry) : { ...entry, collection, isMoved: false })
  }
  for (const { collection, id, kind, fields } of entries) {
    if (collection !== 'placements') continue
    const key = `resources ${id}`
    const thing = things.get(key)
    // The place of what is new, or gone, says nothing by itself.
    if (thing && thing.kind !== 'changed') continue
    const others = fields.filter(({ field }) => !PLACE.has(field))
    const isMoved = kind !== 'changed' || others.length < fields.length
    const all = [...(thing?.fields ?? []), ...others]
    things.set(key, { collection: 'resources', id, ...thing, kind: all.length > 0 ? 'changed' : 'moved', fields: all, isMoved })
  }
  return [...things.values()]
}

/** Counts what differs. */
export function tallyOf(diff: DesignDiff): Tally {
  const things = thingsOf(diff)
  const resources = things.filter(({ collection }) => collection === 'resources')
  const count = (kind: ThingKind): number => resources.filter((thing) => thing.kind === kind).length
  const boxes = things.filter(({ collection }) => collection === 'boxes')
  const others = things.length - resources.length - boxes.length + (diff.renamed ? 1 : 0)
  return { added: count('added'), removed: count('removed'), changed: count('changed'), moved: count('moved') + boxes.filter(({ kind }) => kind === 'moved').length, others: others + boxes.filter(({ kind }) => kind !== 'moved').length }
}

/** A tally in words: "3 added, 1 changed"; "nothing changed" for none. */
export function tallyWords({ added, changed, removed, moved, others }: Tally): string {
  const parts = [
    ...(added > 0 ? [`${added} added`] : []),
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(removed > 0 ? [`${removed} removed`] : []),
    ...(moved > 0 ? [`${moved} moved`] : []),
    ...(others > 0 ? [`${others} other ${others === 1 ? 'change' : 'changes'}`] : []),
  ]
  return parts.length === 0 ? 'nothing changed' : parts.join(', ')
}
