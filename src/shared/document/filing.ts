import { parentOf } from '../model/containment.ts'
import type { ResourceId } from '../model/id.ts'
import type { Kind, Resource } from '../model/index.ts'
import { endsOf } from '../model/link.ts'
import { type Reference, referencesOf } from '../model/reference.ts'

/** Who refers to a resource, and through which field. */
export interface Referrer {
  readonly resource: Resource
  readonly reference: Reference
}

/** A design's resources filed by what people ask for; every list in order of id. */
export interface Filing {
  readonly byKind: ReadonlyMap<Kind, readonly Resource[]>
  readonly children: ReadonlyMap<ResourceId, readonly Resource[]>
  readonly referrers: ReadonlyMap<ResourceId, readonly Referrer[]>
  readonly links: ReadonlyMap<ResourceId, readonly Resource[]>
}

type Resources = Readonly<Record<ResourceId, Resource>>

interface Place<T> {
  readonly key: string
  readonly entry: T
}

/** Where a resource is filed, per drawer. */
function placesOf(resource: Resource) {
  const parent = parentOf(resource)
  return {
    byKind: [{ key: resource.kind, entry: resource }],
    children: parent === undefined ? [] : [{ key: parent, entry: resource }],
    referrers: referencesOf(resource).map((reference) => ({ key: reference.id, entry: { resource, reference } })),
    links: [...new Set(endsOf(resource) ?? [])].flatMap((end) => (end === undefined ? [] : [{ key: end, entry: resource }])),
  }
}

const DRAWERS = ['byKind', 'children', 'referrers', 'links'] as const

type Drawers = { readonly [D in (typeof DRAWERS)[number]]: Map<string, unknown[]> }

const asFiling = (drawers: Drawers): Filing => drawers as unknown as Filing // each drawer holds what placesOf gives it

/** Files everything. */
export function fileAll(resources: Resources): Filing {
  const drawers: Drawers = { byKind: new Map(), children: new Map(), referrers: new Map(), links: new Map() }
  for (const resource of Object.values(resources).sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const places = placesOf(resource)
    for (const drawer of DRAWERS) {
      for (const { key, entry } of places[drawer]) {
        const list = drawers[drawer].get(key)
        if (list) list.push(entry)
        else drawers[drawer].set(key, [entry])
      }
    }
  }
  return asFiling(drawers)
}

const idOf = (entry: unknown): ResourceId => ('resource' in (entry as object) ? (entry as Referrer).resource.id : (entry as Resource).id)

/** First position whose entry does not come before the id; lists are in order of id. */
function positionOf(list: readonly unknown[], id: ResourceId): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (idOf(list[middle]) < id) low = middle + 1
    else high = middle
  }
  return low
}

/** Takes one resource's entries out of a list and puts others in their place. The list is replaced, never changed. */
function swap(drawer: Map<string, unknown[]>, key: string, id: ResourceId, entries: readonly unknown[]): void {
  const list = drawer.get(key) ?? []
  const start = positionOf(list, id)
  let end = start
  while (end < list.length && idOf(list[end]) === id) end++
  const next = [...list.slice(0, start), ...entries, ...list.slice(end)]
  if (next.length === 0) drawer.delete(key)
  else drawer.set(key, next)
}

function grouped(places: readonly Place<unknown>[]): Map<string, unknown[]> {
  const groups = new Map<string, unknown[]>()
  for (const { key, entry } of places) groups.set(key, [...(groups.get(key) ?? []), entry])
  return groups
}

/** Files again only the named resources: the result equals `fileAll(after)`. Cost grows with what changed and the lists it is in. */
export function refile(filing: Filing, before: Resources, after: Resources, changed: Iterable<ResourceId>): Filing {
  const drawers: Drawers = {
    byKind: new Map(filing.byKind) as unknown as Drawers['byKind'],
    children: new Map(filing.children) as unknown as Drawers['children'],
    referrers: new Map(filing.referrers) as unknown as Drawers['referrers'],
    links: new Map(filing.links) as unknown as Drawers['links'],
  }
  for (const id of changed) {
    const old = Object.hasOwn(before, id) ? before[id] : undefined
    const now = Object.hasOwn(after, id) ? after[id] : undefined
    if (old === now) continue
    const [was, is] = [old && placesOf(old), now && placesOf(now)]
    for (const drawer of DRAWERS) {
      const next = grouped(is?.[drawer] ?? [])
      for (const key of new Set([...(was?.[drawer] ?? []).map((place) => place.key), ...next.keys()])) swap(drawers[drawer], key, id, next.get(key) ?? [])
    }
  }
  return asFiling(drawers)
}
