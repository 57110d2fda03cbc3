import { boxOf } from '../../shared/document/groups.ts'
import type { Point } from '../../shared/drawing/display-list.ts'
import type { ResourceId } from '../../shared/model/id.ts'
import { definitionOf } from '../../shared/model/index.ts'
import type { FailableElement } from '../../shared/simulation/types.ts'
import { type Command, type Desk, type MenuTarget, SECTIONS } from '../commands/command.ts'
import { COMMANDS, keyOf } from '../commands/index.ts'
import type { Glyph } from '../controls/glyphs.ts'
import type { SelectableId } from '../state/session.svelte.ts'
import { areOff, ownElements, switchesAt, toggleElements } from '../state/switches.ts'
import { insert } from './actions.ts'
import { PALETTE } from './palette-items.ts'
import { targetOfNew } from './targets.ts'
import type { CanvasView } from './view.svelte.ts'

/** One line of a menu on the canvas; with `items` it opens a menu beside it. */
export interface MenuItem {
  readonly label: string
  readonly icon?: Glyph
  /** The key that does the same, as people write it. */
  readonly key?: string
  /** A line above it. */
  readonly startsGroup?: boolean
  readonly isChecked?: boolean
  /** Why it cannot be chosen now. */
  readonly whyNot?: string
  readonly items?: readonly MenuItem[]
  readonly run: () => void
}

const nothing = (): void => undefined

/** Switching elements off or on, named. */
function switchItem({ session }: CanvasView, elements: readonly FailableElement[], what: string): MenuItem {
  return { label: `Switch ${areOff(session, elements) ? 'on' : 'off'}${what === '' ? '' : ` ${what}`}`, icon: 'power', run: () => toggleElements(session, elements) }
}

/** What can fail here: the things themselves, then one by one their parts and what they go down with. */
function switchItems(view: CanvasView, ids: readonly SelectableId[]): MenuItem[] {
  const { session } = view
  const own = ownElements(session, ids)
  const [only, ...others] = ids
  const all = own.length === 0 ? [] : [{ ...switchItem(view, own, others.length > 0 ? 'the selection' : own.length > 1 ? 'all of it' : ''), key: keyOf('failure.toggle') ?? '' }]
  if (only === undefined || others.length > 0) return all
  const parts = own.length > 1 ? own.map((element) => switchItem(view, [element], element.label)) : []
  const single = [...parts, ...switchesAt(session, only).around.map((element) => switchItem(view, [element], element.label))]
  return single.length === 0 ? all : [...all, { label: parts.length > 0 ? 'Parts, and what takes it down' : 'What takes it down', icon: 'power', items: single, run: nothing }]
}

/** Everything that can be put into the frame that the menu is for, or on the bare canvas; there where the menu is. */
function insertItem(view: CanvasView, at: Point): MenuItem {
  const holder = view.selectedFrame
  const fits = PALETTE.map(({ items }) => items.filter((item) => {
    const target = targetOfNew(view.index, item, holder)
    return 'holder' in target && target.holder === holder
  })).filter((items) => items.length > 0)
  const items = fits.flatMap((section) => section.map((item, position): MenuItem => ({ label: item.label, startsGroup: position === 0, run: () => insert(view, item, at, holder) })))
  return { label: 'Insert', icon: 'plus', items, run: nothing }
}

/** The line of a command. */
function itemOf(command: Command, desk: Desk): MenuItem {
  const { label, icon, keys, run } = command
  const whyNot = command.whyNot?.(desk)
  const isChecked = command.isChecked?.(desk)
  return {
    label,
    ...(icon === undefined ? {} : { icon }),
    ...(keys?.[0] === undefined ? {} : { key: keys[0] }),
    ...(isChecked === undefined ? {} : { isChecked }),
    ...(whyNot === undefined ? {} : { whyNot }),
    run: () => run(desk),
  }
}

const MOST_IN_A_ROW = 8

/** A section too long for the menu becomes a menu beside it. */
function folded(section: string, items: readonly MenuItem[]): readonly MenuItem[] {
  return items.length > (section === 'Arrange' ? 2 : MOST_IN_A_ROW) ? [{ label: section, items, run: nothing }] : items
}

/** What the menu of the selection is for. */
export function menuTarget({ session, index, selectedFrame }: CanvasView): MenuTarget {
  const [only, ...others] = session.selection
  if (only === undefined) return 'canvas'
  if (session.intent(only)) return 'intent'
  if (others.length > 0) return 'many'
  if (selectedFrame !== undefined) return boxOf(index, only) ? 'box' : 'frame'
  const resource = index.get(only as ResourceId)
  return resource && definitionOf(resource.kind).appearance === 'link' ? 'link' : 'node'
}

/** The menu of what is selected, or of the bare canvas: rehearsing failures, inserting, then the commands that name it, by section. */
export function menuItems(desk: Desk, at: Point): MenuItem[] {
  const { canvas } = desk
  const target = menuTarget(canvas)
  const commands = COMMANDS.filter(({ menus = [] }) => menus.includes(target))
  const takesNew = target === 'canvas' || target === 'frame' || target === 'box'
  const groups = [
    switchItems(canvas, [...canvas.session.selection]),
    takesNew ? [insertItem(canvas, at)].filter(({ items }) => items && items.length > 0) : [],
    ...SECTIONS.map((section) => folded(section, commands.filter((command) => command.section === section).map((command) => itemOf(command, desk)))),
  ]
  return groups.flatMap((items) => items.map((item, position) => ({ ...item, startsGroup: position === 0 })))
}
