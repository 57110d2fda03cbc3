/** What a person can choose: follow the system, or always one of the two. */
export const THEME_CHOICES = ['system', 'light', 'dark'] as const

/** A choice of theme. */
export type ThemeChoice = (typeof THEME_CHOICES)[number]

/** True when the value is a choice of theme. */
export function isThemeChoice(value: unknown): value is ThemeChoice {
  return THEME_CHOICES.some((choice) => choice === value)
}

/** The window's theme: `choice` is what the person asked for, `shown` what follows from it and the system. */
export class Theme {
  choice = $state<ThemeChoice>('system')
  #systemIsDark = $state(false)

  /** Follows the system from now on. */
  constructor(system: Pick<MediaQueryList, 'matches' | 'addEventListener'>) {
    this.#systemIsDark = system.matches
    system.addEventListener('change', (event) => (this.#systemIsDark = event.matches))
  }

  /** The theme on show. */
  get shown(): 'light' | 'dark' {
    return this.choice === 'system' ? (this.#systemIsDark ? 'dark' : 'light') : this.choice
  }
}
