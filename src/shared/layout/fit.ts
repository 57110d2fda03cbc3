import type { Placement } from '../document/design.ts'
import { boxOf, type HolderId, holderOf, membersOf } from '../document/groups.ts'
import { isCollapsed } from '../document/collapsed.ts'
import { isLocked } from '../document/marks.ts'
import type { DesignIndex } from '../document/query.ts'
import type { ResourceId } from '../model/id.ts'
import { isAnnotation } from '../model/variant.ts'
import { encloses, frameAround, isOnBorder, type Moved, overlap, type Rect, rectOf, unionOf } from '../drawing/rects.ts'
import { GAP, isFrame } from '../drawing/sizes.ts'

/** Places under construction; what is not in here is where the design says. */
export type Places = Map<string, Placement>

/**
 * The rectangle a frame needs: its present one, grown until it holds its members with room for title and padding. It
 * never shrinks. Gateways that straddle a VPC's border do not count. Undefined for what is no frame or has no place.
 */
export function fitContainer(index: DesignIndex, id: string, moved?: Moved): Rect | undefined {
  const kind = boxOf(index, id)?.kind ?? index.get(id as ResourceId)?.kind
  const rect = rectOf(index, id, moved)
  if (kind === undefined || !isFrame(kind)) return undefined
  if (isCollapsed(index, id)) return rect
  const contents = unionOf(membersOf(index, id).flatMap((member) => (isOnBorder(index, member) ? [] : (rectOf(index, member, moved) ?? []))))
  if (!contents) return rect
  const needed = frameAround(kind, contents)
  return rect && encloses(rect, contents) && !needsRoom(rect, contents) ? rect : unionOf(rect ? [rect, needed] : [needed])
}

/** A person may push members close to the frame; only what touches or leaves it makes it grow. */
function needsRoom(rect: Rect, contents: Rect): boolean {
  return contents.x === rect.x || contents.y === rect.y
}

/** Moves something with all it holds. */
export function shift(index: DesignIndex, places: Places, id: string, dx: number, dy: number): void {
  const rect = rectOf(index, id, places)
  const kept = places.get(id) ?? boxOf(index, id)?.stored ?? index.design.placements[id as ResourceId]
  // What is not drawn at its full size keeps the stored one.
  const { width, height } = rect && !isCollapsed(index, id) ? rect : (kept ?? {})
  if (kept) places.set(id, { x: kept.x + dx, y: kept.y + dy, ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) })
  for (const member of membersOf(index, id)) shift(index, places, member, dx, dy)
}

/** Notes and frames stay where they were put, whatever comes under them. */
export function isLoose(index: DesignIndex, id: string): boolean {
  const resource = index.get(id as ResourceId)
  return resource !== undefined && isAnnotation(resource.kind)
}

/**
 * Pushes the siblings that something now overlaps to the right or down, whichever is shorter, and what those overlap in turn. One that
 * is pushed comes clear of everything that was pushed before it too.
 */
function pushSiblings(index: DesignIndex, places: Places, id: string): void {
  const queue: string[] = [id]
  const still = new Map<string, Rect>()
  const own = rectOf(index, id, places)
  if (own) still.set(id, own)
  for (let at = 0; at < queue.length; at++) {
    const mover = queue[at] ?? id
    const rect = still.get(mover)
    for (const sibling of membersOf(index, holderOf(index, mover))) {
      const other = rectOf(index, sibling, places)
      if (still.has(sibling) || isLoose(index, sibling) || isLocked(index, sibling) || !rect || !other || isOnBorder(index, sibling) || !overlap(rect, other)) continue
      const to = clearOf([rect, ...still.values()], other)
      shift(index, places, sibling, to.x - other.x, to.y - other.y)
      still.set(sibling, to)
      queue.push(sibling)
    }
  }
}

/** Where a rectangle comes to lie when each of the others pushes it away in turn, to the right or down. */
function clearOf(others: readonly Rect[], rect: Rect): Rect {
  let at = rect
  for (let by: Rect | undefined; (by = others.find((other) => overlap(other, at))); ) {
    const right = by.x + by.width + GAP.subnet
    const down = by.y + by.height + GAP.subnet
    at = right - at.x <= down - at.y ? { ...at, x: right } : { ...at, y: down }
  }
  return at
}

/** Grows every frame around something, from the inside out, and pushes their neighbours away where they would overlap. */
export function growHolders(index: DesignIndex, places: Places, id: string): void {
  pushSiblings(index, places, id)
  for (let holder: HolderId | undefined = holderOf(index, id); holder !== undefined; holder = holderOf(index, holder)) {
    const before = rectOf(index, holder, places)
    const after = fitContainer(index, holder, places)
    if (after && !(before && encloses(before, after))) places.set(holder, after)
    if (after) pushSiblings(index, places, holder)
  }
}
