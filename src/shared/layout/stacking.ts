import { placeAll } from '../document/commands/move.ts'
import type { Placement } from '../document/design.ts'
import type { Edit } from '../document/edit.ts'
import { type HolderId, holderOf, isPlaced, membersOf } from '../document/groups.ts'
import { orderOf } from '../document/marks.ts'
import type { DesignIndex } from '../document/query.ts'
import { overlap, rectOf } from '../drawing/rects.ts'
import { isFrame } from '../drawing/sizes.ts'
import type { ResourceId } from '../model/id.ts'

/** Which way something goes among its siblings: past the next one it overlaps, or all the way. */
export type Stacking = 'forward' | 'backward' | 'front' | 'back'

/** What lies over each other: nodes, notes with legends, or frames, each among their own. Containers never cover what they hold. */
function bandOf(index: DesignIndex, id: HolderId): string | undefined {
  const resource = index.get(id as ResourceId)
  if (!resource || !isPlaced(resource) || isFrame(resource.kind)) return undefined
  if (resource.kind === 'legend') return 'note'
  return resource.kind === 'note' || resource.kind === 'frame' ? resource.kind : 'node'
}

/** Siblings of the same band from back to front. */
function siblingsOf(index: DesignIndex, id: HolderId): HolderId[] {
  const band = bandOf(index, id)
  return membersOf(index, holderOf(index, id)).filter((other) => bandOf(index, other) === band).sort((a, b) => orderOf(index, a) - orderOf(index, b) || (a < b ? -1 : 1))
}

/** True for what can be put in front of or behind others. */
export function canRestack(index: DesignIndex, ids: Iterable<HolderId>): boolean {
  return [...ids].some((id) => bandOf(index, id) !== undefined)
}

/** The siblings in their new order: the chosen keep their order among themselves. */
function restacked(index: DesignIndex, siblings: readonly HolderId[], chosen: ReadonlySet<string>, how: Stacking): readonly HolderId[] {
  const [mine, rest] = [siblings.filter((id) => chosen.has(id)), siblings.filter((id) => !chosen.has(id))]
  if (how === 'front') return [...rest, ...mine]
  if (how === 'back') return [...mine, ...rest]
  const upwards = how === 'forward'
  const covers = (id: HolderId): boolean => mine.some((own) => {
    const [a, b] = [rectOf(index, own), rectOf(index, id)]
    return a !== undefined && b !== undefined && overlap(a, b)
  })
  const edge = upwards ? Math.max(...mine.map((id) => siblings.indexOf(id))) : Math.min(...mine.map((id) => siblings.indexOf(id)))
  const passed = rest.filter((id) => (upwards ? siblings.indexOf(id) > edge : siblings.indexOf(id) < edge) && covers(id))
  const next = upwards ? passed[0] : passed.at(-1)
  if (next === undefined) return siblings
  const at = rest.indexOf(next) + (upwards ? 1 : 0)
  return [...rest.slice(0, at), ...mine, ...rest.slice(at)]
}

/** Orders that give this sequence, changing as few as can be; equal orders go by id. */
function ordersFor(index: DesignIndex, sequence: readonly HolderId[], chosen: ReadonlySet<string>): Map<HolderId, number> {
  const orders = new Map<HolderId, number>()
  const firstKept = sequence.findIndex((id) => !chosen.has(id))
  const anchor = firstKept < 0 ? undefined : sequence[firstKept]
  let before: { readonly id: HolderId; readonly order: number } | undefined
  for (const [at, id] of sequence.entries()) {
    const own = chosen.has(id) ? (at < firstKept && anchor !== undefined ? orderOf(index, anchor) - 1 : (before?.order ?? 0)) : orderOf(index, id)
    const least = before === undefined ? own : before.id < id ? before.order : before.order + 1
    const order = Math.max(own, least)
    orders.set(id, order)
    before = { id, order }
  }
  return orders
}

/** Puts things in front of or behind their siblings; containers among them stay. */
export function restack(index: DesignIndex, ids: Iterable<HolderId>, how: Stacking): Edit {
  const chosen = new Set<HolderId>([...ids].filter((id) => bandOf(index, id) !== undefined))
  const label = { forward: 'Bring forward', backward: 'Send backward', front: 'Bring to front', back: 'Send to back' }[how]
  const places = new Map<HolderId, Placement>()
  const done = new Set<HolderId>()
  for (const id of chosen) {
    if (done.has(id)) continue
    const siblings = siblingsOf(index, id)
    for (const sibling of siblings) done.add(sibling)
    for (const [sibling, order] of ordersFor(index, restacked(index, siblings, chosen, how), chosen)) {
      const place = index.design.placements[sibling as ResourceId]
      if (place && orderOf(index, sibling) !== order) places.set(sibling, { ...place, order: order === 0 ? undefined : order })
    }
  }
  return placeAll(index, places, label)
}
