import { resourceSchema, type Resource } from '../../model/index.ts'
import type { BoxId, GroupingId, IntentId, ResourceId } from '../../model/id.ts'
import type { Bend } from '../bend.ts'
import type { Box, Placement } from '../design.ts'
import { type Change, type Collection, COLLECTIONS, type Edit } from '../edit.ts'
import { equalJson } from '../equal.ts'
import type { Grouping } from '../grouping.ts'
import type { Pool } from '../pool.ts'
import type { DesignIndex } from '../query.ts'

/** Gives a new resource id of the kind, never used before. */
export type IdSource = (kind: string) => ResourceId

/** A command's result when it made something: the edit, and what to select afterwards. */
export interface Made {
  readonly edit: Edit
  readonly ids: readonly (ResourceId | BoxId)[]
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).flatMap(([key, entry]) => (entry === undefined ? [] : [[key, plain(entry)]])))
}

/**
 * A design being changed by a command: reads see earlier writes, `edit` tells the difference to the start and nothing
 * else. The `index` stays that of the start.
 */
export class Draft {
  readonly index: DesignIndex
  readonly #touched = new Map<Collection, Map<string, unknown>>(COLLECTIONS.map((collection) => [collection, new Map()]))

  constructor(index: DesignIndex) {
    this.index = index
  }

  #read(collection: Collection, id: string): unknown {
    const touched = this.#touched.get(collection)
    if (touched?.has(id)) return touched.get(id)
    const entries: Readonly<Record<string, unknown>> = this.index.design[collection] ?? {}
    return Object.hasOwn(entries, id) ? entries[id] : undefined
  }

  #write(collection: Collection, id: string, value: unknown): void {
    this.#touched.get(collection)?.set(id, plain(value))
  }

  /** The resource as it is now. */
  resource(id: ResourceId): Resource | undefined {
    return this.#read('resources', id) as Resource | undefined
  }

  /** Adds or replaces a resource that is known to be valid. */
  put(resource: Resource): void {
    this.#write('resources', resource.id, resource)
  }

  /** Adds a resource put together from fields; throws when they do not fit its kind, which is our own fault. */
  create(fields: Readonly<Record<string, unknown>>): Resource {
    const resource = resourceSchema.parse(plain(fields)) as Resource
    this.put(resource)
    return resource
  }

  /** Changes fields of a resource; undefined takes a field away. What is not there is left alone. */
  update(id: ResourceId, fields: Readonly<Record<string, unknown>>): void {
    const resource = this.resource(id)
    if (resource) this.put({ ...resource, ...fields } as Resource)
  }

  /** Takes a resource and its place away; who refers to it is the caller's business. */
  remove(id: ResourceId): void {
    this.#write('resources', id, undefined)
    this.#write('placements', id, undefined)
    this.#write('bends', id, undefined)
  }

  placement(id: ResourceId): Placement | undefined {
    return this.#read('placements', id) as Placement | undefined
  }

  /** Places a resource; undefined forgets its place. */
  place(id: ResourceId, placement: Placement | undefined): void {
    this.#write('placements', id, placement)
  }

  box(id: BoxId): Box | undefined {
    return this.#read('boxes', id) as Box | undefined
  }

  putBox(box: Box): void {
    this.#write('boxes', box.id, box)
  }

  removeBox(id: BoxId): void {
    this.#write('boxes', id, undefined)
  }

  /** Gives a link corners. */
  putBend(bend: Bend): void {
    this.#write('bends', bend.id, bend)
  }

  /** Takes the corners of a link away. */
  removeBend(id: ResourceId): void {
    this.#write('bends', id, undefined)
  }

  grouping(id: GroupingId): Grouping | undefined {
    return this.#read('groupings', id) as Grouping | undefined
  }

  /** Adds or changes a grouping; one of fewer than two members goes. */
  putGrouping(grouping: Grouping): void {
    this.#write('groupings', grouping.id, grouping.members.length < 2 ? undefined : grouping)
  }

  removeGrouping(id: GroupingId): void {
    this.#write('groupings', id, undefined)
  }

  /** Adds or changes an address pool. */
  putPool(pool: Pool): void {
    this.#write('pools', pool.id, pool)
  }

  removeIntent(id: IntentId): void {
    this.#write('intents', id, undefined)
  }

  /** What was changed, as one edit; without changes its list is empty. */
  edit(label: string): Edit {
    const changes = COLLECTIONS.flatMap((collection) =>
      [...(this.#touched.get(collection) ?? [])].flatMap(([id, after]) => difference(collection, id, (this.index.design[collection] as Readonly<Record<string, unknown>> | undefined)?.[id], after)),
    )
    return { label, changes }
  }
}

function difference(collection: Collection, id: string, before: unknown, after: unknown): Change[] {
  if (equalJson(before, after)) return []
  if (before === undefined || after === undefined || collection === 'placements') {
    return [{ op: 'put', collection, id, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }]
  }
  const left = before as Readonly<Record<string, unknown>>
  const right = after as Readonly<Record<string, unknown>>
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((field): Change[] => {
    if (equalJson(left[field], right[field])) return []
    return [{ op: 'set', collection, id, field, ...(left[field] === undefined ? {} : { before: left[field] }), ...(right[field] === undefined ? {} : { after: right[field] }) }]
  })
}
