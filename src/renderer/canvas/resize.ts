import { isCollapsed } from '../../shared/document/collapsed.ts'
import { boxOf, membersOf } from '../../shared/document/groups.ts'
import type { DesignIndex } from '../../shared/document/query.ts'
import { annotationSize } from '../../shared/drawing/annotations.ts'
import type { Point } from '../../shared/drawing/display-list.ts'
import { isOnBorder, type Moved, rectOf, type Rect, unionOf } from '../../shared/drawing/rects.ts'
import { headerOf, isFrame, minimumSize, PADDING, type Size } from '../../shared/drawing/sizes.ts'
import type { ResourceId } from '../../shared/model/id.ts'

/** The edge or corner of a frame that is dragged, by compass. */
export const EDGES = ['n', 's', 'e', 'w', 'ne', 'nw', 'se', 'sw'] as const

/** The edge or corner of a frame that is dragged. */
export type Edge = (typeof EDGES)[number]

/** Limits of drawn frames and notes, as their kinds state them, in pixels. */
const DRAWN = { least: { width: 80, height: 60 }, note: 1200, frame: 20_000 } as const

/** The edges by which something can be resized: of a note the sides, for its height follows its text. */
export function edgesOf(index: DesignIndex, id: string): readonly Edge[] {
  const kind = boxOf(index, id)?.kind ?? index.get(id as ResourceId)?.kind
  if (kind === undefined || isCollapsed(index, id)) return []
  if (kind === 'note') return ['e', 'w']
  return kind === 'frame' || isFrame(kind) ? EDGES : []
}

/** The size that a frame cannot go below, and where its contents begin and end; a drawn frame holds nothing. */
function limits(index: DesignIndex, id: string): { readonly least: Size; readonly contents: Rect | undefined } {
  const kind = boxOf(index, id)?.kind ?? index.get(id as ResourceId)?.kind ?? 'vpc'
  if (annotationSize(index, id)) return { least: DRAWN.least, contents: undefined }
  const members = unionOf(membersOf(index, id).flatMap((member) => (isOnBorder(index, member) ? [] : (rectOf(index, member) ?? []))))
  const header = headerOf(kind)
  const contents = members && { x: members.x - PADDING.side, y: members.y - header, width: members.width + 2 * PADDING.side, height: members.height + header + PADDING.side }
  return { least: minimumSize(kind), contents }
}

/** The point where an edge or corner of a rectangle is. */
export function edgePoint(rect: Rect, edge: Edge): Point {
  return { x: edge.includes('w') ? rect.x : edge.includes('e') ? rect.x + rect.width : rect.x + rect.width / 2, y: edge.includes('n') ? rect.y : edge.includes('s') ? rect.y + rect.height : rect.y + rect.height / 2 }
}

/**
 * A frame with one edge at a point: never smaller than what it holds with the room around, nor than can be read. Contents that were
 * pushed closer to the border than that may stay so. With `keepsRatio` a corner keeps the proportions as far as the limits allow.
 */
export function resized(index: DesignIndex, id: string, edge: Edge, to: Point, keepsRatio = false): Rect {
  const rect = rectOf(index, id) ?? { x: 0, y: 0, ...minimumSize('vpc') }
  const { least, contents } = limits(index, id)
  const most = index.get(id as ResourceId)?.kind === 'note' ? DRAWN.note : annotationSize(index, id) ? DRAWN.frame : Infinity
  const aim = keepsRatio && edge.length === 2 ? inProportion(rect, edge, to) : to
  let [left, top, right, bottom] = [rect.x, rect.y, rect.x + rect.width, rect.y + rect.height]
  if (edge.includes('w')) left = Math.max(right - most, Math.min(aim.x, right - least.width, contents ? Math.max(contents.x, rect.x) : Infinity))
  if (edge.includes('e')) right = Math.min(left + most, Math.max(aim.x, left + least.width, contents ? Math.min(contents.x + contents.width, right) : -Infinity))
  if (edge.includes('n')) top = Math.max(bottom - most, Math.min(aim.y, bottom - least.height, contents ? Math.max(contents.y, rect.y) : Infinity))
  if (edge.includes('s')) bottom = Math.min(top + most, Math.max(aim.y, top + least.height, contents ? Math.min(contents.y + contents.height, bottom) : -Infinity))
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** The point nearest to the wanted one at which a corner keeps the proportions of the rectangle. */
function inProportion(rect: Rect, edge: Edge, to: Point): Point {
  const corner = edgePoint(rect, edge)
  const opposite = { x: 2 * rect.x + rect.width - corner.x, y: 2 * rect.y + rect.height - corner.y }
  const [width, height] = [corner.x - opposite.x, corner.y - opposite.y]
  const scale = Math.max((to.x - opposite.x) / width, (to.y - opposite.y) / height)
  return { x: opposite.x + width * scale, y: opposite.y + height * scale }
}

/** The place of a frame that is resized, and those of the gateways on its border, which stay on it. */
export function withBorder(index: DesignIndex, id: string, to: Rect): Moved {
  const from = rectOf(index, id)
  const places = new Map<string, { x: number; y: number; width?: number; height?: number }>([[id, to]])
  if (!from) return places
  for (const member of membersOf(index, id).filter((one) => isOnBorder(index, one))) {
    const rect = rectOf(index, member)
    if (!rect) continue
    const middle = { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 }
    const distances = [Math.abs(middle.x - from.x), Math.abs(middle.x - from.x - from.width), Math.abs(middle.y - from.y), Math.abs(middle.y - from.y - from.height)]
    const side = distances.indexOf(Math.min(...distances))
    const along = (at: number, start: number, length: number): number => Math.max(start, Math.min(start + length, at))
    const x = side === 0 ? middle.x + to.x - from.x : side === 1 ? middle.x + to.x + to.width - from.x - from.width : along(middle.x, to.x, to.width)
    const y = side === 2 ? middle.y + to.y - from.y : side === 3 ? middle.y + to.y + to.height - from.y - from.height : along(middle.y, to.y, to.height)
    if (x !== middle.x || y !== middle.y) places.set(member, { x: rect.x + x - middle.x, y: rect.y + y - middle.y })
  }
  return places
}
