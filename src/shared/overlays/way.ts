import type { DesignIndex } from '../document/query.ts'
import type { ResourceId } from '../model/id.ts'
import { definitionOf } from '../model/index.ts'
import { endsOf, viaOf } from '../model/link.ts'
import type { Path, Trace } from '../simulation/types.ts'

/** What of a design carries a packet: links and what it passes, with the tunnels that it takes. */
export interface Carriers {
  readonly ids: ReadonlySet<ResourceId>
  readonly tunnels: ReadonlySet<`${ResourceId}/${1 | 2}`>
}

function note(index: DesignIndex, { hops, quality }: Path, ids: Set<ResourceId>, tunnels: Set<`${ResourceId}/${1 | 2}`>): void {
  for (const { by } of quality.parts ?? []) ids.add(by)
  let before: ResourceId | undefined
  for (const { resource, steps } of hops) {
    for (const step of steps) {
      if (step.kind !== 'tunnel') continue
      ids.add(step.resource)
      if (step.tunnel !== undefined) tunnels.add(`${step.resource}/${step.tunnel}`)
    }
    if (resource === 'internet') {
      before = undefined
      continue
    }
    ids.add(resource)
    const from = before
    const joining = from === undefined ? [] : index.links(resource).filter((link) => endsOf(link)?.includes(from) === true)
    if (joining[0] && !joining.some((link) => ids.has(link.id))) ids.add(joining[0].id)
    // A link is passed, not stood at: what lies on both of its sides is joined by it.
    const kind = index.get(resource)?.kind
    if (kind === undefined || definitionOf(kind).appearance !== 'link') before = resource
  }
}

/** What carries a flow there and its reply back. */
export function carriersOf(index: DesignIndex, { forward, return: back }: Trace): Carriers {
  const [ids, tunnels] = [new Set<ResourceId>(), new Set<`${ResourceId}/${1 | 2}`>()]
  for (const path of back ? [forward, back] : [forward]) note(index, path, ids, tunnels)
  for (const id of [...ids]) {
    const link = index.get(id)
    const via = link && viaOf(link)
    if (via !== undefined) ids.add(via)
  }
  return { ids, tunnels }
}
