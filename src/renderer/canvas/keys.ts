import type { ResourceId } from '../../shared/model/id.ts'
import type { SelectableId } from '../state/session.svelte.ts'

/**
 * Where the focus is: on a thing of the canvas, on the canvas itself (or nowhere), on a control that floats over it or in
 * the palette, or somewhere else in the window.
 */
export type Place = 'thing' | 'canvas' | 'beside' | 'elsewhere'

/** Where an event comes from. */
export function placeOf(root: Element | undefined, target: EventTarget | null): Place {
  if (!(target instanceof Element) || target === document.body) return 'canvas'
  if (target.closest('[data-palette], [data-overlay]')) return 'beside'
  if (!root?.contains(target)) return 'elsewhere'
  return target.closest('.svelte-flow__node') ? 'thing' : 'canvas'
}

/** True when a key belongs to what has the focus: text being typed, a dialog, a menu. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu], [role=listbox], [role=combobox]') !== null
}

/** The shell of a thing, where it is mounted. */
export function shellElement(root: Element, id: SelectableId | ResourceId): HTMLElement | null {
  return root.querySelector<HTMLElement>(`.svelte-flow__node[data-id="${CSS.escape(id)}"]`)
}
