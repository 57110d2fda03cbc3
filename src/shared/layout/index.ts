import type { Design } from '../document/design.ts'
import type { Edit } from '../document/edit.ts'
import { boxesOf, boxOf, type HolderId, holderOf, holdersOf, membersOf } from '../document/groups.ts'
import { isLocked } from '../document/marks.ts'
import { type DesignIndex, indexOf } from '../document/query.ts'
import type { ResourceId } from '../model/id.ts'
import { rectOf } from '../drawing/rects.ts'
import { flatten, outerSize } from './block.ts'
import { blockOf, canvasBlock } from './canvas.ts'
import { fitContainer, growHolders, isLoose, type Places } from './fit.ts'
import { freePlace } from './free-place.ts'
import { placesEdit } from './places-edit.ts'

export { GAP, ICON_SIZE, minimumSize, NODE_SIZE, PADDING, type Size } from '../drawing/sizes.ts'
export { fitContainer, growHolders, type Places } from './fit.ts'
export { freePlace, type Point } from './free-place.ts'

/** Everything that has a place, holders before what they hold. */
function topDown(index: DesignIndex): HolderId[] {
  const all: HolderId[] = []
  const visit = (id: HolderId): void => {
    all.push(id)
    membersOf(index, id).forEach(visit)
  }
  membersOf(index).forEach(visit)
  return all
}

/**
 * Places resources and group boxes. Notes and frames that have one stay, and so does what is locked. Without `only`: everything that has no place yet; with it: these, with all they hold,
 * anew, from the corner they have. What has a place and is not asked for stays, except that frames grow around what
 * is new in them and push their neighbours aside. The same design always gives the same places.
 */
export function layoutDesign(design: Design, only?: Iterable<string>): Edit {
  const index = indexOf(design)
  const hasPlace = (id: HolderId): boolean => boxOf(index, id)?.stored !== undefined || design.placements[id as ResourceId] !== undefined
  const everything = topDown(index)
  const all = everything.filter((id) => !hasPlace(id) || !(isLoose(index, id) || isLocked(index, id)))
  const asked = only && new Set(only)
  const chosen = new Set<string>()
  for (const id of all) {
    const holder = holderOf(index, id)
    if (asked ? asked.has(id) || (holder !== undefined && chosen.has(holder)) : !hasPlace(id)) chosen.add(id)
  }
  const fresh = new Set<string>(chosen)
  for (const id of [...all].reverse()) if (membersOf(index, id).some((member) => !fresh.has(member))) fresh.delete(id)

  const places: Places = new Map()
  const isLocking = everything.some((id) => isLocked(index, id))
  if (fresh.size === all.length && !isLocking) flatten(canvasBlock(index, membersOf(index).filter((id) => fresh.has(id)), () => true), 0, 0, places)
  else addTo(index, places, all, fresh, asked !== undefined)
  return placesEdit(index, places)
}

/** Places what is fresh among what stays. */
function addTo(index: DesignIndex, places: Places, all: readonly HolderId[], fresh: ReadonlySet<string>, keepCorner: boolean): void {
  const chosen = (id: string): boolean => fresh.has(id)
  for (const id of all) {
    const holder = holderOf(index, id)
    if (!fresh.has(id) || (holder !== undefined && fresh.has(holder))) continue
    const block = blockOf(index, id, chosen)
    const corner = keepCorner ? rectOf(index, id) : undefined
    const spot = corner ?? freePlace(index, holder, outerSize(block), index.get(id as ResourceId)?.kind, places)
    const over = corner ? undefined : block.overhang
    flatten(block, spot.x + (over?.left ?? 0), spot.y + (over?.top ?? 0), places)
    growHolders(index, places, id)
  }
  for (const box of boxesOf(index)) {
    const unplaced = [box.id, ...holdersOf(index, box.id)].filter((id) => !places.has(id) && !boxOf(index, id)?.stored && boxOf(index, id))
    for (const id of unplaced) {
      const rect = fitContainer(index, id, places)
      if (rect) places.set(id, rect)
    }
  }
}
