import { answer, type Outcome } from '../../shared/contract.ts'
import type { Simulation } from '../../shared/simulation/index.ts'
import type { Arguments, Option, Output } from './command.ts'
import { readFailed } from './failed.ts'
import { matrixJson, matrixText } from './text/matrix.ts'

/** Options of `simulate` that ask about all pairs of networks. */
export const WHOLE_NETWORK_OPTIONS = {
  matrix: { help: 'show instead which subnets, sites, user groups and services reach which, for all their addresses, and what passes' },
} as const satisfies Readonly<Record<string, Option>>

/** How the matrix is to be read. */
export const MATRIX_NOTE =
  'With --matrix, rows send to columns, and the reply counts: a pair works when a packet gets there and its reply back. ✓ is for every pair of addresses, ◐ for some, ✗ for none. Hosts that may be started in a subnet are taken to have no security group; drawn hosts have theirs. Remote users count with every address of every pool, and only send; interface endpoints, load balancers and endpoint services only receive, and are reached when one of their interfaces is. In JSON, "pairs" holds for each of "rows" and "columns" the position in "answers"; pairs that are alike share an answer, whose details are those of its "example".'

/** Why the options do not go together; undefined when they do. */
export function misuseOfMatrix(given: Arguments): string | undefined {
  if (!given.isSet('matrix')) return undefined
  const other = ['pairs', 'impact', 'availability', 'timeline'].find((name) => given.isSet(name))
  return other === undefined ? undefined : `give --matrix or --${other}, not both`
}

/** Answers `simulate --matrix`. */
export function printMatrix(simulation: Simulation, given: Arguments, output: Output): Outcome<null> {
  const failed = readFailed(simulation, given.texts('fail'))
  if (!failed.ok) return failed
  const matrix = simulation.matrix(failed.value)
  const labels = simulation.elements.filter(({ element }) => failed.value.includes(element)).map(({ label }) => label)
  output.print(given.isSet('json') ? JSON.stringify(matrixJson(matrix, failed.value)) : matrixText(simulation, matrix, labels, output.width))
  return answer(null)
}
