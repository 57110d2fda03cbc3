import { boxOf, type HolderId, holderOf } from '../../shared/document/groups.ts'
import type { Design, Placement } from '../../shared/document/design.ts'
import type { Edit } from '../../shared/document/edit.ts'
import type { DesignIndex } from '../../shared/document/query.ts'
import { placeAll } from '../../shared/document/commands/move.ts'
import { sequence } from '../../shared/document/commands/sequence.ts'
import type { Moved } from '../../shared/drawing/index.ts'
import { encloses, isOnBorder, rectOf } from '../../shared/drawing/rects.ts'
import { isFrame } from '../../shared/drawing/sizes.ts'
import { fitContainer, growHolders, type Places } from '../../shared/layout/index.ts'
import type { ResourceId } from '../../shared/model/id.ts'

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

/** Edits one after the other, then the places of some things as they come to rest. */
export function withPlaces(design: Design, label: string, steps: readonly ((index: DesignIndex) => Edit | undefined)[], places: (index: DesignIndex) => Moved, roots: readonly HolderId[]): Edit {
  return sequence(design, label, [...steps, (index) => placeAll(index, settled(index, places(index), roots), label)])
}
