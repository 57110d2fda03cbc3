import { createBox } from '../../shared/document/commands/boxes.ts'
import { createResource } from '../../shared/document/commands/create.ts'
import type { IdSource, Made } from '../../shared/document/commands/draft.ts'
import { placeAll } from '../../shared/document/commands/move.ts'
import { sequence } from '../../shared/document/commands/sequence.ts'
import type { HolderId } from '../../shared/document/groups.ts'
import type { DesignIndex } from '../../shared/document/query.ts'
import type { Point } from '../../shared/drawing/display-list.ts'
import type { Rect } from '../../shared/drawing/rects.ts'
import { isFrame } from '../../shared/drawing/sizes.ts'
import { placeOfNew } from './place-of-new.ts'
import { settled } from './settle.ts'
import type { Wanted } from './targets.ts'

const round = (rect: Rect, step: number): Rect => ({ ...rect, x: Math.round(rect.x / step) * step, y: Math.round(rect.y / step) * step })

/**
 * Makes a new thing in a holder that takes it: at the point where it was dropped, or at a free place (on the bare canvas
 * near `near`). The frames around it grow and neighbours make room, all in one edit.
 */
export function insertNew(index: DesignIndex, newId: IdSource, { kind, variant }: Wanted, spot: { readonly holder: HolderId | undefined; readonly at: Point | undefined; readonly near: Point; readonly step: number; readonly fields?: Readonly<Record<string, unknown>> }): Made {
  const rect = round(placeOfNew(index, kind, spot.holder, spot.at, spot.near), spot.step)
  const isBox = kind === 'region' || kind === 'zone'
  const placement = isBox || isFrame(kind) ? rect : { x: rect.x, y: rect.y }
  const made = isBox ? createBox(index, kind, rect, spot.holder) : createResource(index, newId, kind, { holder: spot.holder, placement, variant, ...(spot.fields ? { fields: spot.fields } : {}) })
  const edit = sequence(index.design, made.edit.label, [
    () => made.edit,
    (next) => {
      const own = new Map(made.ids.map((id) => [id as string, placement]))
      return placeAll(next, settled(next, own, made.ids), made.edit.label)
    },
  ])
  return { edit, ids: made.ids }
}
