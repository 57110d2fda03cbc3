import type { Edit } from '../../../shared/document/edit.ts'
import { equalJson } from '../../../shared/document/equal.ts'
import type { DesignIndex } from '../../../shared/document/query.ts'
import { definitionOf, type Resource } from '../../../shared/model/index.ts'
import { candidatesFor, type CandidateGroup } from '../fields/candidates.ts'
import { changeFields } from '../fields/change-field.ts'
import { type FormField, formOf } from '../fields/schema-form.ts'

/** A field that several resources have in common. */
export interface CommonField {
  readonly field: FormField
  /** The value that all have; meaningless when they differ. */
  readonly value: unknown
  readonly isMixed: boolean
}

const valueOf = (resource: Resource, name: string) => (resource as unknown as Readonly<Record<string, unknown>>)[name]

const NOTES: FormField = { name: 'notes', label: 'Notes', optional: true, shape: { type: 'text', long: true } }

/** The simple fields and references that all the resources have, whatever their kinds, and whether they agree. Lists are not among them, nor what holds them: that is changed on the canvas, where each move can be refused. */
export function commonFieldsOf(resources: readonly Resource[]): CommonField[] {
  const [first, ...others] = resources
  if (!first) return []
  const places = new Set(resources.map(({ kind }) => definitionOf(kind).parentField))
  const simple = formOf(first.kind).filter(({ name, shape }) => !places.has(name) && ['text', 'number', 'boolean', 'choice', 'reference'].includes(shape.type))
  const shared = simple.filter((field) => others.every((other) => formOf(other.kind).some((candidate) => candidate.name === field.name && equalJson(candidate.shape, field.shape) && candidate.optional === field.optional)))
  return [...shared, NOTES].map((field) => ({ field, value: valueOf(first, field.name), isMixed: others.some((other) => !equalJson(valueOf(other, field.name), valueOf(first, field.name))) }))
}

/** Sets a field of several resources in one step. */
export function setCommonField(index: DesignIndex, resources: readonly Resource[], field: FormField, value: unknown): Edit {
  const changing = resources.filter((resource) => !equalJson(valueOf(resource, field.name), value))
  const [first] = changing
  const what = first && changing.every(({ kind }) => kind === first.kind) ? definitionOf(first.kind).plural : 'resources'
  return changeFields(index, changing.map(({ id }) => id), field.name, value, `Change ${field.label} of ${changing.length} ${what}`)
}

/** What all of the resources may refer to with a field, by kind. */
export function commonCandidates(index: DesignIndex, resources: readonly Resource[], { name, shape }: FormField): readonly CandidateGroup[] {
  if (shape.type !== 'reference') return []
  const [first, ...others] = resources.map((resource) => candidatesFor(index, resource, shape.refers, undefined, name === 'GroupId'))
  if (!first) return []
  const ids = others.map((groups) => new Set(groups.flatMap(({ candidates }) => candidates.map(({ id }) => id))))
  return first.map((group) => ({ ...group, candidates: group.candidates.filter(({ id }) => ids.every((known) => known.has(id))) })).filter(({ candidates }) => candidates.length > 0)
}
