import { fieldInfo, type WhenGone } from './field.ts'
import type { ResourceId } from './id.ts'
import { definitionOf, type Kind, KINDS, type Resource } from './index.ts'
import { fieldsWhere, valuesAt } from './schema-path.ts'

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

const fieldsOf = new Map<Kind, readonly ReferenceField[]>()

/** The reference fields of a kind, read from its schema. */
export function referenceFields(kind: Kind): readonly ReferenceField[] {
  let fields = fieldsOf.get(kind)
  if (!fields) {
    fields = fieldsWhere(definitionOf(kind).schema, (schema) => {
      const info = fieldInfo.get(schema)
      return info?.refers && info.whenGone ? { refers: info.refers, whenGone: info.whenGone } : undefined
    }).map(({ path, is }) => ({ path, ...is }))
    fieldsOf.set(kind, fields)
  }
  return fields
}

/** Every reference that a resource holds, in schema order. */
export function referencesOf(resource: Resource): Reference[] {
  return referenceFields(resource.kind).flatMap((field) => [...valuesAt(resource, field.path)].map(({ at, value }) => ({ field, at, id: value as ResourceId })))
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
