import type { Place } from '../canvas/keys.ts'
import { type Command, type Desk, type Heard } from './command.ts'
import { COMMANDS } from './index.ts'
import { type KeyLike, notationsOf } from './key-notation.ts'

const byKey = new Map(COMMANDS.flatMap((command) => (command.keys ?? []).map((key) => [key, command])))

/** The command of a key press, wherever the keyboard is. */
export function commandFor(event: KeyLike): Command | undefined {
  return notationsOf(event).map((notation) => byKey.get(notation)).find((command) => command !== undefined)
}

const LEVELS: readonly Heard[] = ['canvas', 'around', 'editor', 'always']
const LEAST: Readonly<Record<Place, Heard>> = { thing: 'canvas', canvas: 'canvas', beside: 'around', elsewhere: 'editor' }

/** Whether a command hears its key where the keyboard is. */
export function isHeard({ heard = 'around' }: Command, place: Place, isTyping: boolean): boolean {
  return LEVELS.indexOf(heard) >= LEVELS.indexOf(isTyping ? 'always' : LEAST[place])
}

/**
 * Carries out what a key means here. Answers whether the key was taken: one whose command cannot be carried out is left to the
 * browser (Tab at the end of the canvas leaves it), save with Mod, where the browser would do something else altogether.
 */
export function pressKey(desk: Desk, event: KeyLike, place: Place, isTyping: boolean): boolean {
  const command = commandFor(event)
  if (!command || !isHeard(command, place, isTyping)) return false
  if (command.whyNot?.(desk) !== undefined) return event.ctrlKey || event.metaKey
  const detail = command.detail?.(desk)
  command.run(desk)
  desk.panels.said = spoken(command, desk, detail)
  return true
}

/** What a key did, for those who do not see it: what is on or off now, or the step that was taken back. */
function spoken({ label, isChecked }: Command, desk: Desk, detail: string | undefined): string {
  if (isChecked) return `${label}: ${isChecked(desk) ? 'on' : 'off'}`
  return detail === undefined ? '' : `${label}: ${detail}`
}
