import { collapsedAround, isCollapsed } from '../../shared/document/collapsed.ts'
import { canCollapse, setCollapsed } from '../../shared/layout/collapse.ts'
import type { SelectableId } from '../state/session.svelte.ts'
import type { CanvasView } from './view.svelte.ts'

/** Why nothing can be collapsed, or expanded; undefined when something can. */
export function whyNoCollapse({ index, session }: CanvasView, collapsed: boolean): string | undefined {
  const chosen = [...session.selection].filter((id) => canCollapse(index, id))
  if (chosen.length === 0) return 'Select a VPC, site, Region or account.'
  return chosen.some((id) => isCollapsed(index, id) !== collapsed) ? undefined : `It is ${collapsed ? 'collapsed' : 'expanded'} already.`
}

/** Collapses or expands what is selected. */
export function collapseSelected(view: CanvasView, collapsed: boolean): void {
  const { session } = view
  const reason = whyNoCollapse(view, collapsed)
  if (reason !== undefined) session.notices.add('info', reason)
  else session.perform(setCollapsed(session.index, session.selection, collapsed))
}

/** Collapses a container or expands it again; false for what cannot be. */
export function toggleCollapsed({ session }: CanvasView, id: SelectableId): boolean {
  if (!canCollapse(session.index, id)) return false
  return session.perform(setCollapsed(session.index, [id], !isCollapsed(session.index, id)))
}

/** Expands what is collapsed around things that are to be seen. */
export function expandAround({ session }: CanvasView, ids: Iterable<SelectableId>): void {
  const around = new Set([...ids].flatMap((id) => collapsedAround(session.index, id)))
  if (around.size > 0) session.perform(setCollapsed(session.index, around, false))
}
