import { definitionOf, type Kind, type Resource } from './index.ts'
import type { Parent, Variant } from './kind.ts'

/** The form of its kind that a resource is; undefined when it is the plain one. */
export function variantOf(resource: Resource): Variant | undefined {
  const fields = resource as unknown as Readonly<Record<string, unknown>> // `is` names fields of this very kind
  return definitionOf(resource.kind).variants?.find(({ is }) => Object.entries(is).every(([field, value]) => fields[field] === value))
}

/** The icon of a resource: that of its form, else of its kind. */
export function iconNameOf(resource: Resource): string | undefined {
  return variantOf(resource)?.icon ?? definitionOf(resource.kind).icon
}

/** True for notes, frames and legends, which lie on the canvas over or behind everything and take no part in anything. */
export function isAnnotation(kind: Kind): boolean {
  return definitionOf(kind).appearance === 'annotation'
}

/** Where a resource of its form may be put. */
export function parentsOf(resource: Resource): readonly Parent[] {
  return variantOf(resource)?.parents ?? definitionOf(resource.kind).parents
}
