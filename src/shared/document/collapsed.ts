import type { Design } from './design.ts'
import { type HolderId, holderOf, holdersOf, membersOf } from './groups.ts'
import type { DesignIndex } from './query.ts'

const known = new WeakMap<Design, ReadonlySet<string>>()

/** The containers and boxes that are shown as one small box; found once per design. */
function collapsedOf(design: Design): ReadonlySet<string> {
  let found = known.get(design)
  if (!found) {
    const entries = [...Object.entries(design.placements), ...Object.entries(design.boxes)]
    found = new Set(entries.flatMap(([id, place]) => (place.collapsed ? [id] : [])))
    known.set(design, found)
  }
  return found
}

/** True for a container or box that is shown as one small box which stands for all it holds. */
export function isCollapsed(index: DesignIndex, id: string): boolean {
  return collapsedOf(index.design).has(id)
}

/** The outermost collapsed holder around something, which stands for it; undefined for what is shown itself. */
export function hiddenIn(index: DesignIndex, id: string): HolderId | undefined {
  const collapsed = collapsedOf(index.design)
  if (collapsed.size === 0) return undefined
  let outer: HolderId | undefined
  for (let holder = holderOf(index, id); holder !== undefined; holder = holderOf(index, holder)) if (collapsed.has(holder)) outer = holder
  return outer
}

/** What is on the canvas for something: itself, or the collapsed box that stands for it. */
export function shownFor(index: DesignIndex, id: HolderId): HolderId {
  return hiddenIn(index, id) ?? id
}

/** The collapsed holders around something, from the inside out. */
export function collapsedAround(index: DesignIndex, id: string): HolderId[] {
  return holdersOf(index, id).filter((holder) => isCollapsed(index, holder))
}

/** How many things a container or box holds, all the way down; group boxes do not count. */
export function countWithin(index: DesignIndex, id: string): number {
  return membersOf(index, id).reduce((sum, member) => sum + (index.get(member as Parameters<DesignIndex['get']>[0]) ? 1 : 0) + countWithin(index, member), 0)
}
