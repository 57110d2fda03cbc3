import type { Placement } from '../document/design.ts'
import { hiddenIn, isCollapsed } from '../document/collapsed.ts'
import { boxOf, holderOf, membersOf } from '../document/groups.ts'
import type { DesignIndex } from '../document/query.ts'
import type { ResourceId } from '../model/id.ts'
import { annotationSize } from './annotations.ts'
import { COLLAPSED_SIZE, headerOf, isFrame, minimumSize, NODE_SIZE, PADDING } from './sizes.ts'

/** A rectangle in canvas pixels. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Places that differ from the saved ones, by id of resource or box: what is being dragged or resized right now. */
export type Moved = ReadonlyMap<string, Placement>

/** The smallest rectangle around all; undefined for none. */
export function unionOf(rects: Iterable<Rect>): Rect | undefined {
  let left = Infinity
  let top = Infinity
  let right = -Infinity
  let bottom = -Infinity
  for (const { x, y, width, height } of rects) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  return left > right ? undefined : { x: left, y: top, width: right - left, height: bottom - top }
}

/** The rectangle with so much room around it. */
export function grown(rect: Rect, by: number): Rect {
  return { x: rect.x - by, y: rect.y - by, width: rect.width + 2 * by, height: rect.height + 2 * by }
}

/** True when the rectangles share more than an edge. */
export function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** True when `inner` lies within `outer`, edges included. */
export function encloses(outer: Rect, inner: Rect): boolean {
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height
}

/**
 * True for gateways that belong on their VPC's border: attached internet and virtual private gateways. They straddle it,
 * so they do not lie within their holder as everything else does.
 */
export function isOnBorder(index: DesignIndex, id: string): boolean {
  const kind = index.get(id as ResourceId)?.kind
  if (kind !== 'internet-gateway' && kind !== 'vpn-gateway') return false
  const holder = holderOf(index, id)
  return holder !== undefined && index.get(holder as ResourceId)?.kind === 'vpc'
}

/** The rectangle of a frame around its members: the title above, room at the sides. */
export function frameAround(kind: Parameters<typeof headerOf>[0], contents: Rect): Rect {
  const header = headerOf(kind)
  return { x: contents.x - PADDING.side, y: contents.y - header, width: contents.width + 2 * PADDING.side, height: contents.height + header + PADDING.side }
}

/** The size that a place states. */
function sizeIn(place: Placement | undefined): { readonly width?: number; readonly height?: number } {
  return { ...(place?.width === undefined ? {} : { width: place.width }), ...(place?.height === undefined ? {} : { height: place.height }) }
}

/**
 * Where a resource or box is drawn; undefined when it has no place, or when a collapsed box stands for it. A group box that nobody placed surrounds its members.
 */
export function rectOf(index: DesignIndex, id: string, moved?: Moved): Rect | undefined {
  const box = boxOf(index, id)
  const kind = box?.kind ?? index.get(id as ResourceId)?.kind
  if (kind === undefined || hiddenIn(index, id) !== undefined) return undefined
  const place = moved?.get(id) ?? box?.stored ?? index.design.placements[id as ResourceId]
  const least = minimumSize(kind)
  if (place && isCollapsed(index, id)) return { x: place.x, y: place.y, ...COLLAPSED_SIZE }
  if (place) {
    if (!isFrame(kind)) return { x: place.x, y: place.y, ...(annotationSize(index, id, sizeIn(moved?.get(id))) ?? NODE_SIZE) }
    return { x: place.x, y: place.y, width: place.width ?? least.width, height: place.height ?? least.height }
  }
  if (!box) return undefined
  const contents = unionOf(membersOf(index, id).flatMap((member) => rectOf(index, member, moved) ?? []))
  return contents && frameAround(kind, contents)
}
