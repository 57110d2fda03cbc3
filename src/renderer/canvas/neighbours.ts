import { type HolderId, holderOf } from '../../shared/document/groups.ts'
import { isOnBorder, type Rect } from '../../shared/drawing/rects.ts'
import type { Stage } from './stage.ts'

/** How far around something its neighbours are looked for, in canvas pixels. */
const AROUND = 640
/** So many neighbours, the nearest, are lined up with. */
const MOST = 60

/** Rectangles of the nearest siblings in a holder, except some things; found by place, never by walking through the design. */
export function neighboursOf(stage: Stage, rect: Rect, holder: HolderId | undefined, except: { has(id: string): boolean }): Rect[] {
  const area = { x: rect.x - AROUND, y: rect.y - AROUND, width: rect.width + 2 * AROUND, height: rect.height + 2 * AROUND }
  const found = stage.within(area).flatMap((id) => {
    const isSibling = !except.has(id) && stage.partOf(id) !== 'link' && holderOf(stage.index, id) === holder && !isOnBorder(stage.index, id)
    const bounds = isSibling ? stage.boundsOf(id) : undefined
    return bounds ? [bounds] : []
  })
  if (found.length <= MOST) return found
  const [x, y] = [rect.x + rect.width / 2, rect.y + rect.height / 2]
  const far = (other: Rect): number => Math.hypot(other.x + other.width / 2 - x, other.y + other.height / 2 - y)
  return found.sort((a, b) => far(a) - far(b)).slice(0, MOST)
}
