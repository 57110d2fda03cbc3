import { THEME_CHOICES, type ThemeChoice } from '../styles/theme.svelte.ts'
import type { Command, Desk } from './command.ts'

/** What commands that need no open design work on. */
export type AppDesk = Pick<Desk, 'app'>

const THEME_WORDS: Readonly<Record<ThemeChoice, string>> = { system: 'Light or dark as the system', light: 'Light', dark: 'Dark' }

/** What belongs to no design. */
export const APP: readonly Command<AppDesk>[] = [
  { id: 'palette.open', label: 'Command palette…', section: 'Causeway', keys: ['Mod+K', 'Mod+Shift+P'], heard: 'always', icon: 'search', run: ({ app }) => (app.dialog = 'palette') },
  { id: 'design.new', label: 'New design', section: 'Design', icon: 'plus', words: 'create empty', run: ({ app }) => void app.run('design.new') },
  { id: 'app.settings', label: 'Settings…', section: 'Causeway', icon: 'sliders', words: 'preferences options', run: ({ app }) => (app.dialog = 'settings') },
  { id: 'app.keys', label: 'Keys', section: 'Causeway', keys: ['?'], heard: 'editor', icon: 'keyboard', words: 'shortcuts keyboard help', run: ({ app }) => (app.dialog = 'keys') },
  { id: 'app.rules', label: 'Review rules…', section: 'Causeway', icon: 'advice', words: 'reference help checks problems facts sources', run: ({ app }) => (app.dialog = 'rules') },
  { id: 'help.about', label: 'About Causeway', section: 'Causeway', icon: 'advice', words: 'version help', run: ({ app }) => (app.dialog = 'about') },
  ...THEME_CHOICES.map(
    (choice): Command<AppDesk> => ({
      id: `theme.${choice}`,
      label: `Theme: ${THEME_WORDS[choice]}`,
      section: 'Causeway',
      icon: choice === 'system' ? 'half' : choice === 'light' ? 'sun' : 'moon',
      words: 'colours appearance mode',
      isChecked: ({ app }) => app.theme.choice === choice,
      run: ({ app }) => void app.chooseTheme(choice),
    }),
  ),
]
