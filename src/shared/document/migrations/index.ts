/** A step that lifts a design one schema version up. Frozen once shipped; imports nothing of the live model. */
export interface Migration {
  /** The version it reads; it writes the next one. */
  readonly from: number
  readonly migrate: (design: Readonly<Record<string, unknown>>) => Record<string, unknown>
}

/** All migrations, oldest first. */
export const MIGRATIONS: readonly Migration[] = []
