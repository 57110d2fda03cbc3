import { makeResourceId, type ResourceId } from '../model/id.ts'
import type { Kind, ResourceOf } from '../model/index.ts'
import type { Items } from './items/items.ts'
import type { Place } from './place.ts'

/** A line of the report in the making. */
export interface Line {
  readonly origin: string
  readonly type: string
  readonly awsId: string
  resource?: ResourceId
  skipped?: string
  readonly notes: string[]
}

/** An item of the snapshot on its way into the design; seen several times, it is one with several report lines. */
export interface Found<T> extends Place {
  readonly id: ResourceId
  readonly awsId: string
  item: T
  readonly lines: Line[]
}

type UndefinedAllowed<T> = { readonly [P in keyof T]: Record<never, never> extends Pick<T, P> ? T[P] | undefined : T[P] }

/** The fields of a kind that its importer fills, undefined ones are left out; id, kind and AWS id are known already. */
export type Fields<K extends Kind> = UndefinedAllowed<Omit<ResourceOf<K>, 'id' | 'kind' | 'awsId'>>

/** What an importer answers for one item: the resource's fields, or why there is none. */
export type Built<K extends Kind> = Fields<K> | { readonly skip: string }

/** Everything that importers share: what was found, what came of it, and what was assumed. */
export class ImportContext {
  readonly #found = new Map<Items<unknown>, Map<string, Found<unknown>[]>>()
  readonly #ids = new Set<string>()
  readonly #gone = new Map<string, string>()
  readonly #skipped = new Set<Found<unknown>>()
  readonly resources = new Map<ResourceId, { readonly resource: Readonly<Record<string, unknown>>; readonly lines: readonly Line[] }>()

  /** Notes that something is known to be gone, and why. */
  bury(awsId: string, reason: string): void {
    this.#gone.set(awsId, reason)
  }

  /** Takes note of an item; one that was seen before is merged into the first, the owner's own view winning. */
  add<T>(items: Items<T>, awsId: string, item: T, place: Place, line?: Line, isOwnersView = false): Found<T> {
    const known = this.#listOf(items, awsId)
    const agrees = (a?: string, b?: string) => a === undefined || b === undefined || a === b
    const twin = known.find((other) => agrees(other.account, place.account) && agrees(other.region, place.region))
    if (twin) {
      twin.item = isOwnersView ? merged(item, twin.item) : merged(twin.item, item)
      if (line) twin.lines.push(line)
      return twin
    }
    const id = this.newId(items.kind ?? 'evidence', [place.account, place.region, awsId])
    const found: Found<T> = { ...place, id, awsId, item, lines: line ? [line] : [] }
    known.push(found)
    return found
  }

  #listOf<T>(items: Items<T>, awsId: string): Found<T>[] {
    let all = this.#found.get(items as Items<unknown>)
    if (!all) this.#found.set(items as Items<unknown>, (all = new Map<string, Found<unknown>[]>()))
    let list = all.get(awsId)
    if (!list) all.set(awsId, (list = []))
    return list as Found<T>[] // filed under the items whose schema made them
  }

  /** A resource id of these parts that nobody has yet. */
  newId(kind: string, parts: readonly (string | undefined)[]): ResourceId {
    const base = parts.filter((part) => part !== undefined && part !== '').join('.').slice(0, 180)
    let id = makeResourceId(kind, base || 'unnamed')
    for (let count = 2; this.#ids.has(id); count++) id = makeResourceId(kind, `${base}.${count}`)
    this.#ids.add(id)
    return id
  }

  /** Everything found of a sort, in the order of the snapshot. */
  all<T>(items: Items<T>): Found<T>[] {
    return [...(this.#found.get(items as Items<unknown>)?.values() ?? [])].flat() as Found<T>[] // as in #listOf
  }

  /** The item of the AWS id, unless it was skipped; when several accounts or Regions have one of that id, the nearest. */
  find<T>(items: Items<T>, awsId: string | undefined, near: Place = {}): Found<T> | undefined {
    const known = awsId ? (this.#found.get(items as Items<unknown>)?.get(awsId) as Found<T>[] | undefined) : undefined // as in #listOf
    const score = (found: Found<T>) => (found.account === near.account ? 2 : 0) + (found.region === near.region ? 1 : 0)
    return known?.filter((found) => !this.#skipped.has(found)).reduce<Found<T> | undefined>((best, found) => (best && score(best) >= score(found) ? best : found), undefined)
  }

  /** Id of the resource that the item of the AWS id becomes; undefined when the import does not have it. */
  ref<T>(items: Items<T>, awsId: string | undefined, near: Place = {}): ResourceId | undefined {
    return this.find(items, awsId, near)?.id
  }

  /** Why something cannot be referred to. */
  missing(what: string, awsId: string | undefined): string {
    if (!awsId) return `it names no ${what}`
    const reason = this.#gone.get(awsId)
    return reason === undefined ? `its ${what} ${awsId} is not in the import` : `its ${what} ${awsId} is left out: ${reason}`
  }

  /** True when the thing is known to be gone, not merely unknown. */
  isGone(awsId: string): boolean {
    return this.#gone.has(awsId)
  }

  /** Adds a resource, or skips the item with the reason. */
  put<K extends Kind>(kind: K, found: Found<unknown>, built: Built<K>): void {
    if ('skip' in built) {
      this.skip(found, built.skip)
      return
    }
    this.make(kind, found.id, { awsId: found.awsId, ...built }, found.lines)
  }

  /** Adds a resource that no single item stands for. */
  make<K extends Kind>(kind: K, id: ResourceId, fields: Fields<K> & { readonly awsId?: string | undefined }, lines: readonly Line[] = []): void {
    this.resources.set(id, { resource: { kind, id, ...defined(fields) }, lines })
    for (const line of lines) line.resource ??= id
  }

  /** Counts an item as shown by the resource it was merged into. */
  merge(found: Found<unknown>, into: ResourceId): void {
    for (const line of found.lines) line.resource = into
  }

  /** Leaves an item out, and says why. */
  skip(found: Found<unknown>, reason: string): void {
    this.bury(found.awsId, reason)
    this.#skipped.add(found)
    for (const line of found.lines) line.skipped ??= reason
  }

  /** Adds to the report what had to be assumed about an item. */
  note(found: Found<unknown>, remark: string): void {
    const line = found.lines[0]
    if (line && !line.notes.includes(remark)) line.notes.push(remark)
  }
}

function defined<T extends object>(fields: T): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

function merged<T>(first: T, second: T): T {
  const says = (value: unknown) => value !== undefined && !(Array.isArray(value) && value.length === 0)
  const stated = Object.entries(first as object).filter(([, value]) => says(value))
  return { ...second, ...first, ...Object.fromEntries([...Object.entries(second as object).filter(([, value]) => says(value)), ...stated]) }
}
