import type { Command } from './command.ts'

/** What the main button of the pointer does on the canvas, and where things come to rest. */
export const TOOLS: readonly Command[] = [
  { id: 'tool.select', label: 'Select tool', section: 'Look', keys: ['V'], words: 'pointer arrow pick', isChecked: ({ canvas }) => canvas.tool === 'select', run: ({ canvas }) => (canvas.tool = 'select') },
  { id: 'tool.hand', label: 'Hand tool', section: 'Look', keys: ['H'], words: 'pan move view drag', isChecked: ({ canvas }) => canvas.tool === 'hand', run: ({ canvas }) => (canvas.tool = 'hand') },
  {
    id: 'view.snap-to-things',
    label: 'Line up with neighbours while moving',
    section: 'Look',
    keys: ['Alt+Shift+S'],
    words: 'object snap snapping guides toggle',
    menus: ['canvas'],
    isChecked: ({ app }) => app.preferences.snapping,
    run: ({ app }) => void app.prefer('snapping', !app.preferences.snapping),
  },
]
