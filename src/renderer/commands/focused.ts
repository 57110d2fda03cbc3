import { relationLinesOf } from '../../shared/document/relation-lines.ts'
import { acceptOffer } from '../canvas/actions.ts'
import { tabOrder } from '../canvas/order.ts'
import { enterGroup, leaveGroup, wholeOf } from '../canvas/grouping.ts'
import type { CanvasView } from '../canvas/view.svelte.ts'
import type { SelectableId } from '../state/session.svelte.ts'

/** What the keyboard comes to next, or before; undefined at either end, where the focus leaves the canvas. */
export function neighbour(view: CanvasView, step: 1 | -1): SelectableId | undefined {
  const order = [...tabOrder(view.index, view.areRelationsShown), ...view.intentLines.lines.flatMap(({ id }) => (view.stage.boundsOf(id) ? [id] : []))] as SelectableId[]
  const at = view.focused === undefined ? (step === 1 ? -1 : order.length) : order.indexOf(view.focused)
  return order[at + step]
}

/** Moves the keyboard to the next or previous thing of the canvas. */
export function focusNeighbour(view: CanvasView, step: 1 | -1): void {
  const next = neighbour(view, step)
  if (next === undefined) return
  view.focused = next
  view.pointer = undefined // what is pasted goes to where the keyboard is
  view.session.select(wholeOf(view, next))
  view.reveal([next])
}

/** Opens the box for a new name at the one selected thing. */
export function renameFocused(view: CanvasView): void {
  const [id, ...others] = view.session.selection
  if (id === undefined || others.length > 0 || relationLinesOf(view.index).byId.has(id)) return
  view.reveal([id])
  view.asking = { kind: 'rename', id }
}

/** Whether Enter means something: there is an offer, or something that the keyboard is at or that alone is selected. */
export function canEnter({ session, focused }: CanvasView): boolean {
  return focused !== undefined || session.selection.size === 1
}

/** Takes the offer on show while its link is what is selected, else selects what the keyboard is at, else goes into its group, else renames it. */
export function enter(view: CanvasView): void {
  const { session, focused } = view
  if (view.offer && session.selection.has(view.offer.link)) acceptOffer(view)
  else if (focused !== undefined && !view.selected.has(focused)) session.select(wholeOf(view, focused))
  else if (focused !== undefined && session.selection.size > 1 && enterGroup(view, focused)) return
  else renameFocused(view)
}

/** Whether there is something to leave. */
export function canLeave(view: CanvasView): boolean {
  return view.tool === 'intent' || view.asking !== undefined || view.offer !== undefined || view.session.selection.size > 0
}

/** Takes back one thing at a time: the question, the offer, the group that was gone into, the selection. */
export function leave(view: CanvasView): void {
  if (view.asking) view.asking = undefined
  else if (view.offer) view.offer = undefined
  else if (view.tool === 'intent') view.tool = 'select'
  else if (!leaveGroup(view)) view.session.select([])
}
