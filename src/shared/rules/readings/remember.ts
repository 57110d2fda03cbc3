import { currentReader, ReadLog, reading } from '../../document/reading.ts'
import { coarse } from './coarse.ts'

/**
 * A reading that several rules need: computed once for each context or index it is asked about, and forgotten with it. Whoever asks is
 * taken to have read what it was computed from.
 */
export function remember<K extends object, T>(read: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly value: T; readonly reads: readonly string[] }>()
  return (key) => {
    let entry = known.get(key)
    if (!entry) {
      const log = new ReadLog()
      entry = { value: reading(log, () => read(key)), reads: coarse(log) }
      known.set(key, entry)
    }
    const reader = currentReader()
    if (reader) for (const one of entry.reads) reader.kinds.add(one)
    return entry.value
  }
}
