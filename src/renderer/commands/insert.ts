import type { ResourceId } from '../../shared/model/id.ts'
import { insert } from '../canvas/actions.ts'
import { renameFocused } from './focused.ts'
import type { Command, Desk } from './command.ts'

/** Puts an annotation there and asks for its text. */
function annotate({ canvas, session }: Desk, kind: 'note' | 'frame' | 'legend'): void {
  insert(canvas, { kind })
  const [id] = session.selection
  if (session.index.get(id as ResourceId | undefined)?.kind === kind) setTimeout(() => renameFocused(canvas)) // the thing itself gets the focus first
}

/** What puts something new on the canvas; single kinds and patterns come from their own lists. */
export const INSERT: readonly Command[] = [
  { id: 'insert.open', label: 'Insert…', section: 'Insert', keys: ['I'], icon: 'plus', words: 'add new create kind', run: ({ panels }) => (panels.isInsertOpen = true) },
  { id: 'patterns.open', label: 'Insert a pattern…', section: 'Insert', keys: ['P'], menus: ['canvas'], heard: 'editor', icon: 'pattern', words: 'template gallery', run: ({ panels }) => (panels.isGalleryOpen = true) },
  { id: 'insert.note', label: 'Add a note', section: 'Insert', keys: ['T'], menus: ['canvas'], icon: 'pencil', words: 'insert text annotation comment', run: (desk) => annotate(desk, 'note') },
  { id: 'insert.frame', label: 'Add a frame', section: 'Insert', keys: ['F'], menus: ['canvas'], words: 'insert annotation container area', run: (desk) => annotate(desk, 'frame') },
  { id: 'insert.legend', label: 'Add a legend', section: 'Insert', menus: ['canvas'], words: 'insert annotation key explanation symbols', run: (desk) => annotate(desk, 'legend') },
]
