import { type DesignIndex, displayName } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'

/** What people call the resource with the id; the id itself when it is not in the design. */
export function nameOf(index: DesignIndex, id: ResourceId): string {
  const resource = index.get(id)
  return resource ? displayName(resource) : id
}

/** Names for a sentence: `A, B and C`, at most five of them spelt out. */
export function sentence(names: readonly string[]): string {
  const shown = names.length > 5 ? [...names.slice(0, 4), `${names.length - 4} more`] : names
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}
