import { type HolderId, holderOf, membersOf } from '../document/groups.ts'
import type { DesignIndex } from '../document/query.ts'
import type { Point } from '../drawing/display-list.ts'
import { grown, isOnBorder, overlap, rectOf, unionOf } from '../drawing/rects.ts'
import { GAP } from '../drawing/sizes.ts'
import type { ResourceId } from '../model/id.ts'
import { isLoose } from './fit.ts'
import { extentOf } from './surroundings.ts'

/** Space that a thing keeps to its neighbours. */
function gapOf(index: DesignIndex, id: string): number {
  const kind = index.get(id as ResourceId)?.kind
  return kind === 'vpc' || kind === 'site' ? GAP.block : kind === 'subnet' ? GAP.subnet : GAP.node
}

/**
 * How far copies of things are to be put from them so that they cover nothing: to the right of or below a neighbour, whichever is
 * nearer, in whole steps. Undefined for what does not lie in one holder, or straddles its border.
 */
export function besideBy(index: DesignIndex, ids: readonly HolderId[], step: number): Point | undefined {
  const [first] = ids
  const block = unionOf(ids.flatMap((id) => extentOf(index, id) ?? []))
  if (first === undefined || !block) return undefined
  const holder = holderOf(index, first)
  if (ids.some((id) => holderOf(index, id) !== holder || isOnBorder(index, id) || isLoose(index, id))) return undefined
  const gap = Math.max(...ids.map((id) => gapOf(index, id)))
  const neighbours = membersOf(index, holder).flatMap((id) => (isOnBorder(index, id) || isLoose(index, id) ? [] : (extentOf(index, id) ?? rectOf(index, id) ?? [])))
  const whole = (distance: number): number => Math.ceil(distance / step) * step
  const tries = neighbours.flatMap((rect) => [
    { x: whole(rect.x + rect.width + gap - block.x), y: 0 },
    { x: 0, y: whole(rect.y + rect.height + gap - block.y) },
  ])
  const isFree = ({ x, y }: Point): boolean => x + y > 0 && !neighbours.some((rect) => overlap(grown(rect, gap), { ...block, x: block.x + x, y: block.y + y }))
  return tries.filter(isFree).sort((a, b) => a.x + a.y - b.x - b.y || b.x - a.x)[0]
}
