import { copyPng, saveDesignFile } from '../panels/topbar/exports.ts'
import type { Command } from './command.ts'

/** The open design as a whole: its exports and its file. */
export const DESIGN: readonly Command[] = [
  { id: 'export.open', label: 'Export…', section: 'Design', keys: ['Mod+Shift+E'], heard: 'always', icon: 'download', words: 'picture svg png pdf cloudformation template', run: ({ panels }) => (panels.isExportOpen = true) },
  { id: 'export.print', label: 'Print: a PDF with title block…', section: 'Design', keys: ['Mod+P'], heard: 'always', icon: 'file', words: 'page paper', run: ({ panels }) => (panels.picture = 'pdf') },
  { id: 'export.svg', label: 'Export as SVG…', section: 'Design', icon: 'download', words: 'picture vector', run: ({ panels }) => (panels.picture = 'svg') },
  { id: 'export.png', label: 'Export as PNG…', section: 'Design', icon: 'download', words: 'picture pixels', run: ({ panels }) => (panels.picture = 'png') },
  { id: 'export.copy', label: 'Copy as a picture (PNG)', section: 'Design', keys: ['Alt+Shift+C'], heard: 'editor', menus: ['canvas'], icon: 'copy', words: 'clipboard image', run: ({ app, session }) => void copyPng(app, session) },
  {
    id: 'file.save',
    label: 'Save',
    section: 'Design',
    keys: ['Mod+S'],
    heard: 'always',
    icon: 'check',
    run: ({ session }) => {
      if (session.saveStatus === 'failed') void session.retrySave()
      else session.notices.add('info', 'Every change is saved as you make it: there is nothing to do.')
    },
  },
  { id: 'file.saveAs', label: 'Save a copy as a file…', section: 'Design', keys: ['Mod+Shift+S'], heard: 'always', icon: 'file', words: 'causeway json download', run: ({ app, session }) => void saveDesignFile(app, session) },
  { id: 'history.open', label: 'Version history…', section: 'Design', keys: ['Mod+Shift+H'], heard: 'editor', icon: 'history', words: 'versions restore compare diff earlier revisions', run: ({ panels }) => (panels.isHistoryOpen = true) },
  { id: 'design.leave', label: 'Back to the library', section: 'Design', icon: 'arrow-left', words: 'close designs home', run: ({ app }) => app.leave() },
]
