import { definitionOf } from '../../shared/model/index.ts'
import type { ResourceId } from '../../shared/model/id.ts'
import type { FailableElement } from '../../shared/simulation/types.ts'
import type { Glyph } from '../controls/glyphs.ts'
import type { SelectableId } from '../state/session.svelte.ts'
import { areOff, ownElements, switchesAt, toggleElements } from '../state/switches.ts'
import { deleteSelected, duplicate } from './actions.ts'
import type { CanvasView } from './view.svelte.ts'

/** One line of a menu on the canvas. */
export interface MenuItem {
  readonly label: string
  readonly icon?: Glyph
  /** The key that does the same, as people write it. */
  readonly key?: string
  /** A line above it. */
  readonly startsGroup?: boolean
  readonly run: () => void
}

/** Switching elements off or on, named. */
function switchItem({ session }: CanvasView, elements: readonly FailableElement[], what: string): MenuItem {
  return { label: `Switch ${areOff(session, elements) ? 'on' : 'off'}${what === '' ? '' : ` ${what}`}`, icon: 'power', run: () => toggleElements(session, elements) }
}

/** What can fail here: the things themselves first, then what they go down with. */
function switchItems(view: CanvasView, ids: readonly SelectableId[]): MenuItem[] {
  const { session } = view
  const own = ownElements(session, ids)
  const [only, ...others] = ids
  const all = own.length === 0 ? [] : [{ ...switchItem(view, own, others.length > 0 ? 'the selection' : own.length > 1 ? 'all of it' : ''), key: 'X' }]
  if (only === undefined || others.length > 0) return all
  const parts = own.length > 1 ? own.map((element) => switchItem(view, [element], element.label)) : []
  return [...all, ...parts, ...switchesAt(session, only).around.map((element) => switchItem(view, [element], element.label))]
}

/** The menu of what is selected. */
export function menuItems(view: CanvasView): MenuItem[] {
  const ids = [...view.session.selection]
  const only = view.onlySelected
  const resource = only && view.index.get(only as ResourceId)
  const items: MenuItem[] = switchItems(view, ids)
  const edits: MenuItem[] = [
    ...(only && resource && !['link', 'annotation'].includes(definitionOf(resource.kind).appearance) ? [{ label: 'Connect…', key: 'C', run: () => (view.asking = { kind: 'connect', from: only }) } satisfies MenuItem] : []),
    ...(ids[0] !== undefined && ids.length === 1 ? [{ label: 'Rename', icon: 'pencil', key: 'F2', run: () => (view.asking = { kind: 'rename', id: ids[0] as SelectableId }) } satisfies MenuItem] : []),
    ...(ids.some((id) => view.index.get(id as ResourceId)) ? [{ label: 'Duplicate', icon: 'copy', key: 'Mod+D', run: () => duplicate(view) } satisfies MenuItem] : []),
    { label: 'Delete', icon: 'trash', key: 'Delete', run: () => deleteSelected(view) },
  ]
  return [...items, ...edits.map((item, position) => ({ ...item, startsGroup: position === 0 && items.length > 0 }))].map((item) => ({
    ...item,
    run: () => {
      view.asking = undefined
      item.run()
    },
  }))
}
