import type { z } from 'zod'
import { fieldInfo, type WhenGone } from './field.ts'
import type { ResourceId } from './id.ts'
import { definitionOf, type Kind, KINDS, type Resource } from './index.ts'

/** Where a kind refers to other resources. `path` walks object keys; `[]` stands for every entry of a list. */
export interface ReferenceField {
  readonly path: readonly string[]
  readonly refers: readonly string[]
  readonly whenGone: WhenGone
}

/** A reference found in a resource: the field, with list indexes in place of `[]`, and the id it holds. */
export interface Reference {
  readonly field: ReferenceField
  readonly at: readonly (string | number)[]
  readonly id: ResourceId
}

interface Definition {
  readonly type: string
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly shape?: Readonly<Record<string, z.ZodType>>
}

function collect(schema: z.ZodType, path: readonly string[], found: ReferenceField[]): void {
  const info = fieldInfo.get(schema)
  if (info?.refers && info.whenGone) {
    found.push({ path, refers: info.refers, whenGone: info.whenGone })
    return
  }
  const definition = schema.def as unknown as Definition // zod types `def` per class; only these three members are read
  if (definition.innerType) collect(definition.innerType, path, found)
  else if (definition.element) collect(definition.element, [...path, '[]'], found)
  else if (definition.shape) for (const [key, child] of Object.entries(definition.shape)) collect(child, [...path, key], found)
}

const fieldsOf = new Map<Kind, readonly ReferenceField[]>()

/** The reference fields of a kind, read from its schema. */
export function referenceFields(kind: Kind): readonly ReferenceField[] {
  let fields = fieldsOf.get(kind)
  if (!fields) {
    const found: ReferenceField[] = []
    collect(definitionOf(kind).schema, [], found)
    fields = found
    fieldsOf.set(kind, fields)
  }
  return fields
}

function* walk(value: unknown, path: readonly string[], at: readonly (string | number)[]): Generator<{ at: readonly (string | number)[]; id: ResourceId }> {
  if (value === undefined || value === null) return
  const [step, ...rest] = path
  if (step === undefined) {
    yield { at, id: value as ResourceId }
  } else if (step === '[]') {
    for (const [index, entry] of (value as readonly unknown[]).entries()) yield* walk(entry, rest, [...at, index])
  } else {
    yield* walk((value as Readonly<Record<string, unknown>>)[step], rest, [...at, step])
  }
}

/** Every reference that a resource holds, in schema order. */
export function referencesOf(resource: Resource): Reference[] {
  return referenceFields(resource.kind).flatMap((field) => [...walk(resource, field.path, [])].map(({ at, id }) => ({ field, at, id })))
}

const GONE = Symbol('gone')

function rewrite(value: unknown, field: ReferenceField, depth: number, insideList: boolean, map: (id: ResourceId) => ResourceId | undefined): unknown {
  if (value === undefined || value === null) return value
  const step = field.path[depth]
  if (step === undefined) return map(value as ResourceId) ?? GONE
  if (step === '[]') {
    const before = value as readonly unknown[]
    const after = before.map((entry) => rewrite(entry, field, depth + 1, true, map))
    return after.every((entry, index) => entry === before[index]) ? before : after.filter((entry) => entry !== GONE)
  }
  const record = value as Readonly<Record<string, unknown>>
  if (!(step in record)) return value
  const after = rewrite(record[step], field, depth + 1, insideList, map)
  if (after === record[step]) return value
  if (after !== GONE) return { ...record, [step]: after }
  if (insideList && field.whenGone === 'drop-entry') return GONE
  const { [step]: _gone, ...others } = record
  return others
}

/**
 * The resource with its references renamed. `map` returns the new id, or undefined when the target is gone: the field
 * is then cleared, or the list entry that holds it dropped. A resource whose reference cascades is the caller's to remove.
 */
export function mapReferences(resource: Resource, map: (id: ResourceId) => ResourceId | undefined): Resource {
  return referenceFields(resource.kind).reduce<unknown>((value, field) => rewrite(value, field, 0, false, map), resource) as Resource
}

/** Kinds that refer to the given kind, with the fields; used to find who breaks when it goes. */
export function referrersOfKind(kind: Kind): readonly { readonly kind: Kind; readonly field: ReferenceField }[] {
  return KINDS.flatMap((other) => referenceFields(other).flatMap((field) => (field.refers.includes(kind) ? [{ kind: other, field }] : [])))
}
