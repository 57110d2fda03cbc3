interface Entry {
  readonly at: number
  readonly number: number
  readonly act: () => void
}

/** Things to do at points in time. Whole milliseconds; of the same moment, in the order they were planned. */
export class EventQueue {
  readonly #entries: Entry[] = []
  readonly #cancelled = new Set<number>()
  #number = 0

  /** Plans something; never, when the time is not finite. The answer cancels it. */
  plan(at: number, act: () => void): () => void {
    const number = this.#number++
    if (!Number.isFinite(at)) return () => undefined
    this.#entries.push({ at, number, act })
    this.#entries.sort((a, b) => a.at - b.at || a.number - b.number)
    return () => this.#cancelled.add(number)
  }

  /** Does everything of the next moment, what it plans for the same moment included; answers the moment, undefined when nothing is left. */
  next(): number | undefined {
    let now: number | undefined
    for (;;) {
      const [entry] = this.#entries
      if (!entry || (now !== undefined && entry.at !== now)) return now
      this.#entries.shift()
      if (this.#cancelled.delete(entry.number)) continue
      now = entry.at
      entry.act()
    }
  }
}
