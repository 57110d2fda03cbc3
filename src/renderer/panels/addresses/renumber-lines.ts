import type { AddressChange } from '../../../shared/document/addresses/renumber.ts'
import type { ResourceId } from '../../../shared/model/id.ts'
import type { Resource } from '../../../shared/model/index.ts'

/** What changes in one resource. */
export interface ResourceChanges {
  readonly resource: Resource
  readonly changes: readonly AddressChange[]
}

/** Changed addresses by the resource that they are in, in order of first appearance. */
export function byResource(changes: readonly AddressChange[]): ResourceChanges[] {
  const groups = new Map<ResourceId, { resource: Resource; changes: AddressChange[] }>()
  for (const change of changes) {
    const group = groups.get(change.resource.id)
    if (group) group.changes.push(change)
    else groups.set(change.resource.id, { resource: change.resource, changes: [change] })
  }
  return [...groups.values()]
}
