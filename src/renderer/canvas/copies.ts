import type { Clipping } from '../../shared/document/commands/clipping.ts'
import type { Made } from '../../shared/document/commands/draft.ts'
import { dropInto } from '../../shared/document/commands/drop.ts'
import { tidyGroupings } from '../../shared/document/commands/groupings.ts'
import { pasteClipping } from '../../shared/document/commands/paste.ts'
import { sequence } from '../../shared/document/commands/sequence.ts'
import { type HolderId, holderOf } from '../../shared/document/groups.ts'
import type { DesignIndex } from '../../shared/document/query.ts'
import type { Point } from '../../shared/drawing/display-list.ts'
import type { ResourceId } from '../../shared/model/id.ts'
import { newResourceId } from '../state/ids.ts'
import { withPlaces } from './settle.ts'
import { targetOf } from './targets.ts'

/** Where copies go: how far from the originals, and over which frame they are let go (undefined: the bare canvas). */
export interface CopyTarget {
  readonly by: Point
  /** `beside`: in the surroundings of the originals. */
  readonly over: HolderId | undefined | 'beside'
}

/** Copies of a clipping where they are let go, in what takes them there; the frames around grow. Without ids nothing can be copied. */
export function placedCopies(index: DesignIndex, clipping: Clipping, { by, over }: CopyTarget, label?: string): Made {
  const holder = over === 'beside' || over === undefined ? {} : { holder: over }
  const made = pasteClipping(index, newResourceId, clipping, { dx: by.x, dy: by.y, ...holder })
  const name = label ?? made.edit.label
  const dropped = (now: DesignIndex, id: HolderId) => {
    const found = over === 'beside' ? undefined : targetOf(now, id, over, new Map())
    return found && 'holder' in found && found.holder !== holderOf(now, id) ? dropInto(now, [id as ResourceId], found.holder) : undefined
  }
  const copied = sequence(index.design, name, [() => made.edit, ...made.ids.map((id) => (now: DesignIndex) => dropped(now, id)), (now) => tidyGroupings(now, made.ids)])
  return { edit: withPlaces(index.design, name, [() => copied], () => new Map(), made.ids), ids: made.ids }
}
