import type { FailableElement } from '../../shared/simulation/types.ts'
import { type Command, type Desk, isEnabled } from '../commands/command.ts'
import { commandOf, keyOf } from '../commands/index.ts'
import type { Glyph } from '../controls/glyphs.ts'
import type { SelectableId } from '../state/session.svelte.ts'
import { areOff, ownElements, switchesAt, toggleElements } from '../state/switches.ts'
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
  const all = own.length === 0 ? [] : [{ ...switchItem(view, own, others.length > 0 ? 'the selection' : own.length > 1 ? 'all of it' : ''), key: keyOf('failure.toggle') ?? '' }]
  if (only === undefined || others.length > 0) return all
  const parts = own.length > 1 ? own.map((element) => switchItem(view, [element], element.label)) : []
  return [...all, ...parts, ...switchesAt(session, only).around.map((element) => switchItem(view, [element], element.label))]
}

const EDITS = ['edit.connect', 'edit.rename', 'edit.duplicate', 'edit.delete']

/** The line of a command. */
function itemOf({ label, icon, keys, run }: Command, desk: Desk): MenuItem {
  return { label, ...(icon === undefined ? {} : { icon }), ...(keys?.[0] === undefined ? {} : { key: keys[0] }), run: () => run(desk) }
}

/** The menu of what is selected. */
export function menuItems(desk: Desk): MenuItem[] {
  const { canvas } = desk
  const items = switchItems(canvas, [...canvas.session.selection])
  const edits = EDITS.flatMap((id) => commandOf(id) ?? []).filter((command) => isEnabled(command, desk)).map((command) => itemOf(command, desk))
  return [...items, ...edits.map((item, position) => ({ ...item, startsGroup: position === 0 && items.length > 0 }))].map((item) => ({
    ...item,
    run: () => {
      canvas.asking = undefined
      item.run()
    },
  }))
}
