/** Milliseconds that a piece of work takes, and what it gives. */
export function timed<T>(work: () => T): { readonly ms: number; readonly value: T } {
  const start = performance.now()
  const value = work()
  return { ms: performance.now() - start, value }
}

/** The middle value; the lower one of two. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN
}

/** k in time ~ size^k between two points: 1 is linear. */
export const growth = (small: { readonly size: number; readonly ms: number }, large: { readonly size: number; readonly ms: number }): number => Math.log(large.ms / small.ms) / Math.log(large.size / small.size)

/** Draws values with a linear congruential generator (Numerical Recipes): the same seed draws the same. */
export function draw<T>(values: readonly T[], count: number, seed: number): T[] {
  const left = [...values]
  const drawn: T[] = []
  let state = seed >>> 0
  while (drawn.length < count && left.length > 0) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    drawn.push(...left.splice(Math.floor((state / 2 ** 32) * left.length), 1))
  }
  return drawn
}

/** Rows as a table of right-aligned columns under a header. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  ')).join('\n')
}
