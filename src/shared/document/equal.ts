/** True when two JSON values say the same, whatever the order of their keys; an absent key equals an undefined one. */
export function equalJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((entry, index) => equalJson(entry, b[index]))
  const left = a as Readonly<Record<string, unknown>>
  const right = b as Readonly<Record<string, unknown>>
  const keys = new Set([...Object.keys(left), ...Object.keys(right)])
  // Own keys only: `__proto__` and `constructor` are words like any other in JSON.
  const own = (record: Readonly<Record<string, unknown>>, key: string) => (Object.hasOwn(record, key) ? record[key] : undefined)
  for (const key of keys) if (!equalJson(own(left, key), own(right, key))) return false
  return true
}
