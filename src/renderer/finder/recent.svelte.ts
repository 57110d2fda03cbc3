const MOST = 8

/** What was chosen in the command palette lately, newest first. */
export class Recent {
  ids = $state.raw<readonly string[]>([])

  /** Takes over what was kept; anything else than a list of texts is left alone. */
  restore(kept: unknown): void {
    if (Array.isArray(kept)) this.ids = kept.filter((id): id is string => typeof id === 'string').slice(0, MOST)
  }

  /** Puts an entry to the front. */
  use(id: string): void {
    this.ids = [id, ...this.ids.filter((other) => other !== id)].slice(0, MOST)
  }
}
