import { currentReader, ReadLog, reading } from '../document/reading.ts'
import { coarse, fine } from './readings/coarse.ts'

interface Entry {
  readonly value: unknown
  /** What it was worked out from, read by read. */
  readonly fine: readonly string[]
  /** The same by kinds, for the rule that asks. */
  readonly coarse: readonly string[]
}

/**
 * Readings about single things of a design (an intent, say), kept from one check to the next while nothing that they read has changed.
 * A reading is known by its function and by the thing itself, so a thing that was edited is read anew.
 */
export class Carried {
  readonly #entries = new Map<unknown, Map<object, Entry>>()

  /** What of an earlier check still holds. Cost: the reads of what it kept. */
  static from(previous: Carried, touched: ReadonlySet<string>): Carried {
    const carried = new Carried()
    for (const [read, entries] of previous.#entries) {
      carried.#entries.set(read, new Map([...entries].filter(([, entry]) => !entry.fine.some((one) => touched.has(one)))))
    }
    return carried
  }

  /** The reading of a thing; whoever asks is taken to have read what it was worked out from. */
  of<I extends object, T>(read: (item: I) => T, key: unknown, item: I): T {
    const entries = this.#entries.get(key) ?? new Map<object, Entry>()
    this.#entries.set(key, entries)
    let entry = entries.get(item)
    if (!entry) {
      const log = new ReadLog()
      const value = reading(log, () => read(item))
      entry = { value, fine: fine(log), coarse: coarse(log) }
      entries.set(item, entry)
    }
    const reader = currentReader()
    if (reader) for (const one of entry.coarse) reader.kinds.add(one)
    return entry.value as T // filed under the function that read it
  }
}
