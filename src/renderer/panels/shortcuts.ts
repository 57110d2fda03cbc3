import { isTyping, placeOf } from '../canvas/keys.ts'
import type { Desk } from '../commands/command.ts'
import { pressKey } from '../commands/press.ts'

/** A dialog or menu is open: keys are its own. */
const isCovered = (): boolean => document.querySelector('.modal, [role="menu"]') !== null

/** Gives a key of the window to its command, unless somebody nearer to the focus has taken it. */
export function hearKey(desk: Desk, event: KeyboardEvent): void {
  if (event.defaultPrevented || isCovered()) return
  const canvas = document.querySelector('[role="application"]') ?? undefined
  if (pressKey(desk, event, placeOf(canvas, event.target), isTyping(event.target))) event.preventDefault()
}
