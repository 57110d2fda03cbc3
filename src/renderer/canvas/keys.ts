import { rectOf } from '../../shared/drawing/rects.ts'
import type { ResourceId } from '../../shared/model/id.ts'
import type { SelectableId } from '../state/session.svelte.ts'
import { toggleSelected } from '../state/switches.ts'
import { acceptOffer, askMenu, copySelected, cutSelected, deleteSelected, duplicate, nudge, paste, selectAll } from './actions.ts'
import { ZOOM } from './camera.svelte.ts'
import { tabOrder } from './order.ts'
import { resized } from './resize.ts'
import { withPlaces } from './settle.ts'
import { type CanvasView, STEP } from './view.svelte.ts'

/** What of a key event matters here. */
export type KeyLike = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

/** Moves the keyboard to the next or previous thing of the canvas; false at either end, where the focus leaves the canvas. */
export function focusNext(view: CanvasView, step: 1 | -1): boolean {
  const order = tabOrder(view.index)
  const at = view.focused === undefined ? (step === 1 ? -1 : order.length) : order.indexOf(view.focused)
  const next = order[at + step]
  if (next === undefined) return false
  view.focused = next
  view.session.select([next])
  view.reveal([next])
  return true
}

/** Moves the right or lower edge of the selected frame; steps in a row are one undo step. */
function resizeFrame(view: CanvasView, [dx, dy]: readonly [number, number]): boolean {
  const id = view.selectedFrame
  const rect = id && rectOf(view.index, id)
  if (!id || !rect) return false
  const to = { x: rect.x + rect.width + dx * STEP, y: rect.y + rect.height + dy * STEP }
  const frame = resized(view.index, id, dx === 0 ? 's' : 'e', to, 1)
  view.session.perform(withPlaces(view.session.design, 'Resize', [], () => new Map([[id, frame]]), [id]), `resize ${id}`)
  return true
}

/** Keys with Mod (Ctrl, or ⌘ on a Mac). */
function withMod(view: CanvasView, event: KeyLike): boolean {
  const { session, camera } = view
  const arrow = ARROWS[event.key]
  if (arrow) return event.shiftKey && resizeFrame(view, arrow)
  const actions: Readonly<Record<string, () => void>> = {
    z: () => (event.shiftKey ? session.redo() : session.undo()),
    y: () => session.redo(),
    a: () => selectAll(view),
    c: () => void copySelected(view),
    x: () => cutSelected(view),
    v: () => paste(view),
    d: () => duplicate(view),
    '0': () => camera.zoomTo(1),
    '+': () => camera.zoomTo(camera.viewport.zoom * ZOOM.step),
    '=': () => camera.zoomTo(camera.viewport.zoom * ZOOM.step),
    '-': () => camera.zoomTo(camera.viewport.zoom / ZOOM.step),
    "'": () => (view.isGridShown = !view.isGridShown),
  }
  const action = event.altKey ? undefined : actions[event.key.toLowerCase()]
  action?.()
  return action !== undefined
}

function withShift(view: CanvasView, event: KeyLike): boolean {
  if (event.key === 'F10') return menuOfFocused(view)
  const actions: Readonly<Record<string, () => void>> = { Digit0: () => view.camera.zoomTo(1), Digit1: () => view.fit(), Digit2: () => view.fitSelection() }
  const action = actions[event.code]
  action?.()
  return action !== undefined
}

/** Escape takes back one thing at a time: the question, the offer, the selection. */
function escape(view: CanvasView): boolean {
  if (view.asking) view.asking = undefined
  else if (view.offer) view.offer = undefined
  else if (view.session.selection.size > 0) view.session.select([])
  else return false
  return true
}

/** Enter takes the offer on show while its link is what is selected, else selects what the keyboard is at, else renames it. */
function enter(view: CanvasView): boolean {
  const { session, focused } = view
  if (view.offer && session.selection.has(view.offer.link)) acceptOffer(view)
  else if (focused !== undefined && !session.selection.has(focused)) session.select([focused])
  else return rename(view)
  return true
}

function rename(view: CanvasView): boolean {
  const [id, ...others] = view.session.selection
  if (id === undefined || others.length > 0) return false
  view.reveal([id])
  view.asking = { kind: 'rename', id }
  return true
}

function connectFrom(view: CanvasView): boolean {
  const from = view.onlySelected
  if (from) view.asking = { kind: 'connect', from }
  return from !== undefined
}

function menuOfFocused(view: CanvasView): boolean {
  return askMenu(view, view.focused ?? [...view.session.selection].at(-1))
}

function togglesFocused(view: CanvasView): boolean {
  if (view.focused) view.session.toggle(view.focused)
  return view.focused !== undefined
}

/**
 * Where the focus is: on a thing of the canvas, on the canvas itself (or nowhere), on a control that floats over it or in
 * the palette, or somewhere else in the window.
 */
export type Place = 'thing' | 'canvas' | 'beside' | 'elsewhere'

/** Carries out what a key means on the canvas; false when it means nothing here. */
export function handleKey(view: CanvasView, event: KeyLike, place: Place): boolean {
  if (event.ctrlKey || event.metaKey) return (place !== 'elsewhere' || ANYWHERE.test(event.key)) && withMod(view, event)
  if (place === 'elsewhere') return false
  if (event.shiftKey && withShift(view, event)) return true
  if (place === 'beside') return BESIDE.includes(event.key) && withPlainKey(view, event)
  const arrow = ARROWS[event.key]
  if (!arrow) return !event.altKey && withPlainKey(view, event)
  const step = event.altKey ? 1 : event.shiftKey ? STEP * 10 : STEP
  nudge(view, arrow[0] * step, arrow[1] * step)
  return view.session.selection.size > 0
}

const ANYWHERE = /^[zy0+=-]$/i
const BESIDE = ['Delete', 'Backspace', 'Escape', 'F2', 'c', 'C', 'x', 'X', 'm', 'M']

function withPlainKey(view: CanvasView, event: KeyLike): boolean {
  switch (event.key) {
    case 'Delete':
    case 'Backspace':
      deleteSelected(view)
      return true
    case 'Escape':
      return escape(view)
    case 'Enter':
      return enter(view)
    case 'ContextMenu':
      return menuOfFocused(view)
    case 'F2':
      return rename(view)
    case 'Tab':
      return focusNext(view, event.shiftKey ? -1 : 1)
    case ' ':
      return event.shiftKey && togglesFocused(view)
    case 'c':
    case 'C':
      return !event.shiftKey && connectFrom(view)
    case 'x':
    case 'X':
      return !event.shiftKey && toggleSelected(view.session)
    case 'm':
    case 'M':
      if (event.shiftKey) return false
      view.isMinimapShown = !view.isMinimapShown
      return true
    default:
      return false
  }
}

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
