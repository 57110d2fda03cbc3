import type { Command } from './command.ts'

/** What puts something new on the canvas; single kinds and patterns come from their own lists. */
export const INSERT: readonly Command[] = [
  { id: 'patterns.open', label: 'Insert a pattern…', section: 'Insert', keys: ['P'], menus: ['canvas'], heard: 'editor', icon: 'pattern', words: 'template gallery', run: ({ panels }) => (panels.isGalleryOpen = true) },
]
