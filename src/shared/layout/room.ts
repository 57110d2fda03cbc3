import { boxOf, type HolderId } from '../document/groups.ts'
import type { DesignIndex } from '../document/query.ts'
import { isOnBorder, type Rect, rectOf } from '../drawing/rects.ts'
import { headerOf, PADDING } from '../drawing/sizes.ts'
import type { ResourceId } from '../model/id.ts'
import type { Unit } from './units.ts'

/** The part of a container that is for what it holds: below the title, clear of the border. */
export function roomOf(index: DesignIndex, holder: HolderId): Rect | undefined {
  const rect = rectOf(index, holder)
  const kind = boxOf(index, holder)?.kind ?? index.get(holder as ResourceId)?.kind
  if (!rect || kind === undefined) return undefined
  const header = headerOf(kind)
  return { x: rect.x + PADDING.side, y: rect.y + header, width: rect.width - 2 * PADDING.side, height: rect.height - header - PADDING.side }
}

/**
 * Where a unit may begin along an axis so that it stays in its container: no nearer to the border than the padding, or than it
 * is now. Gateways that straddle the border stay on it. Without a container there is no limit.
 */
export function limitsOf(index: DesignIndex, unit: Unit, axis: 'x' | 'y'): readonly [number, number] {
  const size = axis === 'x' ? 'width' : 'height'
  const { rect, holder, ids } = unit
  const frame = holder && rectOf(index, holder)
  const room = holder && roomOf(index, holder)
  if (!frame || !room) return [-Infinity, Infinity]
  if (ids.some((id) => isOnBorder(index, id))) return [frame[axis] - rect[size] / 2, frame[axis] + frame[size] - rect[size] / 2]
  const least = Math.min(room[axis], rect[axis])
  return [least, Math.max(least, room[axis] + room[size] - rect[size], rect[axis])]
}
