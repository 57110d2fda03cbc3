import type { Edit } from '../../../shared/document/edit.ts'
import { equalJson } from '../../../shared/document/equal.ts'
import type { DesignIndex } from '../../../shared/document/query.ts'
import { definitionOf, type Resource } from '../../../shared/model/index.ts'
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

/** The simple fields that all the resources have, whatever their kinds, and whether they agree. Lists are not among them. */
export function commonFieldsOf(resources: readonly Resource[]): CommonField[] {
  const [first, ...others] = resources
  if (!first) return []
  const simple = formOf(first.kind).filter(({ shape }) => ['text', 'number', 'boolean', 'choice'].includes(shape.type))
  const shared = simple.filter((field) => others.every((other) => formOf(other.kind).some((candidate) => candidate.name === field.name && equalJson(candidate.shape, field.shape) && candidate.optional === field.optional)))
  return shared.map((field) => ({ field, value: valueOf(first, field.name), isMixed: others.some((other) => !equalJson(valueOf(other, field.name), valueOf(first, field.name))) }))
}

/** Sets a field of several resources in one step. */
export function setCommonField(index: DesignIndex, resources: readonly Resource[], field: FormField, value: unknown): Edit {
  const changing = resources.filter((resource) => !equalJson(valueOf(resource, field.name), value))
  const [first] = changing
  const what = first && changing.every(({ kind }) => kind === first.kind) ? definitionOf(first.kind).plural : 'resources'
  return changeFields(index, changing.map(({ id }) => id), field.name, value, `Change ${field.label} of ${changing.length} ${what}`)
}
