import type { ResourceId } from '../../model/id.ts'
import { definitionOf, type Resource } from '../../model/index.ts'
import { endsOf } from '../../model/link.ts'
import type { Bend } from '../bend.ts'
import type { Box, Placement } from '../design.ts'
import type { Grouping } from '../grouping.ts'
import { membersOfGrouping } from '../groupings.ts'
import { boxOf, type HolderId } from '../groups.ts'
import type { DesignIndex } from '../query.ts'
import { withContents } from './remove.ts'

/** What was copied: the chosen things with all they hold, their settings, and the links among them. */
export interface Clipping {
  readonly resources: readonly Resource[]
  readonly placements: Readonly<Record<ResourceId, Placement>>
  readonly boxes: readonly Box[]
  /** Those of which two members or more were copied, with these alone. */
  readonly bends: readonly Bend[]
  readonly groupings: readonly Grouping[]
}

/** Copies things for `pasteClipping`. Links come along when both their ends do, or when they were chosen themselves. */
export function copyResources(index: DesignIndex, ids: Iterable<HolderId>): Clipping {
  const chosen = withContents(index, ids)
  const taken = new Set<ResourceId>([...chosen].filter((id): id is ResourceId => index.get(id as ResourceId) !== undefined))
  for (const id of [...taken]) for (const child of index.children(id)) if (definitionOf(child.kind).appearance === 'setting') taken.add(child.id)
  for (const id of [...taken]) {
    for (const link of index.links(id)) if ((endsOf(link) ?? []).every((end) => end !== undefined && taken.has(end))) taken.add(link.id)
  }
  const resources = [...taken].sort().flatMap((id) => index.get(id) ?? [])
  const places = index.design.placements
  return {
    resources,
    placements: Object.fromEntries(resources.flatMap(({ id }) => (places[id] ? [[id, places[id]]] : []))),
    boxes: [...chosen].flatMap((id) => boxOf(index, id)?.stored ?? []),
    bends: resources.flatMap(({ id }) => index.design.bends?.[id] ?? []),
    groupings: Object.values(index.design.groupings ?? {}).flatMap((grouping) => {
      const members = membersOfGrouping(index, grouping).filter((id) => chosen.has(id))
      return members.length > 1 ? [{ ...grouping, members }] : []
    }),
  }
}
