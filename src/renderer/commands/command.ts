import { createContext } from 'svelte'
import type { App } from '../app.svelte.ts'
import type { CanvasView } from '../canvas/view.svelte.ts'
import type { Glyph } from '../controls/glyphs.ts'
import type { Problems } from '../panels/problems/problems.svelte.ts'
import type { EditorView } from '../panels/view.svelte.ts'
import type { DesignSession } from '../state/session.svelte.ts'

/** What a command works on: the open design with its canvas and panels. */
export interface Desk {
  readonly app: App
  readonly session: DesignSession
  readonly canvas: CanvasView
  readonly panels: EditorView
  readonly problems: Problems
  /** Moves the keyboard to the properties of what is selected. */
  focusProperties(): void
  /** Moves the keyboard to the canvas, and there to what is selected. */
  focusCanvas(): void
  /** Moves the keyboard to the panel below the canvas that is on show. */
  focusPanel(): void
  /** Whether the keyboard is in the panels below the canvas. */
  isAtPanel(): boolean
  /** Moves the keyboard to the next part of the window, or the previous one: the bar, the palette, the canvas, the panels below, the properties. */
  focusPart(by: 1 | -1): void
  /** Keeps the sizes and switches of the panels for the next time. */
  keepLayout(): void
}

/** Sections of menus, the palette and the key sheet, in this order. */
export const SECTIONS = ['Edit', 'Select', 'Insert', 'Intents', 'Arrange', 'Look', 'Panels', 'Failures', 'Design', 'Causeway'] as const

/** A section of commands. */
export type Section = (typeof SECTIONS)[number]

/**
 * Where the keyboard has to be for a key to be heard: on the canvas or a thing of it (`canvas`), also in the palette and on what
 * floats over the canvas (`around`), anywhere in the window where no text is typed (`editor`), or there too (`always`).
 * Dialogs and menus hear none.
 */
export type Heard = 'canvas' | 'around' | 'editor' | 'always'

/** What a menu on the canvas is opened for: the bare canvas, one thing of some form, several things, or intents. */
export type MenuTarget = 'canvas' | 'node' | 'link' | 'frame' | 'box' | 'many' | 'intent'

/** The menus of everything that is drawn for resources and boxes. */
export const ON_THINGS: readonly MenuTarget[] = ['node', 'link', 'frame', 'box', 'many']

/**
 * One thing that a person can do. Keys, menus, the command palette, the top bar and the key sheet all read it here.
 * `D` is what it needs of the desk: commands that need no open design also work in the library.
 */
export interface Command<D = Desk> {
  /** Subject and verb, as in `edit.undo`; the desktop's menu uses the same. */
  readonly id: string
  /** As menus say it: an imperative, with `…` when it asks something first. */
  readonly label: string
  /** What it would do right now, where the label cannot say it: the step that would be undone. */
  readonly detail?: (desk: D) => string | undefined
  readonly section: Section
  /** In the notation of `key-notation.ts`; the first is shown. */
  readonly keys?: readonly string[]
  /** `around` when left out. */
  readonly heard?: Heard
  readonly icon?: Glyph
  /** Words besides the label by which the palette finds it. */
  readonly words?: string
  /** Its line of the key sheet, where several commands share one. */
  readonly sheet?: { readonly does: string; readonly keys: string }
  /** The menus on the canvas that have it. */
  readonly menus?: readonly MenuTarget[]
  /** Why it cannot be done now, as one sentence; undefined when it can. */
  readonly whyNot?: (desk: D) => string | undefined
  /** For what is on or off. */
  readonly isChecked?: (desk: D) => boolean
  readonly run: (desk: D) => void
}

/** Whether a command can be carried out now. */
export function isEnabled<D>(command: Command<D>, desk: D): boolean {
  return command.whyNot?.(desk) === undefined
}

/** Carries a command out, or says why not. */
export function carryOut(command: Command, desk: Desk): void {
  const reason = command.whyNot?.(desk)
  if (reason === undefined) command.run(desk)
  else desk.session.notices.add('info', reason)
}

/** The reason of commands that need a selection. */
export function needsSelection({ session }: Pick<Desk, 'session'>): string | undefined {
  return session.selection.size > 0 ? undefined : 'Nothing is selected.'
}

/** The desk of the open design, for components. */
export const [getDesk, setDesk] = createContext<Desk>()
