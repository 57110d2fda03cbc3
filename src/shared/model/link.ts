import type { ResourceId } from './id.ts'
import { definitionOf, type Kind, KIND_DEFINITIONS, type Resource } from './index.ts'

/** A kind of link that fits between two kinds, with the field that each end fills. */
export interface LinkChoice {
  readonly kind: Kind
  readonly fromField: string
  readonly toField: string
}

/** The links that make sense from one kind to another, in catalogue order; empty when none does. */
export function linkChoices(from: Kind, to: Kind): LinkChoice[] {
  return KIND_DEFINITIONS.flatMap((definition) => {
    const [first, second] = definition.ends ?? [[], []]
    const fit = (a: typeof first, b: typeof second): LinkChoice[] => {
      const start = a.find((end) => end.kinds.includes(from))
      const finish = b.find((end) => end.kinds.includes(to))
      return start && finish ? [{ kind: definition.kind as Kind, fromField: start.field, toField: finish.field }] : []
    }
    const straight = fit(first, second)
    return straight.length > 0 ? straight : fit(second, first)
  })
}

/** The two resources a link joins; an end that is not set is undefined. Undefined for what is not a link. */
export function endsOf(resource: Resource): readonly [ResourceId | undefined, ResourceId | undefined] | undefined {
  const ends = definitionOf(resource.kind).ends
  if (!ends) return undefined
  const fields = resource as unknown as Readonly<Record<string, ResourceId | undefined>> // ends name id fields of this very kind
  const pick = (end: (typeof ends)[number]) => end.map(({ field }) => fields[field]).find((id) => id !== undefined)
  return [pick(ends[0]), pick(ends[1])]
}

/** The node that a link runs through (a virtual interface's connection), if any. */
export function viaOf(resource: Resource): ResourceId | undefined {
  const { via } = definitionOf(resource.kind)
  return via === undefined ? undefined : (resource as unknown as Readonly<Record<string, ResourceId | undefined>>)[via]
}
