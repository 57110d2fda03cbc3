import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { simulate } from '../../src/shared/simulation/index.ts'
import { reanalyse, routeEdit } from './edits.ts'
import { draw, growth, median, table, timed } from './measure.ts'
import { hubOf } from './network.ts'
import { cleverSearch, cold, sameAnswers, tryElement } from './search.ts'

const SIZES = [10, 100, 1000, 5000] as const
/** Elements that brute force tries at most; beyond it the time is scaled to all. */
const MOST_TRIED = 50
/** Brute force is left out above this size. */
const MOST_BRUTE = 1000
const REPEATS = 5
const SEED = 20_261

const { values: options } = parseArgs({ options: { json: { type: 'string' } } })

function measure(size: number) {
  const design = hubOf(size)
  const intents = Object.values(design.intents)
  const search = timed(() => cleverSearch(design))
  const elements = simulate(design).elements.map(({ element }) => element)
  const sample = size > MOST_BRUTE ? [] : draw(elements, size < 1000 ? elements.length : MOST_TRIED, SEED)
  const brute = timed(() => new Map(sample.map((element) => [element, tryElement(design, element)])))
  sameAnswers(search.value, brute.value)

  // The verdicts of the design before the edit are known, as they are to somebody at work.
  let current = simulate(design)
  for (const intent of intents) current.judge(intent)
  const ready: number[] = []
  const verdicts: number[] = []
  const full: number[] = []
  const fullReady: number[] = []
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const edit = routeEdit(current.design, repeat)
    const before = current
    const start = timed(() => reanalyse(before, edit))
    const judged = timed(() => intents.forEach((intent) => start.value.judge(intent)))
    ready.push(start.ms)
    verdicts.push(start.ms + judged.ms)
    current = start.value
    const scratch = timed(() => simulate(cold(current.design)))
    const rest = timed(() => intents.forEach((intent) => scratch.value.judge(intent)))
    fullReady.push(scratch.ms)
    full.push(scratch.ms + rest.ms)
  }
  const bruteMs = sample.length === 0 ? null : (brute.ms * elements.length) / sample.length
  const ms = { search: search.ms, brute: bruteMs, editReady: median(ready), fullReady: median(fullReady), editVerdicts: median(verdicts), fullVerdicts: median(full) }
  return { size, resources: Object.keys(design.resources).length, intents: intents.length, elements: elements.length, tried: sample.length, ms }
}

const ratio = (slow: number | null, fast: number) => (slow === null ? '-' : `${(slow / fast).toFixed(slow / fast < 10 ? 1 : 0)} x`)
const time = (ms: number | null) => (ms === null ? '-' : ms < 10 ? `${ms.toFixed(2)} ms` : ms < 10_000 ? `${Math.round(ms)} ms` : `${Math.round(ms / 1000)} s`)

// The compiler of the machine warms up on small networks first.
measure(10)
measure(10)
const results = SIZES.map(measure)
const peakMemoryMiB = Number(execFileSync(process.execPath, [join(import.meta.dirname, 'memory.ts'), String(SIZES.at(-1))], { encoding: 'utf8' }))
const [small, large] = [results[1], results[3]]
const growths = Object.fromEntries(
  (['search', 'fullReady', 'fullVerdicts', 'editReady', 'editVerdicts'] as const).map((part) => [part, small && large ? growth({ size: small.size, ms: small.ms[part] }, { size: large.size, ms: large.ms[part] }) : null]),
)

const lines = [
  'Single points of failure of every intent (one per VPC): the search against brute force, cold and unpruned',
  table([
    ['VPCs', 'resources', 'elements', 'tried', 'search', 'brute force', 'ratio'],
    ...results.map(({ size, resources, elements, tried, ms }) => [String(size), String(resources), String(elements), String(tried), time(ms.search), time(ms.brute), ratio(ms.brute, ms.search)]),
  ]),
  `At 1,000 VPCs brute force was timed on ${MOST_TRIED} elements drawn with a fixed seed and scaled to all; above it is not run. Where it ran, both gave the same answers.`,
  '',
  `After one edit (a route added to one VPC), against from scratch; median of ${REPEATS}`,
  table([
    ['VPCs', 'ready: edit', 'scratch', 'ratio', 'all verdicts: edit', 'scratch', 'ratio'],
    ...results.map(({ size, ms }) => [String(size), time(ms.editReady), time(ms.fullReady), ratio(ms.fullReady, ms.editReady), time(ms.editVerdicts), time(ms.fullVerdicts), ratio(ms.fullVerdicts, ms.editVerdicts)]),
  ]),
  '"Ready" is the edited network, compiled, before anything is asked of it.',
  '',
  'Growth from 100 to 5,000 VPCs, as k in size^k (1 is linear)',
  table([Object.keys(growths), Object.values(growths).map((k) => k?.toFixed(2) ?? '-')]),
  '',
  `Peak memory of a process that searches ${SIZES.at(-1)} VPCs: ${peakMemoryMiB} MiB`,
]
process.stdout.write(`${lines.join('\n')}\n`)
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify({ seed: SEED, results, growth: growths, peakMemoryMiB }, null, 2)}\n`)
