import { displayName } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Slices } from '../../slices.ts'
import type { Simulation } from '../index.ts'
import type { ElementId } from '../types.ts'
import type { MatrixEnd } from './ends/end-kind.ts'
import type { ReachabilityMatrix } from './matrix.ts'
import type { Verdict } from './types.ts'

/** A row, column or both as it is shown. */
export interface PicturedEnd extends Pick<MatrixEnd, 'id' | 'kind' | 'name' | 'sends' | 'receives'> {
  /** The VPC of a subnet or service. */
  readonly container?: { readonly id: ResourceId; readonly name: string }
}

/** The matrix as plain data: of the pair of ends r and c the verdict is `verdicts[pairs[r * ends.length + c]]`, `NO_PAIR` when r never sends or c never receives. */
export interface MatrixPicture {
  readonly ends: readonly PicturedEnd[]
  readonly verdicts: readonly Omit<Verdict, 'example'>[]
  readonly pairs: Uint16Array
  /** The same pairs with nothing down, when something is. */
  readonly before?: Uint16Array
}

/** Stands where there is no pair. */
export const NO_PAIR = 65_535

/** More different verdicts than these are told apart by their mark alone. */
const MOST_VERDICTS = 65_000

function* numbersOf(matrix: ReachabilityMatrix, verdicts: Omit<Verdict, 'example'>[], known: Map<string, number>): Slices<Uint16Array> {
  const size = matrix.ends.length
  const pairs = new Uint16Array(size * size).fill(NO_PAIR)
  const seen = new Map<Verdict, number>()
  for (const from of matrix.rows) {
    for (const to of matrix.columns) {
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
  const ends = matrix.ends.map(({ id, kind, name, sends, receives, container }): PicturedEnd => {
    const holder = index.get(container)
    return { id, kind, name, sends, receives, ...(holder ? { container: { id: holder.id, name: displayName(holder) } } : {}) }
  })
  yield 0
  const pairs = yield* rows(matrix, 0)
  const before = failed.length > 0 ? yield* rows(simulation.matrix(), share) : undefined
  return { ends, verdicts, pairs, ...(before ? { before } : {}) }
}
