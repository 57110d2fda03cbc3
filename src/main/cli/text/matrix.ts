import { indexOf } from '../../../shared/document/query.ts'
import type { Simulation } from '../../../shared/simulation/index.ts'
import type { ReachabilityMatrix } from '../../../shared/simulation/matrix/matrix.ts'
import type { Mark, Verdict } from '../../../shared/simulation/matrix/types.ts'
import { endName, MARK_SIGNS, MARK_WORDS, outcomeText, sideText } from '../../../shared/simulation/matrix/words.ts'
import { count, table } from './table.ts'

/** More rows than this are shown one for each class of ends. */
const MOST_ROWS = 60
/** Reasons told before the rest is counted. */
const MOST_REASONS = 40
const MOST_LABEL = 40

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)

/** The rows of the grid and the ends that have only a column: each end, or the ends of a class together where there are many. */
function linesOf(matrix: ReachabilityMatrix): number[][] {
  const all = matrix.ends.map((_, at) => at)
  if (all.length <= MOST_ROWS) return all.map((at) => [at])
  const classes = new Map<number, number[]>()
  for (const at of all) classes.set(matrix.classOf(at), [...(classes.get(matrix.classOf(at)) ?? []), at])
  return [...classes.values()]
}

/** One mark for the pairs of two rows: that of a pair, or of the few kinds of pairs that two classes have. */
function markOfRows(matrix: ReachabilityMatrix, from: readonly number[], to: readonly number[]): Mark {
  const [first] = from
  if (first === undefined) return 'unknown'
  const marks = new Set(to.map((at) => matrix.verdict(first, at).mark))
  const [only] = marks
  return marks.size === 1 && only !== undefined ? only : marks.has('all') || marks.has('some') ? 'some' : 'unknown'
}

function nameAt(simulation: Simulation, matrix: ReachabilityMatrix, at: number | undefined): string {
  const end = at === undefined ? undefined : matrix.ends[at]
  return end ? endName(indexOf(simulation.design), end) : ''
}

function grid(simulation: Simulation, matrix: ReachabilityMatrix, width: number): string {
  const lines = linesOf(matrix)
  const endOf = ([first]: readonly number[]) => (first === undefined ? undefined : matrix.ends[first])
  const digits = String(lines.length).length
  const named = lines.map((line, at) => ({ line, number: at + 1, name: `${String(at + 1).padStart(digits)} ${cut(nameAt(simulation, matrix, line[0]), MOST_LABEL)}${line.length > 1 ? ` (${line.length} alike)` : ''}` }))
  const rows = named.filter(({ line }) => endOf(line)?.sends)
  const receivers = named.filter(({ line }) => endOf(line)?.receives)
  const wide = Math.max(...rows.map(({ name }) => name.length))
  const perBlock = Math.max(5, Math.floor((width - wide - 2) / (digits + 1)))
  const blocks: string[] = []
  for (let start = 0; start < receivers.length; start += perBlock) {
    const columns = receivers.slice(start, start + perBlock)
    const head = `${' '.repeat(wide + 1)}${columns.map(({ number }) => String(number).padStart(digits + 1)).join('')}`
    const marks = rows.map(({ name, line }) => `${name.padEnd(wide + 1)}${columns.map((column) => MARK_SIGNS[markOfRows(matrix, line, column.line)].padStart(digits + 1)).join('')}`)
    blocks.push([head, ...marks].join('\n'))
  }
  const columnsOnly = named.filter(({ line }) => endOf(line)?.sends === false).map(({ name }) => name)
  return [...blocks, ...(columnsOnly.length > 0 ? [['Columns only, reached when one of their interfaces is:', ...columnsOnly].join('\n')] : [])].join('\n\n')
}

/** Every answer that is not plain yes, told once with the number of pairs that it holds for. */
function reasons(simulation: Simulation, matrix: ReachabilityMatrix, width: number): string {
  const index = indexOf(simulation.design)
  const counts = new Map<Verdict, number>()
  for (const from of matrix.rows) {
    for (const to of matrix.columns) {
      const verdict = matrix.verdict(from, to)
      if (verdict.mark !== 'all' || verdict.traffic.join() !== 'everything') counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
    }
  }
  const name = (at: number) => nameAt(simulation, matrix, at)
  const told = new Map<string, { readonly verdict: Verdict; readonly lines: readonly (readonly string[])[]; pairs: number }>()
  for (const [verdict, pairs] of counts) {
    const [from, to] = verdict.example
    const answer = matrix.answer(from, to)
    const lines = answer.groups.flatMap((group) => group.where.map((where) => {
      const sides = `${sideText(where.from, 'all')} -> ${sideText(where.to, 'all')}`
      const mark = group.works === true ? '✓' : group.works === null ? '?' : '✗'
      return answer.groups.length === 1 ? [outcomeText(index, group)] : [mark, `${sides}: ${outcomeText(index, group)}`]
    }))
    // Those that fail at the same place for the same reason are told together.
    const only = answer.groups.length === 1 ? answer.groups[0] : undefined
    const texts = [only?.example.sourceAddress, only?.example.toAddress].filter((text) => text !== undefined)
    const key = only ? texts.reduce((text, address) => text.replaceAll(address, '*'), `${verdict.mark} ${lines.join()}`) : `${from} ${to}`
    const known = told.get(key)
    if (known) known.pairs += pairs
    else told.set(key, { verdict, lines, pairs })
  }
  const rank: readonly Mark[] = ['none', 'some', 'unknown', 'all']
  const sorted = [...told.values()].sort((a, b) => rank.indexOf(a.verdict.mark) - rank.indexOf(b.verdict.mark) || b.pairs - a.pairs)
  const shown = sorted.slice(0, MOST_REASONS).map(({ verdict, lines, pairs }) => {
    const [from, to] = verdict.example
    const more = pairs > 1 ? ` (and ${count(pairs - 1, 'pair')} like it)` : ''
    return [table([[MARK_SIGNS[verdict.mark], `${name(from)} -> ${name(to)}${more}`]], { indent: '', width }), table(lines, { indent: '   ', width })].join('\n')
  })
  const rest = sorted.length - shown.length
  return [...shown, ...(rest > 0 ? [`… and ${count(rest, 'more reason')}; --json has them all`] : [])].join('\n')
}

/** The matrix for people: the grid, then why what is not a plain yes is none. */
export function matrixText(simulation: Simulation, matrix: ReachabilityMatrix, down: readonly string[], width: number): string {
  const { rows, columns } = matrix
  if (rows.length === 0 || columns.length === 0) return 'The design has no subnet, no site and no users that could reach anything.'
  const marks = new Map<Mark, number>()
  for (const from of rows) for (const to of columns) { const { mark } = matrix.verdict(from, to); marks.set(mark, (marks.get(mark) ?? 0) + 1) }
  const why = reasons(simulation, matrix, width)
  return [
    ...(down.length > 0 ? [`With ${down.join(', ')} down`] : []),
    grid(simulation, matrix, width),
    table(Object.entries(MARK_WORDS).map(([mark, words]) => [MARK_SIGNS[mark as Mark], words]), { indent: '', width }),
    ...(why === '' ? [] : [why]),
    `${count(rows.length * columns.length, 'pair')}, rows send to columns: ${(['all', 'some', 'none', 'unknown'] as const).map((mark) => `${marks.get(mark) ?? 0} ${MARK_SIGNS[mark]}`).join(', ')}`,
  ].join('\n\n')
}

/** The matrix for programs: the ends, which of them are rows and columns, every different answer once, and for each pair the number of its answer. */
export function matrixJson(matrix: ReachabilityMatrix, failed: readonly string[]) {
  const numbers = new Map<Verdict, number>()
  const pairs = matrix.rows.map((from) => matrix.columns.map((to) => {
    const verdict = matrix.verdict(from, to)
    const number = numbers.get(verdict) ?? numbers.size
    numbers.set(verdict, number)
    return number
  }))
  return {
    failed,
    ends: matrix.ends.map(({ id, kind, name, container, problem }, at) => ({ id, kind, name, container: container ?? null, class: matrix.classOf(at), ...(problem === undefined ? {} : { problem }) })),
    answers: [...numbers.keys()].map(({ example: [from, to] }) => ({ example: { from: matrix.ends[from]?.id, to: matrix.ends[to]?.id }, ...matrix.answer(from, to) })),
    rows: matrix.rows.map((at) => matrix.ends[at]?.id),
    columns: matrix.columns.map((at) => matrix.ends[at]?.id),
    pairs,
  }
}
