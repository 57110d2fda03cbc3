/** A small break of what a rule concludes from, which one of its samples or mistakes is to notice. */
export interface Break {
  readonly rule: string
  /** What the source says; it says so once. */
  readonly was: string
  /** What it says when it is broken. */
  readonly is: string
  /** The file under `src/shared` where it says so, where that is not the rule's own. */
  readonly in?: string
}
