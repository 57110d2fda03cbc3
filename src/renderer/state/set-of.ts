/** A set that is replaced as a whole and never changed; for `$state.raw`. */
export function setOf<T>(entries: Iterable<T>): ReadonlySet<T> {
  return new Set(entries)
}
