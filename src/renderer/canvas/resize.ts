import { boxOf, membersOf } from '../../shared/document/groups.ts'
import type { DesignIndex } from '../../shared/document/query.ts'
import type { Point } from '../../shared/drawing/display-list.ts'
import { isOnBorder, rectOf, type Rect, unionOf } from '../../shared/drawing/rects.ts'
import { headerOf, minimumSize } from '../../shared/drawing/sizes.ts'
import type { ResourceId } from '../../shared/model/id.ts'

/** The edge or corner of a frame that is dragged, by compass. */
export const EDGES = ['n', 's', 'e', 'w', 'ne', 'nw', 'se', 'sw'] as const

/** The edge or corner of a frame that is dragged. */
export type Edge = (typeof EDGES)[number]

const MARGIN = 8

/** A frame with one edge at a point: never smaller than its contents with a little room, nor than can be read. */
export function resized(index: DesignIndex, id: string, edge: Edge, to: Point, snap: number): Rect {
  const kind = boxOf(index, id)?.kind ?? index.get(id as ResourceId)?.kind ?? 'vpc'
  const rect = rectOf(index, id) ?? { x: 0, y: 0, ...minimumSize(kind) }
  const least = minimumSize(kind)
  const contents = unionOf(membersOf(index, id).flatMap((member) => (isOnBorder(index, member) ? [] : (rectOf(index, member) ?? []))))
  const round = (value: number): number => Math.round(value / snap) * snap
  let [left, top, right, bottom] = [rect.x, rect.y, rect.x + rect.width, rect.y + rect.height]
  if (edge.includes('w')) left = Math.min(round(to.x), right - least.width, contents ? contents.x - MARGIN : Infinity)
  if (edge.includes('e')) right = Math.max(round(to.x), left + least.width, contents ? contents.x + contents.width + MARGIN : -Infinity)
  if (edge.includes('n')) top = Math.min(round(to.y), bottom - least.height, contents ? contents.y - headerOf(kind) : Infinity)
  if (edge.includes('s')) bottom = Math.max(round(to.y), top + least.height, contents ? contents.y + contents.height + MARGIN : -Infinity)
  return { x: left, y: top, width: right - left, height: bottom - top }
}
