import type { Design } from '../design.ts'
import type { Edit } from '../edit.ts'
import type { SavedView, ViewId } from '../saved-view.ts'

/** The saved views of a design in their order. */
export function savedViews({ views = {} }: Design): readonly SavedView[] {
  return Object.values(views).sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** Saves a view, new or in place of the one with its id. */
export function putView(design: Design, view: SavedView): Edit {
  const before = design.views?.[view.id]
  return { label: `${before ? 'Change' : 'Save'} view ${view.name}`, changes: [{ op: 'put', collection: 'views', id: view.id, ...(before ? { before } : {}), after: view }] }
}

/** Takes a saved view away. */
export function removeView(design: Design, id: ViewId): Edit {
  const before = design.views?.[id]
  return { label: `Delete view ${before?.name ?? ''}`, changes: before ? [{ op: 'put', collection: 'views', id, before }] : [] }
}

/** Puts a view one place earlier or later. */
export function moveView(design: Design, id: ViewId, by: 1 | -1): Edit {
  const views = [...savedViews(design)]
  const at = views.findIndex((view) => view.id === id)
  const [view, other] = [views[at], views[at + by]]
  if (!view || !other) return { label: 'Move a view', changes: [] }
  views[at] = other
  views[at + by] = view
  const changes = views.flatMap((one, rank) => (one.rank === rank ? [] : [{ op: 'set' as const, collection: 'views' as const, id: one.id, field: 'rank', before: one.rank, after: rank }]))
  return { label: `Move view ${view.name}`, changes }
}
