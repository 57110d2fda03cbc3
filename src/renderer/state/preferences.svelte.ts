/** What a person can switch on and off for all designs. */
export const SWITCHES = ['grid', 'snapping', 'minimap', 'relations', 'reduceMotion'] as const

/** One of them. */
export type Switch = (typeof SWITCHES)[number]

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** Switches that hold for every design and are kept in the library. The system's wish for less motion is heeded whatever `reduceMotion` says. */
export class Preferences {
  grid = $state(true)
  snapping = $state(true)
  minimap = $state(true)
  relations = $state(true)
  reduceMotion = $state(false)

  /** All of them, to be kept. */
  get all(): Record<Switch, boolean> {
    return { grid: this.grid, snapping: this.snapping, minimap: this.minimap, relations: this.relations, reduceMotion: this.reduceMotion }
  }

  /** Takes over what was kept; what is missing or of another type is left as it is. */
  restore(kept: unknown): void {
    if (!isRecord(kept)) return
    for (const name of SWITCHES) {
      const value = kept[name]
      if (typeof value === 'boolean') this[name] = value
    }
  }
}
