import { comparePrefixes, containsPrefix, type Prefix } from './prefix.ts'

/** A block with whom it belongs to. */
export interface Held<T> {
  readonly prefix: Prefix
  readonly holder: T
}

/**
 * Blocks that overlap an earlier one of another holder, each with the narrowest such block around it. Sorts once, so it
 * costs n log n however many overlap; of two equal blocks the one listed first counts as the earlier.
 */
export function findOverlaps<H extends Held<unknown>>(blocks: readonly H[]): { readonly inner: H; readonly outer: H }[] {
  const sorted = blocks.map((held, order) => ({ held, order })).sort((a, b) => comparePrefixes(a.held.prefix, b.held.prefix) || a.order - b.order)
  const around: H[] = []
  const found: { inner: H; outer: H }[] = []
  for (const { held } of sorted) {
    while (around.length > 0 && !containsPrefix((around.at(-1) as H).prefix, held.prefix)) around.pop()
    const outer = around.findLast((other) => other.holder !== held.holder)
    if (outer) found.push({ inner: held, outer })
    if (around.at(-1)?.holder !== held.holder) around.push(held)
  }
  return found
}
