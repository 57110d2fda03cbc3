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

/** The same for a reading about one resource: remembered by index and resource, and whoever asks is taken to have read just what it was computed from. */
export function rememberEach<K extends object, I, T>(read: (key: K, id: I) => T): (key: K, id: I) => T {
  const known = new WeakMap<K, Map<I, { readonly value: T; readonly log: ReadLog }>>()
  return (key, id) => {
    const entries = known.get(key) ?? new Map<I, { readonly value: T; readonly log: ReadLog }>()
    known.set(key, entries)
    let entry = entries.get(id)
    if (!entry) {
      const log = new ReadLog()
      entry = { value: reading(log, () => read(key, id)), log }
      entries.set(id, entry)
    }
    currentReader()?.add(entry.log)
    return entry.value
  }
}
