import { displayName } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Slices } from '../../slices.ts'
import type { Simulation } from '../index.ts'
import type { ElementId } from '../types.ts'
import type { ReachabilityMatrix } from './matrix.ts'
import type { Verdict } from './types.ts'

/** A row and column as it is shown. */
export interface PicturedEnd {
  readonly id: ResourceId
  readonly name: string
  /** The VPC of a subnet. */
  readonly container?: { readonly id: ResourceId; readonly name: string }
}

/** The matrix as plain data: of the pair in row r and column c the verdict is `verdicts[pairs[r * ends.length + c]]`. */
export interface MatrixPicture {
  readonly ends: readonly PicturedEnd[]
  readonly verdicts: readonly Omit<Verdict, 'example'>[]
  readonly pairs: Uint16Array
  /** The same pairs with nothing down, when something is. */
  readonly before?: Uint16Array
}

/** More different verdicts than these are told apart by their mark alone. */
const MOST_VERDICTS = 65_000

function* numbersOf(matrix: ReachabilityMatrix, verdicts: Omit<Verdict, 'example'>[], known: Map<string, number>): Slices<Uint16Array> {
  const size = matrix.ends.length
  const pairs = new Uint16Array(size * size)
  const seen = new Map<Verdict, number>()
  for (let from = 0; from < size; from++) {
    for (let to = 0; to < size; to++) {
      const verdict = matrix.verdict(from, to)
      let number = seen.get(verdict)
      if (number === undefined) {
        const { example: _, ...said } = verdict
        const key = known.size < MOST_VERDICTS ? JSON.stringify(said) : said.mark
        number = known.get(key) ?? verdicts.length
        if (number === verdicts.length) verdicts.push(said)
        known.set(key, number)
        seen.set(verdict, number)
      }
      pairs[from * size + to] = number
    }
    yield (from + 1) / size
  }
  return pairs
}

/** Works out every pair, a row at a time; with elements down also how it was before. */
export function* drawMatrix(simulation: Simulation, failed: readonly ElementId[]): Slices<MatrixPicture> {
  const { index } = simulation.network
  const matrix = simulation.matrix(failed)
  const share = failed.length > 0 ? 0.5 : 1
  const verdicts: Omit<Verdict, 'example'>[] = []
  const known = new Map<string, number>()
  const rows = function* (of: ReachabilityMatrix, done: number): Slices<Uint16Array> {
    const slices = numbersOf(of, verdicts, known)
    for (;;) {
      const slice = slices.next()
      if (slice.done) return slice.value
      yield done + slice.value * share
    }
  }
  const ends = matrix.ends.map(({ id, name, container }): PicturedEnd => {
    const holder = index.get(container)
    return { id, name, ...(holder ? { container: { id: holder.id, name: displayName(holder) } } : {}) }
  })
  yield 0
  const pairs = yield* rows(matrix, 0)
  const before = failed.length > 0 ? yield* rows(simulation.matrix(), share) : undefined
  return { ends, verdicts, pairs, ...(before ? { before } : {}) }
}
