import { moveView, putView, removeView, savedViews } from '../../shared/document/commands/saved-views.ts'
import { OVERLAY_LABELS } from '../../shared/document/overlay-name.ts'
import { type SavedView, viewId, type ViewId } from '../../shared/document/saved-view.ts'
import { LAYER_NAMES } from '../../shared/model/layer.ts'
import { newResourceId } from '../state/ids.ts'
import type { CanvasView } from './view.svelte.ts'

/** What is looked at now, as a view of a name; in place of another one where an id is given. */
function asNow({ session, camera, hidden, marking, overlaid }: CanvasView, name: string, before?: SavedView): SavedView {
  const { x, y, width, height } = camera.area
  const area = { x: Math.round(x), y: Math.round(y), width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) }
  const id = before?.id ?? viewId.parse(newResourceId('view'))
  return { id, name, rank: before?.rank ?? savedViews(session.design).length, area, hidden: LAYER_NAMES.filter((layer) => hidden.has(layer)), marking, ...(overlaid === undefined ? {} : { overlay: overlaid }) }
}

/** Saves what is looked at now under a name. */
export function saveView(view: CanvasView, name: string): void {
  view.session.perform(putView(view.session.design, asNow(view, name)))
}

/** Makes a saved view what is looked at now. */
export function updateView(view: CanvasView, saved: SavedView): void {
  view.session.perform(putView(view.session.design, asNow(view, saved.name, saved)))
}

/** Gives a saved view another name. */
export function renameView({ session }: CanvasView, saved: SavedView, name: string): void {
  session.perform(putView(session.design, { ...saved, name }))
}

/** Takes a saved view away. */
export function deleteView({ session }: CanvasView, id: ViewId): void {
  session.perform(removeView(session.design, id))
}

/** Puts a saved view one place earlier or later; PDF pages follow this order. */
export function shiftView({ session }: CanvasView, id: ViewId, by: 1 | -1): void {
  session.perform(moveView(session.design, id, by))
}

/** Looks at the drawing as a saved view does. */
export function lookAt(view: CanvasView, saved: SavedView): void {
  view.hidden.clear()
  for (const layer of saved.hidden) view.hidden.add(layer)
  view.marking = saved.marking
  view.overlaid = saved.overlay
  view.lookedAt = saved.id
  view.camera.fit(saved.area, 8)
  view.session.notices.add('info', saved.overlay === undefined ? `View ${saved.name}` : `View ${saved.name}, overlay: ${OVERLAY_LABELS[saved.overlay]}`)
}

/** Goes to the next or previous saved view, round and round. */
export function stepView(view: CanvasView, by: 1 | -1): void {
  const views = savedViews(view.session.design)
  const at = views.findIndex(({ id }) => id === view.lookedAt)
  const next = at < 0 ? (by === 1 ? views[0] : views.at(-1)) : views[(at + by + views.length) % views.length]
  if (next) lookAt(view, next)
}

/** Why there is no other view to go to; undefined when there is. */
export function whyNoView({ session }: CanvasView): string | undefined {
  return savedViews(session.design).length > 0 ? undefined : 'No view is saved yet.'
}

/** Draws everything again, with all marks and without an overlay. */
export function showEverything(view: CanvasView): void {
  view.hidden.clear()
  view.marking = 'all'
  view.overlaid = undefined
}
