import { canvasOf } from '../canvas/view.svelte.ts'
import type { DesignSession, SelectableId } from '../state/session.svelte.ts'

/** Below this zoom names cannot be read: what is gone to is then brought nearer. */
const LEGIBLE = 0.5

/** Brings things into view, near enough to read them. */
export function showOnCanvas(session: DesignSession, ids: readonly SelectableId[]): void {
  session.toShow = { ids }
  const canvas = canvasOf(session)
  if (canvas.camera.viewport.zoom < LEGIBLE) canvas.camera.fit(canvas.stage.extent(canvas.onCanvas(ids)), 1)
}

/** Selects things and brings them into view, near enough to read them. */
export function locate(session: DesignSession, ids: readonly SelectableId[]): void {
  session.select(ids)
  showOnCanvas(session, ids)
}
