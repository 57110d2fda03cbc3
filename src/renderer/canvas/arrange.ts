import { align, type Alignment, whyNoAlignment } from '../../shared/layout/align.ts'
import { distribute, whyNoDistribution } from '../../shared/layout/distribute.ts'
import { canRestack, restack, type Stacking } from '../../shared/layout/stacking.ts'
import type { CanvasView } from './view.svelte.ts'

/** Why what is selected cannot be lined up; undefined when it can. */
export function whyNoAlign({ index, session }: CanvasView): string | undefined {
  return whyNoAlignment(index, session.selection)
}

/** Lines up what is selected. */
export function alignSelected({ session }: CanvasView, how: Alignment): void {
  const reason = whyNoAlignment(session.index, session.selection)
  if (reason !== undefined) session.notices.add('info', reason)
  else session.perform(align(session.index, session.selection, how))
}

/** Why what is selected cannot be spaced out; undefined when it can. */
export function whyNoDistribute({ index, session }: CanvasView): string | undefined {
  return whyNoDistribution(index, session.selection)
}

/** Gives what is selected equal gaps, from left to right (`x`) or from top to bottom (`y`). */
export function distributeSelected({ session }: CanvasView, axis: 'x' | 'y'): void {
  const reason = whyNoDistribution(session.index, session.selection)
  if (reason !== undefined) session.notices.add('info', reason)
  else session.perform(distribute(session.index, session.selection, axis))
}

/** Why what is selected cannot be put in front of or behind others; undefined when it can. */
export function whyNoRestack({ index, session }: CanvasView): string | undefined {
  return canRestack(index, session.selection) ? undefined : 'Select notes, frames or nodes; containers never cover what they hold.'
}

/** Puts what is selected in front of or behind its siblings. */
export function restackSelected(view: CanvasView, how: Stacking): void {
  const { session } = view
  const reason = whyNoRestack(view)
  if (reason !== undefined) return session.notices.add('info', reason)
  const edit = restack(session.index, session.selection, how)
  if (edit.changes.length === 0) session.notices.add('info', how === 'forward' || how === 'front' ? 'Nothing lies over it.' : 'Nothing lies under it.')
  else session.perform(edit)
}
