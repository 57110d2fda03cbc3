import { saveDesignFile } from '../panels/topbar/exports.ts'
import type { Command } from './command.ts'

/** The open design as a whole: its exports and its file. */
export const DESIGN: readonly Command[] = [
  { id: 'export.open', label: 'Export…', section: 'Design', keys: ['Mod+Shift+E'], heard: 'always', icon: 'download', words: 'picture svg png pdf cloudformation template', run: ({ panels }) => (panels.isExportOpen = true) },
  { id: 'file.saveAs', label: 'Save a copy as a file…', section: 'Design', icon: 'file', words: 'causeway json download', run: ({ app, session }) => void saveDesignFile(app, session) },
  { id: 'history.open', label: 'Version history…', section: 'Design', keys: ['Mod+Shift+H'], heard: 'editor', icon: 'history', words: 'versions restore compare diff earlier revisions', run: ({ panels }) => (panels.isHistoryOpen = true) },
  { id: 'design.leave', label: 'Back to the library', section: 'Design', icon: 'arrow-left', words: 'close designs home', run: ({ app }) => app.leave() },
]
