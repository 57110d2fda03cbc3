import { type Command, SECTIONS, type Section } from '../commands/command.ts'
import { COMMANDS } from '../commands/index.ts'

/** A section of the keyboard sheet. */
export interface KeySection {
  readonly title: string
  readonly keys: readonly { readonly does: string; readonly keys: readonly string[] }[]
}

/** What is done with the pointer, or with a key that is held: no command has it. */
const GESTURES: Partial<Readonly<Record<Section, KeySection['keys']>>> = {
  Edit: [
    { does: 'Rename', keys: ['Double-click'] },
    { does: 'Menu of what is under the pointer', keys: ['Right click'] },
  ],
  Select: [
    { does: 'Add to the selection', keys: ['Shift+Click', 'Mod+Click'] },
    { does: 'Select all in an area', keys: ['Drag'] },
  ],
  Arrange: [
    { does: 'Drag a copy', keys: ['Alt+Drag'] },
    { does: 'Ignore grid and neighbours', keys: ['Drag, then Alt', 'Mod+Drag'] },
    { does: 'Move straight, or resize in proportion', keys: ['Drag, then Shift'] },
    { does: 'Go into a group, or collapse and expand a container', keys: ['Double-click'] },
  ],
  Look: [
    { does: 'Move the view', keys: ['Space+Drag', 'Middle button'] },
    { does: 'Zoom', keys: ['Mod+Wheel'] },
  ],
  Panels: [{ does: 'Back from a panel to the canvas', keys: ['Escape'] }],
}

/** One line for each thing that is done, whether by a key or by the pointer. */
function linesOf(commands: readonly Command[], gestures: KeySection['keys']): KeySection['keys'] {
  const ofCommands = commands.flatMap(({ label, keys = [], sheet }) => (keys.length > 0 ? [{ does: sheet?.does ?? label, keys: sheet ? [sheet.keys] : keys }] : []))
  const lines = new Map<string, readonly string[]>()
  for (const { does, keys } of [...ofCommands, ...gestures]) lines.set(does, [...new Set([...(lines.get(does) ?? []), ...keys])])
  return [...lines].map(([does, keys]) => ({ does, keys }))
}

/** Every key and gesture of the editor, by section. */
export const KEY_SECTIONS: readonly KeySection[] = SECTIONS.map((title) => ({
  title,
  keys: linesOf(
    COMMANDS.filter(({ section }) => section === title),
    GESTURES[title] ?? [],
  ),
})).filter(({ keys }) => keys.length > 0)
