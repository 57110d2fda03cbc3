import { boxOf } from '../../shared/document/groups.ts'
import type { DesignIndex } from '../../shared/document/query.ts'
import type { ResourceId } from '../../shared/model/id.ts'
import type { SelectableId } from '../state/session.svelte.ts'

/** The name of a thing as labels of edits have it, or how many there are. */
export function wordFor(index: DesignIndex, ids: readonly SelectableId[]): string {
  const [only] = ids
  if (ids.length !== 1 || only === undefined) return `${ids.length} things`
  return index.get(only as ResourceId)?.name ?? boxOf(index, only)?.label ?? only
}
