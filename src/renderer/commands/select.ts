import { holderOf, isPlaced, membersOf } from '../../shared/document/groups.ts'
import type { ResourceId } from '../../shared/model/id.ts'
import { definitionOf } from '../../shared/model/index.ts'
import { endsOf } from '../../shared/model/link.ts'
import { selectedIntents } from '../canvas/intents.ts'
import { askMenu, selectAll } from '../canvas/actions.ts'
import type { SelectableId } from '../state/session.svelte.ts'
import type { Command, Desk } from './command.ts'
import { acceptSelected } from './intents.ts'
import { canEnter, canLeave, enter, focusNeighbour, leave, neighbour } from './focused.ts'

const atOf = ({ canvas, session }: Desk) => canvas.focused ?? [...session.selection].at(-1)

/** What is directly inside the selected frames. */
function contentsOf({ canvas, session }: Desk): readonly SelectableId[] {
  return [...session.selection].flatMap((id) => membersOf(canvas.index, id))
}

/** What holds the last of the selected, or the near end of a link. */
function aroundOf(desk: Desk): SelectableId | undefined {
  const { index } = desk.canvas
  const at = atOf(desk)
  const resource = index.get(at as ResourceId | undefined)
  const near = resource && endsOf(resource)?.find((end) => end !== undefined)
  return at === undefined ? undefined : ((near ?? holderOf(index, at)) as SelectableId | undefined)
}

/** Everything drawn that is of a kind that is selected. */
function alikeOf({ canvas, session }: Desk): readonly ResourceId[] {
  const kinds = new Set([...session.selection].flatMap((id) => canvas.index.get(id as ResourceId)?.kind ?? []))
  return Object.values(canvas.index.design.resources).filter((resource) => kinds.has(resource.kind) && (isPlaced(resource) || definitionOf(resource.kind).appearance === 'link')).map(({ id }) => id)
}

/** What the selected links join. */
function endsOfLinks({ canvas, session }: Desk): readonly ResourceId[] {
  const links = [...session.selection].flatMap((id) => canvas.index.get(id as ResourceId) ?? [])
  return links.flatMap((link) => endsOf(link) ?? []).filter((end) => end !== undefined)
}

/** What changes the selection, or what the keyboard is at. */
export const SELECT: readonly Command[] = [
  {
    id: 'select.all',
    label: 'Select all',
    section: 'Select',
    keys: ['Mod+A'],
    menus: ['canvas'],
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
    run: (desk) => {
      const isThere = desk.canvas.focused === undefined || desk.canvas.selected.has(desk.canvas.focused)
      if (!isThere || selectedIntents(desk.session).length === 0) enter(desk.canvas)
      else if (!acceptSelected(desk)) desk.focusProperties()
    },
  },
  {
    id: 'select.menu',
    label: 'Open the menu of the selection, or of the canvas',
    section: 'Select',
    keys: ['Shift+F10', 'ContextMenu'],
    heard: 'canvas',
    words: 'context',
    run: (desk) => askMenu(desk.canvas, atOf(desk)),
  },
  {
    id: 'select.contents',
    label: 'Select what is inside',
    section: 'Select',
    menus: ['frame', 'box'],
    words: 'children members container',
    whyNot: (desk) => (contentsOf(desk).length > 0 ? undefined : 'Nothing is inside the selection.'),
    run: (desk) => desk.session.select(contentsOf(desk)),
  },
  {
    id: 'select.around',
    label: 'Select what is around it',
    section: 'Select',
    keys: ['Shift+Enter'],
    heard: 'canvas',
    menus: ['node', 'frame', 'box'],
    words: 'container parent holder up',
    whyNot: (desk) => (aroundOf(desk) === undefined ? 'Nothing is around it.' : undefined),
    run: (desk) => {
      const around = aroundOf(desk)
      if (around === undefined) return
      desk.session.select([around])
      desk.canvas.focused = around
      desk.canvas.reveal([around])
    },
  },
  {
    id: 'select.alike',
    label: 'Select all of this kind',
    section: 'Select',
    menus: ['node', 'link', 'frame', 'many'],
    words: 'same similar',
    whyNot: (desk) => (alikeOf(desk).length > 0 ? undefined : 'Select a resource of the kind.'),
    run: (desk) => desk.session.select(alikeOf(desk)),
  },
  {
    id: 'select.ends',
    label: 'Select both ends',
    section: 'Select',
    menus: ['link'],
    whyNot: (desk) => (endsOfLinks(desk).length > 0 ? undefined : 'Select a link.'),
    run: (desk) => desk.session.locate(endsOfLinks(desk)),
  },
]
