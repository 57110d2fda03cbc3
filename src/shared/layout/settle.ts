import type { Placement } from '../document/design.ts'
import { boxOf, type HolderId, holderOf } from '../document/groups.ts'
import type { DesignIndex } from '../document/query.ts'
import { encloses, isOnBorder, type Moved, rectOf } from '../drawing/rects.ts'
import { isFrame } from '../drawing/sizes.ts'
import type { ResourceId } from '../model/id.ts'
import { fitContainer, growHolders, type Places } from './fit.ts'

/** True for containers and group boxes. */
export function isFrameId(index: DesignIndex, id: string): boolean {
  const kind = boxOf(index, id)?.kind ?? index.get(id as ResourceId)?.kind
  return kind !== undefined && isFrame(kind)
}

/**
 * The places after things were put somewhere: the frames around them grow to hold them and push their neighbours aside.
 * A node may overlap another (a person's choice), a frame pushes the others away.
 */
export function settled(index: DesignIndex, moved: Moved, roots: readonly HolderId[]): Map<HolderId, Placement> {
  const places: Places = new Map(moved)
  for (const root of roots) {
    if (isFrameId(index, root)) {
      growHolders(index, places, root)
      continue
    }
    const holder = holderOf(index, root)
    const before = holder && rectOf(index, holder, places)
    const after = holder && fitContainer(index, holder, places)
    if (!holder || !after || isOnBorder(index, root) || (before && encloses(before, after))) continue
    places.set(holder, after)
    growHolders(index, places, holder)
  }
  return places as Map<HolderId, Placement>
}
