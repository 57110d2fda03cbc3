import type { Kind } from '../model/index.ts'
import { ICON_INSET, ICON_SIZE, isFrame } from './sizes.ts'
import type { Rect } from './rects.ts'

/** Side of a rectangle. */
export type Side = 'left' | 'right' | 'top' | 'bottom'

/** Space between a node's icon or label and the links that end there. */
const MARGIN = 3

/** What links end at and go around: a frame's border; of a node the icon with its label, not the empty corners. */
export function outlineOf(kind: Kind, rect: Rect): Rect {
  if (isFrame(kind)) return rect
  return { x: rect.x + ICON_INSET - MARGIN, y: rect.y - MARGIN, width: ICON_SIZE + 2 * MARGIN, height: rect.height + 2 * MARGIN }
}

/** Where links end along a side when nothing pulls them elsewhere: a node's links meet its icon, a frame's its middle. */
export function middleOf(kind: Kind, outline: Rect, side: Side): number {
  if (side === 'top' || side === 'bottom') return outline.x + outline.width / 2
  return isFrame(kind) ? outline.y + outline.height / 2 : outline.y + MARGIN + ICON_SIZE / 2
}
