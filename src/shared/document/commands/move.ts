import type { BoxId, ResourceId } from '../../model/id.ts'
import type { Placement } from '../design.ts'
import type { Edit } from '../edit.ts'
import { boxOf, type HolderId } from '../groups.ts'
import { marksOf } from '../marks.ts'
import { type DesignIndex, displayName } from '../query.ts'
import { carryBends } from './bends.ts'
import { Draft } from './draft.ts'
import { withContents } from './remove.ts'

/** A rectangle in canvas pixels. */
export interface Frame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The places of things and all they hold, shifted; ready for drawing a drag, and for `placeAll`. What has no place is left out. */
export function shifted(index: DesignIndex, ids: Iterable<HolderId>, dx: number, dy: number): Map<HolderId, Placement> {
  const places = new Map<HolderId, Placement>()
  for (const id of withContents(index, ids)) {
    const place = boxOf(index, id)?.stored ?? index.design.placements[id as ResourceId]
    if (place) places.set(id, { x: place.x + dx, y: place.y + dy, ...(place.width === undefined ? {} : { width: place.width }), ...(place.height === undefined ? {} : { height: place.height }) })
  }
  return places
}

function moveLabel(index: DesignIndex, ids: readonly HolderId[], verb: string): string {
  const [only] = ids
  const resource = ids.length === 1 ? index.get(only as ResourceId) : undefined
  const box = ids.length === 1 && only !== undefined ? boxOf(index, only) : undefined
  return `${verb} ${resource ? displayName(resource) : box ? box.label || box.kind : `${ids.length} things`}`
}

/** Puts a frame of a group box into the design, whether it had a place or not. */
export function placeBox(draft: Draft, id: HolderId, frame: Frame): void {
  const box = boxOf(draft.index, id)
  if (!box) return
  const { OwnerId, Region, VpcId, AvailabilityZone, AvailabilityZoneId } = box
  draft.putBox({ id: id as BoxId, kind: box.kind, OwnerId, Region, VpcId, AvailabilityZone, AvailabilityZoneId, x: frame.x, y: frame.y, width: frame.width, height: frame.height, ...marksOf(box.stored) })
}

/** Gives resources and group boxes the places as they stand; what is said of their places besides stays. A box needs a width and a height. */
export function placeAll(index: DesignIndex, places: ReadonlyMap<HolderId, Placement>, label: string): Edit {
  const draft = new Draft(index)
  for (const [id, place] of places) {
    if (index.get(id as ResourceId)) draft.place(id as ResourceId, { ...marksOf(index.design.placements[id as ResourceId]), ...place })
    else if (place.width !== undefined && place.height !== undefined) placeBox(draft, id, { ...place, width: place.width, height: place.height })
  }
  carryBends(draft, places)
  return draft.edit(label)
}

/** Moves things with all they hold by a distance in canvas pixels. */
export function moveBy(index: DesignIndex, ids: readonly HolderId[], dx: number, dy: number): Edit {
  return placeAll(index, shifted(index, ids, dx, dy), moveLabel(index, ids, 'Move'))
}

/** Gives a container or group box another frame; what it holds stays where it is. */
export function resizeContainer(index: DesignIndex, id: HolderId, frame: Frame): Edit {
  return placeAll(index, new Map([[id, { x: frame.x, y: frame.y, width: frame.width, height: frame.height }]]), moveLabel(index, [id], 'Resize'))
}
