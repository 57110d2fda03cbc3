import { setFields } from '../../shared/document/commands/set-fields.ts'
import { placeAll } from '../../shared/document/commands/move.ts'
import { sequence } from '../../shared/document/commands/sequence.ts'
import type { Placement } from '../../shared/document/design.ts'
import type { Edit } from '../../shared/document/edit.ts'
import { type HolderId, holderOf } from '../../shared/document/groups.ts'
import { isLocked } from '../../shared/document/marks.ts'
import { annotationSize } from '../../shared/drawing/annotations.ts'
import type { Point } from '../../shared/drawing/display-list.ts'
import { type Moved, type Rect, rectOf } from '../../shared/drawing/rects.ts'
import type { ResourceId } from '../../shared/model/id.ts'
import type { SelectableId } from '../state/session.svelte.ts'
import { type Held, ignoresSnapping } from './drag.ts'
import { whyLocked } from './locks.ts'
import { neighboursOf } from './neighbours.ts'
import { type Edge, edgePoint, edgesOf, resized, withBorder } from './resize.ts'
import { type Guide, snappedEdge } from './snap.ts'
import { withPlaces } from './settle.ts'
import { type CanvasView, type Gesture, STEP } from './view.svelte.ts'
import { wordFor } from './words.ts'

const REACH = 6

type Resizing = Extract<Gesture, { readonly kind: 'resize' }>

/** What a resize looks like with the pointer at a point; `from` is where the edge was taken hold of. */
export function resizeGesture(view: CanvasView, id: SelectableId, edge: Edge, from: Point, at: Point, held: Held): Resizing {
  const { index } = view
  const rect = rectOf(index, id) ?? { ...from, width: 0, height: 0 }
  const corner = edgePoint(rect, edge)
  const to = { x: corner.x + at.x - from.x, y: corner.y + at.y - from.y }
  const guides: Guide[] = []
  if (!ignoresSnapping(held)) {
    const near = view.snapsToThings ? neighboursOf(view.stage, rect, holderOf(index, id), new Set([id])) : []
    for (const axis of ['x', 'y'] as const) {
      if (!(axis === 'x' ? /[ew]/ : /[ns]/).test(edge)) continue
      const found = snappedEdge(rect, near, axis, to[axis], REACH / view.camera.viewport.zoom)
      to[axis] = found.guide ? found.at : view.isSnapping ? Math.round(to[axis] / STEP) * STEP : to[axis]
      if (found.guide) guides.push(found.guide)
    }
  }
  const frame = resized(index, id, edge, to, held.shiftKey)
  const shown = guides.filter((guide) => (guide.axis === 'x' ? [frame.x, frame.x + frame.width] : [frame.y, frame.y + frame.height]).includes(guide.at))
  return { kind: 'resize', id, moved: withBorder(index, id, frame), guides: shown }
}

/** The edit that gives something its new frame; notes and drawn frames keep their size with themselves. */
export function resizeEdit(view: CanvasView, id: SelectableId, moved: Moved): Edit {
  const { index, session } = view
  const label = `Resize ${wordFor(index, [id])}`
  const resource = index.get(id as ResourceId)
  const to = moved.get(id)
  if (!resource || !to || !annotationSize(index, id)) return withPlaces(session.design, label, [], () => moved, [id])
  const size = { width: Math.round(to.width ?? 0), ...(resource.kind === 'frame' ? { height: Math.round(to.height ?? 0) } : {}) }
  const place = new Map<HolderId, Placement>([[id, { x: to.x, y: to.y }]])
  return sequence(session.design, label, [(now) => placeAll(now, place, label), (now) => setFields(now, resource.id, size, label)])
}

/** The one selected thing that can be resized. */
export function resizable({ index, session }: CanvasView): SelectableId | undefined {
  const [only, ...others] = session.selection
  return only !== undefined && others.length === 0 && edgesOf(index, only).length > 0 ? only : undefined
}

/** Why what is selected cannot be resized; undefined when it can. */
export function whyNoResize(view: CanvasView): string | undefined {
  const id = resizable(view)
  if (id === undefined) return 'Select the one container, frame or note to resize.'
  return isLocked(view.index, id) ? whyLocked(view.index, id) : undefined
}

/** Moves an edge of what is selected by a distance; steps in a row are one undo step. */
export function resizeSelected(view: CanvasView, edge: Edge, dx: number, dy: number): void {
  const id = resizable(view)
  const rect: Rect | undefined = id && rectOf(view.index, id)
  const reason = whyNoResize(view)
  if (reason !== undefined) return view.session.notices.add('info', reason)
  if (!id || !rect || !edgesOf(view.index, id).includes(edge)) return
  const from = edgePoint(rect, edge)
  const frame = resized(view.index, id, edge, { x: from.x + dx, y: from.y + dy })
  view.session.perform(resizeEdit(view, id, withBorder(view.index, id, frame)), `resize ${id}`)
}
