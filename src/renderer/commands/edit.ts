import { selectedIntents } from '../canvas/intents.ts'
import { copySelected, cutSelected, deleteSelected, duplicate, paste } from '../canvas/actions.ts'
import type { DesignIndex } from '../../shared/document/query.ts'
import type { ResourceId } from '../../shared/model/id.ts'
import { definitionOf } from '../../shared/model/index.ts'
import { clipboard } from '../state/clipboard.svelte.ts'
import { type Command, needsSelection, ON_THINGS } from './command.ts'
import { renameFocused } from './focused.ts'

function startsLinks(index: DesignIndex, id: ResourceId): boolean {
  const resource = index.get(id)
  return resource !== undefined && !['link', 'annotation'].includes(definitionOf(resource.kind).appearance)
}

/** What changes or copies what is selected. */
export const EDIT: readonly Command[] = [
  {
    id: 'edit.undo',
    label: 'Undo',
    detail: ({ session }) => session.history.undoLabel,
    section: 'Edit',
    keys: ['Mod+Z'],
    heard: 'editor',
    icon: 'undo',
    whyNot: ({ session }) => (session.history.undoLabel === undefined ? 'There is nothing to undo.' : undefined),
    run: ({ session }) => session.undo(),
  },
  {
    id: 'edit.redo',
    label: 'Redo',
    detail: ({ session }) => session.history.redoLabel,
    section: 'Edit',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    heard: 'editor',
    icon: 'redo',
    whyNot: ({ session }) => (session.history.redoLabel === undefined ? 'There is nothing to redo.' : undefined),
    run: ({ session }) => session.redo(),
  },
  { id: 'edit.cut', label: 'Cut', section: 'Edit', keys: ['Mod+X'], menus: ON_THINGS, whyNot: needsSelection, run: ({ canvas }) => cutSelected(canvas) },
  { id: 'edit.copy', label: 'Copy', section: 'Edit', keys: ['Mod+C'], menus: ON_THINGS, whyNot: needsSelection, run: ({ canvas }) => void copySelected(canvas) },
  {
    id: 'edit.paste',
    label: 'Paste',
    section: 'Edit',
    keys: ['Mod+V'],
    menus: ['canvas', 'frame'],
    whyNot: () => (clipboard.clipping ? undefined : 'Nothing was cut or copied yet.'),
    run: ({ canvas }) => paste(canvas),
  },
  {
    id: 'edit.duplicate',
    label: 'Duplicate',
    section: 'Edit',
    keys: ['Mod+D'],
    menus: ['node', 'link', 'frame', 'many', 'intent'],
    icon: 'copy',
    whyNot: ({ session }) => ([...session.selection].some((id) => session.index.get(id as ResourceId) ?? session.intent(id)) ? undefined : 'Select a resource to duplicate.'),
    run: ({ canvas }) => duplicate(canvas),
  },
  { id: 'edit.delete', label: 'Delete', section: 'Edit', keys: ['Delete', 'Backspace'], menus: [...ON_THINGS, 'intent'], icon: 'trash', words: 'remove', whyNot: needsSelection, run: ({ canvas }) => deleteSelected(canvas) },
  {
    id: 'edit.rename',
    label: 'Rename',
    section: 'Edit',
    keys: ['F2'],
    menus: ON_THINGS,
    icon: 'pencil',
    words: 'edit label name all batch number replace',
    whyNot: needsSelection,
    run: ({ canvas, panels, session, focusProperties }) => {
      if (selectedIntents(session).length > 0) focusProperties()
      else if (session.selection.size === 1) renameFocused(canvas)
      else panels.isRenameOpen = true
    },
  },
  {
    id: 'edit.connect',
    label: 'Connect…',
    section: 'Edit',
    keys: ['C'],
    menus: ['node', 'frame'],
    icon: 'route',
    words: 'link draw join attach',
    whyNot: ({ canvas }) => (canvas.onlySelected && startsLinks(canvas.index, canvas.onlySelected) ? undefined : 'Select the one resource that the link starts from.'),
    run: ({ canvas }) => {
      if (canvas.onlySelected) canvas.asking = { kind: 'connect', from: canvas.onlySelected }
    },
  },
]
