import type { Design } from '../../shared/document/design.ts'
import type { Edit } from '../../shared/document/edit.ts'
import type { HolderId } from '../../shared/document/groups.ts'
import type { DesignIndex } from '../../shared/document/query.ts'
import { placeAll } from '../../shared/document/commands/move.ts'
import { sequence } from '../../shared/document/commands/sequence.ts'
import type { Moved } from '../../shared/drawing/index.ts'
import { settled } from '../../shared/layout/settle.ts'

export { isFrameId, settled } from '../../shared/layout/settle.ts'

/** Edits one after the other, then the places of some things as they come to rest. */
export function withPlaces(design: Design, label: string, steps: readonly ((index: DesignIndex) => Edit | undefined)[], places: (index: DesignIndex) => Moved, roots: readonly HolderId[]): Edit {
  return sequence(design, label, [...steps, (index) => placeAll(index, settled(index, places(index), roots), label)])
}
