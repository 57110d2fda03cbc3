import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Check, findingsOf } from '../../src/shared/rules/index.ts'
import { simulate } from '../../src/shared/simulation/index.ts'
import { reanalyse, routeEdit } from './edits.ts'
import { growth, median, table, timed } from './measure.ts'
import { hubOf } from './network.ts'

const SIZES = [100, 1000, 5000] as const
const REPEATS = 5
const TODAY = '2026-11-28'

const { values: options } = parseArgs({ options: { json: { type: 'string' } } })

/** Every rule on a whole design, and after one edit only what the edit can affect. The simulation's own work is not counted: its bench has it. */
function measure(size: number) {
  let simulation = simulate(hubOf(size))
  simulation.verdicts()
  const full: number[] = []
  const edit: number[] = []
  let check = new Check(simulation.design, simulation, { today: TODAY })
  const whole = check.asked
  let asked = 0
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const after = reanalyse(simulation, routeEdit(simulation.design, repeat))
    after.verdicts()
    const next = timed(() => new Check(after.design, after, { today: TODAY }, check))
    const scratch = timed(() => new Check(after.design, after, { today: TODAY }))
    if (JSON.stringify(findingsOf(next.value, TODAY)) !== JSON.stringify(findingsOf(scratch.value, TODAY))) throw new Error('after the edit the findings differ from those from scratch')
    edit.push(next.ms)
    full.push(scratch.ms)
    asked = next.value.asked
    ;[simulation, check] = [after, next.value]
  }
  return { size, resources: Object.keys(simulation.design.resources).length, asked: { full: whole, edit: asked }, ms: { full: median(full), edit: median(edit) } }
}

measure(100)
const results = SIZES.map(measure)
const [small, , large] = results
const growths = small && large ? { full: growth({ size: small.size, ms: small.ms.full }, { size: large.size, ms: large.ms.full }), edit: growth({ size: small.size, ms: small.ms.edit }, { size: large.size, ms: large.ms.edit }) } : { full: null, edit: null }
const lines = [
  `All rules on a whole design, and after one edit (a route added to one VPC); median of ${REPEATS}`,
  table([
    ['VPCs', 'resources', 'asked', 'full check', 'asked after an edit', 'one-edit check', 'ratio'],
    ...results.map(({ size, resources, asked, ms }) => [String(size), String(resources), String(asked.full), `${Math.round(ms.full)} ms`, String(asked.edit), `${Math.round(ms.edit)} ms`, `${(ms.full / ms.edit).toFixed(1)} x`]),
  ]),
  '"Asked" counts resources (with all rules about one of them) and rules about the whole. After an edit both gave the same findings.',
  '',
  'Growth from 100 to 5,000 VPCs, as k in size^k (1 is linear)',
  table([Object.keys(growths), Object.values(growths).map((k) => k?.toFixed(2) ?? '-')]),
]
process.stdout.write(`${lines.join('\n')}\n`)
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify({ results, growth: growths }, null, 2)}\n`)
