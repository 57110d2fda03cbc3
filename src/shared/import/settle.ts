import type { ResourceId } from '../model/id.ts'
import { type Resource, resourceSchema } from '../model/index.ts'
import { mapReferences, referencesOf } from '../model/reference.ts'
import type { ImportContext, Line } from './context.ts'

function validate(context: ImportContext): Map<ResourceId, Resource> {
  const resources = new Map<ResourceId, Resource>()
  for (const [id, { resource, lines }] of context.resources) {
    const read = resourceSchema.safeParse(resource)
    if (read.success) resources.set(id, read.data as Resource)
    else {
      const issue = read.error.issues[0]
      refuse(lines, `its ${(issue?.path ?? []).join('.')} ${issue?.message ?? 'is not valid'}`)
    }
  }
  return resources
}

function refuse(lines: readonly Line[], reason: string): void {
  for (const line of lines) line.skipped ??= reason
}

/** Drops the AWS id of route targets that stand; one whose target could not be shown keeps it and is a blackhole. */
function tidyRoutes(resource: Resource): Resource {
  if (resource.kind !== 'route-table') return resource
  const Routes = resource.Routes.map((route) => {
    const { targetAwsId: _standing, ...others } = route
    return route.target === undefined ? { State: 'blackhole' as const, ...route } : others
  })
  return { ...resource, Routes }
}

/**
 * Makes the imported resources fit together: what does not satisfy the model is left out with its reason, and so is what
 * cannot exist without it; other references to it are dropped.
 */
export function settleResources(context: ImportContext): Map<ResourceId, Resource> {
  const resources = validate(context)
  const stands = (id: ResourceId, refers: readonly string[]) => refers.includes(resources.get(id)?.kind ?? '')
  for (let changed = true; changed; ) {
    changed = false
    for (const [id, resource] of resources) {
      const dangling = referencesOf(resource).filter((reference) => !stands(reference.id, reference.field.refers))
      if (dangling.length === 0) continue
      changed = true
      const vital = dangling.find((reference) => reference.field.whenGone === 'cascade')
      if (vital) {
        resources.delete(id)
        const lost = context.resources.get(vital.id)?.resource['awsId'] ?? vital.id
        refuse(context.resources.get(id)?.lines ?? [], `its ${vital.at.join('.')} names ${String(lost)}, which is not shown`)
      } else {
        const lost = new Set(dangling.map((reference) => reference.id))
        resources.set(id, mapReferences(resource, (target) => (lost.has(target) ? undefined : target)))
      }
    }
  }
  for (const [id, resource] of resources) resources.set(id, tidyRoutes(resource))
  return resources
}
