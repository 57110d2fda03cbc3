import type { Box, Placement } from '../document/design.ts'
import type { Change, Edit } from '../document/edit.ts'
import { hiddenIn, isCollapsed } from '../document/collapsed.ts'
import { boxOf, type DerivedBox } from '../document/groups.ts'
import { marksOf } from '../document/marks.ts'
import type { DesignIndex } from '../document/query.ts'
import { type Rect, rectOf } from '../drawing/rects.ts'
import { isFrame } from '../drawing/sizes.ts'
import type { ResourceId } from '../model/id.ts'
import type { Places } from './fit.ts'

function placementOf(index: DesignIndex, id: string, rect: Rect): Placement {
  const kind = index.get(id as ResourceId)?.kind
  const marks = marksOf(index.design.placements[id as ResourceId])
  return kind !== undefined && isFrame(kind) ? { x: rect.x, y: rect.y, width: rect.width, height: rect.height, ...marks } : { x: rect.x, y: rect.y, ...marks }
}

/** A derived box as the design stores it. */
function storedBox(box: DerivedBox, rect: Rect): Box {
  const { id, kind, OwnerId, Region, VpcId, AvailabilityZone, AvailabilityZoneId } = box
  const said = Object.entries({ OwnerId, Region, VpcId, AvailabilityZone, AvailabilityZoneId }).filter(([, value]) => value !== undefined)
  return { id, kind, ...Object.fromEntries(said), x: rect.x, y: rect.y, width: rect.width, height: rect.height, ...marksOf(box.stored) }
}

/** The place of what is not drawn at its full size: as stated, else with the stored size. */
function unseen(place: Placement | undefined, before: Placement | undefined): Rect | undefined {
  return place && { x: place.x, y: place.y, width: place.width ?? before?.width ?? 0, height: place.height ?? before?.height ?? 0 }
}

/** The edit that stores places, of boxes too; what is there already is left out. */
export function placesEdit(index: DesignIndex, places: Places): Edit {
  const changes: Change[] = []
  for (const id of places.keys()) {
    const box = boxOf(index, id)
    const before = box ? box.stored : index.design.placements[id as ResourceId]
    const rect = isCollapsed(index, id) || hiddenIn(index, id) !== undefined ? unseen(places.get(id), before) : rectOf(index, id, places)
    if (!rect) continue
    const after = box ? storedBox(box, rect) : placementOf(index, id, rect)
    if (before && before.x === after.x && before.y === after.y && before.width === after.width && before.height === after.height) continue
    changes.push({ op: 'put', collection: box ? 'boxes' : 'placements', id, ...(before ? { before } : {}), after })
  }
  return { label: 'Arrange', changes }
}
