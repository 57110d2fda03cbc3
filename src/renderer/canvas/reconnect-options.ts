import { type EndOf, reconnection } from '../../shared/document/commands/reconnect.ts'
import { isPlaced } from '../../shared/document/groups.ts'
import type { DesignIndex } from '../../shared/document/query.ts'
import type { ResourceId } from '../../shared/model/id.ts'
import { endsOf } from '../../shared/model/link.ts'
import { byName } from '../../shared/document/natural-order.ts'
import { nameWords } from './spoken.ts'

/** A line of the list that reconnects by keyboard: the new end, and which one it replaces. */
export interface ReconnectOption {
  readonly target: string
  readonly detail: string
  readonly end: EndOf
  readonly to: ResourceId
}

/** Everything that either end of a link could be moved to, in order of name. */
export function reconnectOptions(index: DesignIndex, link: ResourceId): ReconnectOption[] {
  const resource = index.get(link)
  if (!resource) return []
  const options = ([0, 1] as const).flatMap((end) => {
    const old = endsOf(resource)?.[end]
    const once = new Map<ResourceId, ReconnectOption>()
    for (const other of Object.values(index.design.resources)) {
      const found = isPlaced(other) && other.kind !== 'subnet' ? reconnection(index, resource, end, other.id) : undefined
      if (found && !once.has(found.id)) once.set(found.id, { target: nameWords(index, found.id), detail: old === undefined ? '' : `instead of ${nameWords(index, old)}`, end, to: found.id })
    }
    return [...once.values()]
  })
  return options.sort((a, b) => byName(a.target, b.target) || a.end - b.end)
}
