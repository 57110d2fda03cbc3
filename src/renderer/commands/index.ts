import { APP } from './app.ts'
import { ARRANGE } from './arrange.ts'
import type { Command } from './command.ts'
import { DESIGN } from './design.ts'
import { EDIT } from './edit.ts'
import { FAILURES } from './failures.ts'
import { INSERT } from './insert.ts'
import { INTENTS } from './intents.ts'
import { LINK } from './link.ts'
import { LOOK } from './look.ts'
import { MOVE } from './move.ts'
import { PANELS } from './panels.ts'
import { SELECT } from './select.ts'
import { TOOLS } from './tools.ts'

/** Everything that a person can do to an open design, once: keys, menus, the palette and the key sheet read this list. */
export const COMMANDS: readonly Command[] = [...EDIT, ...SELECT, ...INSERT, ...INTENTS, ...MOVE, ...ARRANGE, ...LINK, ...TOOLS, ...LOOK, ...PANELS, ...FAILURES, ...DESIGN, ...APP]

const byId = new Map(COMMANDS.map((command) => [command.id, command]))

/** The command of an id; undefined when there is none. */
export function commandOf(id: string): Command | undefined {
  return byId.get(id)
}

/** The key that a command is shown with; undefined when it has none. */
export function keyOf(id: string): string | undefined {
  return byId.get(id)?.keys?.[0]
}
