import { isTyping, placeOf } from '../canvas/keys.ts'
import type { App } from '../app.svelte.ts'
import { APP } from '../commands/app.ts'
import type { Desk } from '../commands/command.ts'
import { notationsOf } from '../commands/key-notation.ts'
import { pressKey } from '../commands/press.ts'

/** A dialog or menu is open: keys are its own. */
const isCovered = (): boolean => document.querySelector('.modal, [role="menu"]') !== null

/** Gives a key of the window to its command, unless somebody nearer to the focus has taken it. */
export function hearKey(desk: Desk, event: KeyboardEvent): void {
  if (event.defaultPrevented || isCovered()) return
  const canvas = document.querySelector('[role="application"]') ?? undefined
  if (pressKey(desk, event, placeOf(canvas, event.target), isTyping(event.target))) event.preventDefault()
}

/** The same where no design is open: only commands that need none. */
export function hearAppKey(app: App, event: KeyboardEvent): void {
  if (event.defaultPrevented || isCovered()) return
  const notations = notationsOf(event)
  const command = APP.find(({ keys = [], heard }) => keys.some((key) => notations.includes(key)) && (heard === 'always' || !isTyping(event.target)))
  if (!command) return
  event.preventDefault()
  command.run({ app })
}
