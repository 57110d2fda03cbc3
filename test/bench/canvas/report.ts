import { median } from '../measure.ts'
import { OPERATIONS, type Operation, type Sample } from './operations.ts'

/** One contestant in one round at one size. */
export interface Round {
  readonly contestant: string
  readonly size: number
  readonly round: number
  /** Milliseconds until it is stable, and until the design had been read; CPU time of the main thread meanwhile; heap in MiB. */
  readonly paint: number
  readonly read: number
  readonly paintCpu: number
  readonly heap: number
  readonly samples: Readonly<Partial<Record<Operation, Sample>>>
}

const FRAME = 1000 / 60

/** The value that so much of all do not exceed. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN
}

/** Frames per second of a sample. */
export const rateOf = ({ intervals }: Sample): number => (1000 * intervals.length) / intervals.reduce((sum, interval) => sum + interval, 0)

/** How many frames did not come in time, per frame that came. */
export const droppedOf = ({ intervals }: Sample): number => intervals.reduce((sum, interval) => sum + Math.max(0, Math.round(interval / FRAME) - 1), 0)

const rows = (cells: readonly (readonly string[])[]): string => cells.map((row, at) => `| ${row.join(' | ')} |${at === 0 ? `\n|${row.map(() => '---').join('|')}|` : ''}`).join('\n')

const number = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2))

const spread = (values: readonly number[]): string => (values.length === 0 ? '-' : values.length < 2 ? number(median(values)) : `${number(median(values))} (${number(Math.min(...values))}-${number(Math.max(...values))})`)

/** The ratios of a figure to that of another contestant in the same round. */
function against(rounds: readonly Round[], name: string, limit: string, size: number, operation: Operation, figure: (sample: Sample) => number): number[] {
  return rounds.filter((round) => round.contestant === name && round.size === size).flatMap((round) => {
    const own = round.samples[operation]
    const other = rounds.find((candidate) => candidate.contestant === limit && candidate.size === size && candidate.round === round.round)?.samples[operation]
    return own && other ? [figure(own) / figure(other)] : []
  })
}

/** The figures as tables in Markdown. */
export function report(rounds: readonly Round[], names: readonly string[], limit: string): string {
  const sizes = [...new Set(rounds.map(({ size }) => size))]
  const of = (name: string, size: number): readonly Round[] => rounds.filter((round) => round.contestant === name && round.size === size)
  const parts: string[] = []
  for (const size of sizes) {
    parts.push(`### ${size} resources\n`)
    parts.push(rows([
      ['', 'first stable paint, ms', 'of it reading', 'CPU until then, ms', 'heap, MiB'],
      ...names.map((name) => [name, ...[(round: Round) => round.paint, (round: Round) => round.read, (round: Round) => round.paintCpu, (round: Round) => round.heap].map((figure) => spread(of(name, size).map(figure)))]),
    ]))
    const figures: readonly [string, (sample: Sample) => string][] = [
      ['Frames per second', (sample) => number(rateOf(sample))],
      ['Milliseconds from frame to frame: median / 95 of 100 / frames missed', (sample) => `${number(median(sample.intervals))} / ${number(quantile(sample.intervals, 0.95))} / ${droppedOf(sample)}`],
      ['CPU per step, ms: main thread (whole process)', ({ cpu }) => `${number(cpu.main)} (${number(cpu.process)})`],
    ]
    for (const [title, figure] of figures) {
      // Of several rounds the one with the middle rate stands for all.
      const middle = (name: string, operation: Operation): Sample | undefined => {
        const all = of(name, size).flatMap(({ samples }) => samples[operation] ?? []).sort((a, b) => a.cpu.main - b.cpu.main)
        return all[Math.floor((all.length - 1) / 2)]
      }
      parts.push(`\n${title}\n`, rows([['', ...OPERATIONS], ...names.map((name) => [name, ...OPERATIONS.map((operation) => {
        const sample = middle(name, operation)
        return sample ? figure(sample) : '-'
      })])]))
    }
    parts.push(`\nFrame rate against ${limit} in the same round: median (least-most)\n`, rows([
      ['', ...OPERATIONS],
      ...names.filter((name) => name !== limit).map((name) => [name, ...OPERATIONS.map((operation) => spread(against(rounds, name, limit, size, operation, rateOf)))]),
    ]))
    parts.push(`\nCPU of the main thread per step against ${limit} in the same round\n`, rows([
      ['', ...OPERATIONS],
      ...names.filter((name) => name !== limit).map((name) => [name, ...OPERATIONS.map((operation) => spread(against(rounds, name, limit, size, operation, ({ cpu }) => cpu.main)))]),
    ]), '')
  }
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)]
  if (least !== most) {
    parts.push(`### First stable paint without reading, ${most} resources against ${least}\n`, rows([
      ['', 'time', 'CPU'],
      ...names.map((name) => {
        const ratios = (figure: (round: Round) => number): number[] => of(name, most).flatMap((round) => of(name, least).filter((other) => other.round === round.round).map((other) => figure(round) / figure(other)))
        return [name, spread(ratios(({ paint, read }) => paint - read)), spread(ratios(({ paintCpu }) => paintCpu))]
      }),
    ]))
  }
  return parts.join('\n')
}
