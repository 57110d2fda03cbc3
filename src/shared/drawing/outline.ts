import type { DerivedBox } from '../document/groups.ts'
import type { Kind } from '../model/index.ts'
import { ICON_INSET, ICON_SIZE, isFrame } from './sizes.ts'
import type { Rect } from './rects.ts'

/** Side of a rectangle. */
export type Side = 'left' | 'right' | 'top' | 'bottom'

/** Space between a node's icon or label and the links that end there. */
const MARGIN = 3

/** How far from the middle of its icon a node's links may end. */
export const ICON_REACH = 18

/** Frames keep their corners free of links. */
export const CORNER_ROOM = 12

/** What links end at: a frame's border; of a node the icon with its label, not the empty corners. */
export function outlineOf(kind: Kind, rect: Rect): Rect {
  if (isFrame(kind)) return rect
  return { x: rect.x + ICON_INSET - MARGIN, y: rect.y - MARGIN, width: ICON_SIZE + 2 * MARGIN, height: rect.height + 2 * MARGIN }
}

/** What links go around, at their ends too: a frame's border, all of a node with its label. */
export function bodyOf(kind: Kind | DerivedBox['kind'], rect: Rect): Rect {
  return isFrame(kind) ? rect : { x: rect.x, y: rect.y - MARGIN, width: rect.width, height: rect.height + 2 * MARGIN }
}

/** Where links end along a side when nothing pulls them elsewhere: a node's links meet its icon, a frame's its middle. */
export function middleOf(kind: Kind, body: Rect, side: Side): number {
  if (side === 'top' || side === 'bottom') return body.x + body.width / 2
  return isFrame(kind) ? body.y + body.height / 2 : body.y + MARGIN + ICON_SIZE / 2
}

/** The part of a side that links may end at, lowest and highest coordinate along it. */
export function reachOf(kind: Kind, body: Rect, side: Side): readonly [number, number] {
  const middle = middleOf(kind, body, side)
  if (!isFrame(kind)) return [middle - ICON_REACH, middle + ICON_REACH]
  const [start, length] = side === 'left' || side === 'right' ? [body.y, body.height] : [body.x, body.width]
  return length <= 2 * CORNER_ROOM ? [middle, middle] : [start + CORNER_ROOM, start + length - CORNER_ROOM]
}
