import type { Placement } from '../document/design.ts'
import type { DesignIndex } from '../document/query.ts'
import { ICON_SIZE, NODE_SIZE } from '../drawing/sizes.ts'
import type { ResourceId } from '../model/id.ts'
import { endsOf, viaOf } from '../model/link.ts'
import { type Block, flatten, groupOf } from './block.ts'
import { even } from './pack.ts'

type Heights = ReadonlyMap<string, number>

/** Where links meet each thing: a node's icon, a frame's middle. */
function heightsOf(block: Block): Heights {
  const places = new Map<string, Placement>()
  flatten(block, 0, 0, places)
  return new Map([...places].map(([id, { y, height = 0 }]) => [id, y + (height === NODE_SIZE.height ? ICON_SIZE : height) / 2]))
}

/** The things that links join something with: the other end, or the node a link runs through. */
function neighbours(index: DesignIndex, id: ResourceId): ResourceId[] {
  const through = index.referrers(id).map(({ resource }) => resource).filter((resource) => viaOf(resource) === id)
  return [...index.links(id), ...through].flatMap((link) => {
    const via = viaOf(link)
    const stops = [endsOf(link)?.[0], via, endsOf(link)?.[1]].filter((stop) => stop !== undefined)
    const at = stops.indexOf(id)
    return [stops[at - 1], stops[at + 1]].flatMap((stop) => stop ?? [])
  })
}

/**
 * Columns moved up or down as a whole so that most links to the columns at their right run level; nothing moves sideways.
 */
export function levelled(index: DesignIndex, row: Block): Block {
  const parts: { x: number; y: number; block: Block }[] = []
  const settled = new Map<string, number>()
  for (const part of [...row.parts].reverse()) {
    const own = heightsOf(part.block)
    const wishes = [...own].flatMap(([id, height]) => neighbours(index, id as ResourceId).flatMap((other) => (settled.has(other) ? (settled.get(other) ?? 0) - height : [])))
    wishes.sort((a, b) => a - b)
    const y = even(wishes[Math.floor((wishes.length - 1) / 2)] ?? part.y)
    parts.push({ ...part, y })
    for (const [id, height] of own) settled.set(id, y + height)
  }
  const top = Math.min(0, ...parts.map(({ y }) => y))
  return groupOf(parts.reverse().map((part) => ({ ...part, y: part.y - top })))
}
