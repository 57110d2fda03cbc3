import type { ResourceId } from '../../model/id.ts'
import type { Resource } from '../../model/index.ts'
import { endsOf, viaOf } from '../../model/link.ts'
import type { BendPoint } from '../bend.ts'
import type { Placement } from '../design.ts'
import type { Edit } from '../edit.ts'
import { boxOf, type HolderId } from '../groups.ts'
import { type DesignIndex, displayName } from '../query.ts'
import { Draft } from './draft.ts'

/** The corners that a person gave a link; empty for one that finds its own way. */
export function bendsOf(index: DesignIndex, link: string): readonly BendPoint[] {
  return index.design.bends?.[link as ResourceId]?.points ?? []
}

const nameOf = (index: DesignIndex, link: ResourceId): string => {
  const resource = index.get(link)
  return resource ? displayName(resource) : link
}

/** Gives a link these corners; none lets it find its own way again. */
export function bendLink(index: DesignIndex, link: ResourceId, points: readonly BendPoint[]): Edit {
  if (points.length === 0) return straighten(index, [link])
  const draft = new Draft(index)
  draft.putBend({ id: link, points: points.map(({ x, y, leg }) => ({ x, y, ...(leg === undefined ? {} : { leg }) })) })
  return draft.edit(`Bend ${nameOf(index, link)}`)
}

/** Lets links find their own way again. */
export function straighten(index: DesignIndex, links: readonly ResourceId[]): Edit {
  const draft = new Draft(index)
  for (const link of links) draft.removeBend(link)
  const [only] = links
  return draft.edit(`Straighten ${links.length === 1 && only !== undefined ? nameOf(index, only) : `${links.length} links`}`)
}

/** How far something is moved by new places; undefined when it stays or gets no place. */
function shiftOf(index: DesignIndex, id: HolderId, places: ReadonlyMap<string, Placement>): { readonly dx: number; readonly dy: number } | undefined {
  const [after, before] = [places.get(id), boxOf(index, id)?.stored ?? index.design.placements[id as ResourceId]]
  return after && before ? { dx: after.x - before.x, dy: after.y - before.y } : undefined
}

/** The corners of a link when things get new places: they move with its ends when those move as one, else they stay. */
export function bendsAfter(index: DesignIndex, link: Resource, places: ReadonlyMap<string, Placement>): readonly BendPoint[] {
  const points = bendsOf(index, link.id)
  if (points.length === 0) return points
  const [first, ...others] = [...(endsOf(link) ?? []), viaOf(link)].flatMap((id) => (id === undefined ? [] : [shiftOf(index, id, places)]))
  const isOne = first !== undefined && others.every((shift) => shift?.dx === first.dx && shift.dy === first.dy)
  return isOne ? points.map((point) => ({ ...point, x: point.x + first.dx, y: point.y + first.dy })) : points
}

/** Moves the corners of links whose ends are moved as one. */
export function carryBends(draft: Draft, places: ReadonlyMap<string, Placement>): void {
  const { index } = draft
  for (const { id, points } of Object.values(index.design.bends ?? {})) {
    const link = index.get(id)
    const after = link && bendsAfter(index, link, places)
    if (after && after !== points) draft.putBend({ id, points: [...after] })
  }
}
