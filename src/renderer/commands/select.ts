import { askMenu, selectAll } from '../canvas/actions.ts'
import type { Command, Desk } from './command.ts'
import { canEnter, canLeave, enter, focusNeighbour, leave, neighbour } from './focused.ts'

const atOf = ({ canvas, session }: Desk) => canvas.focused ?? [...session.selection].at(-1)

/** What changes the selection, or what the keyboard is at. */
export const SELECT: readonly Command[] = [
  {
    id: 'select.all',
    label: 'Select all',
    section: 'Select',
    keys: ['Mod+A'],
    whyNot: ({ canvas }) => (canvas.stage.owners.length === 0 ? 'The canvas is empty.' : undefined),
    run: ({ canvas }) => selectAll(canvas),
  },
  { id: 'select.none', label: 'Select nothing', section: 'Select', keys: ['Escape'], words: 'leave cancel', whyNot: ({ canvas }) => (canLeave(canvas) ? undefined : 'Nothing is selected.'), run: ({ canvas }) => leave(canvas) },
  {
    id: 'select.next',
    label: 'Go to the next thing on the canvas',
    section: 'Select',
    keys: ['Tab'],
    heard: 'canvas',
    sheet: { does: 'Next, previous thing', keys: 'Tab' },
    whyNot: ({ canvas }) => (neighbour(canvas, 1) === undefined ? 'There is nothing after this.' : undefined),
    run: ({ canvas }) => focusNeighbour(canvas, 1),
  },
  {
    id: 'select.previous',
    label: 'Go to the previous thing on the canvas',
    section: 'Select',
    keys: ['Shift+Tab'],
    heard: 'canvas',
    sheet: { does: 'Next, previous thing', keys: 'Shift+Tab' },
    whyNot: ({ canvas }) => (neighbour(canvas, -1) === undefined ? 'There is nothing before this.' : undefined),
    run: ({ canvas }) => focusNeighbour(canvas, -1),
  },
  {
    id: 'select.toggle',
    label: 'Add the current thing to the selection, or take it away',
    section: 'Select',
    keys: ['Shift+Space'],
    heard: 'canvas',
    whyNot: ({ canvas }) => (canvas.focused === undefined ? 'The keyboard is at nothing on the canvas.' : undefined),
    run: ({ canvas, session }) => canvas.focused !== undefined && session.toggle(canvas.focused),
  },
  {
    id: 'select.enter',
    label: 'Select the current thing, or edit its label',
    section: 'Select',
    keys: ['Enter'],
    heard: 'canvas',
    whyNot: ({ canvas }) => (canEnter(canvas) ? undefined : 'The keyboard is at nothing on the canvas.'),
    run: ({ canvas }) => enter(canvas),
  },
  {
    id: 'select.menu',
    label: 'Open the menu of the selection',
    section: 'Select',
    keys: ['Shift+F10', 'ContextMenu'],
    heard: 'canvas',
    words: 'context',
    whyNot: (desk) => (atOf(desk) === undefined ? 'Nothing is selected.' : undefined),
    run: (desk) => void askMenu(desk.canvas, atOf(desk)),
  },
]
