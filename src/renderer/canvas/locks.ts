import { withContents } from '../../shared/document/commands/remove.ts'
import { isLocked } from '../../shared/document/marks.ts'
import type { DesignIndex } from '../../shared/document/query.ts'
import { rectOf } from '../../shared/drawing/rects.ts'
import { setLocked } from '../../shared/layout/lock.ts'
import { keysFor } from '../controls/keys.ts'
import type { SelectableId } from '../state/session.svelte.ts'
import { nameWords } from './spoken.ts'
import type { CanvasView } from './view.svelte.ts'

/** Why a locked thing stays as it is. */
export function whyLocked(index: DesignIndex, id: string): string {
  return `${nameWords(index, id)} is locked; unlock it with ${keysFor('Mod+Shift+L')} first.`
}

/** The first locked thing among some and all they hold. */
export function lockedWithin(index: DesignIndex, ids: Iterable<SelectableId>): SelectableId | undefined {
  return [...withContents(index, ids)].find((id) => isLocked(index, id))
}

/** Why what is selected can be neither locked nor unlocked; undefined when it can. */
export function whyNoLock({ index, session }: CanvasView): string | undefined {
  return [...session.selection].some((id) => rectOf(index, id)) ? undefined : 'Select something with a place of its own to lock it.'
}

/** True when all that is selected and has a place is locked. */
export function isSelectionLocked({ index, session }: CanvasView): boolean {
  const placed = [...session.selection].filter((id) => rectOf(index, id))
  return placed.length > 0 && placed.every((id) => isLocked(index, id))
}

/** Locks what is selected, or unlocks it when all of it is locked. */
export function toggleLock(view: CanvasView): void {
  const { session } = view
  const reason = whyNoLock(view)
  if (reason !== undefined) session.notices.add('info', reason)
  else session.perform(setLocked(session.index, session.selection, !isSelectionLocked(view)))
}
