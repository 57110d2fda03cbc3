/** Work in slices: yields, between two slices, the share of the work that is done (0 to 1), and returns what came of it. */
export type Slices<Output> = Generator<number, Output, void>

/** Does all slices in a row. */
export function finish<Output>(slices: Slices<Output>): Output {
  for (;;) {
    const slice = slices.next()
    if (slice.done) return slice.value
  }
}
