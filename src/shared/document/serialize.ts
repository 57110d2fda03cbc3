import type { Design } from './design.ts'

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return Object.fromEntries(entries.map(([key, entry]) => [key, sorted(entry)]))
}

/** The bytes of a `.causeway.json` file: keys sorted, two spaces, a final newline; the same design gives the same text. */
export function serializeDesign(design: Design): string {
  return `${JSON.stringify(sorted(design), null, 2)}\n`
}
