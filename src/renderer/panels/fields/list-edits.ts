/** The list with one entry replaced. */
export function withEntry<T>(list: readonly T[], position: number, entry: T): T[] {
  return list.map((current, index) => (index === position ? entry : current))
}

/** The list without one entry. */
export function withoutEntry<T>(list: readonly T[], position: number): T[] {
  return list.filter((_, index) => index !== position)
}

/** The list with one entry moved up (-1) or down (1); at the ends it stays as it is. */
export function movedEntry<T>(list: readonly T[], position: number, by: -1 | 1): T[] {
  const next = [...list]
  const [entry] = next.splice(position, 1)
  if (entry !== undefined || position in list) next.splice(Math.min(Math.max(position + by, 0), next.length), 0, entry as T)
  return next
}
