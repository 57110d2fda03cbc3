import type { DesignIndex } from '../../../shared/document/query.ts'
import type { ResourceId } from '../../../shared/model/id.ts'
import { definitionOf } from '../../../shared/model/index.ts'

/** What a person reads for a resource: kind, name, and AWS id where that says more. */
export function nameOfId(index: DesignIndex, id: ResourceId | 'internet'): string {
  if (id === 'internet') return 'internet'
  const resource = index.get(id)
  if (resource === undefined) return id
  const { label } = definitionOf(resource.kind)
  const name = resource.name || resource.awsId || resource.id
  const named = name.toLowerCase().startsWith(label.toLowerCase()) ? name : `${label} ${name}`
  return resource.awsId === undefined || name === resource.awsId ? named : `${named} (${resource.awsId})`
}
