import { answer, type Outcome, refuse } from '../../../shared/contract.ts'
import type { Design } from '../../../shared/document/design.ts'
import { applyEdit, type Edit } from '../../../shared/document/edit.ts'
import { withNewPlaces } from '../../../shared/layout/new-places.ts'
import { checkDesign, type Finding } from '../../../shared/rules/index.ts'
import { findRule } from '../../../shared/rules/reference.ts'
import { effectOfEdit } from '../../../shared/rules/fixing/effect.ts'
import { type FixPlan, planAll, planOne } from '../../../shared/rules/fixing/plan.ts'
import { simulate, type Simulation } from '../../../shared/simulation/index.ts'
import { finish } from '../../../shared/slices.ts'
import { arrange } from '../../arrange.ts'
import { refuseProblems, writeDesignFile } from '../../design-file.ts'
import { readNumber } from '../arguments.ts'
import type { Arguments, Command } from '../command.ts'
import { loadDesign } from '../load-design.ts'
import { DESIGN_PLACE, JSON_OPTION } from '../options.ts'
import { toldDiff } from '../text/diff.ts'
import { fixesText, fixText } from '../text/fix.ts'

interface Chosen {
  readonly label: string
  readonly plan: FixPlan
}

function chooseOne(given: Arguments, findings: readonly Finding[], number: number): Outcome<Chosen> {
  const finding = findings[number - 1]
  if (!finding) return refuse('bad-use', `there is no finding ${number}; "causeway check" finds ${findings.length}`)
  if (finding.fixes.length === 0) return refuse('bad-use', `finding ${number} has no fix that is an edit: ${finding.message}`)
  const choice = readNumber(given, 'choice', 1, finding.fixes.length)
  if (!choice.ok) return choice
  const fix = finding.fixes[(choice.value ?? 1) - 1]
  return fix ? answer({ label: fix.label, plan: planOne(finding, fix) }) : refuse('bad-use', `--choice ${choice.value}: there is none`)
}

function chooseAll(simulation: Simulation, findings: readonly Finding[], wanted: string, today: string): Outcome<Chosen> {
  const rule = findRule(wanted)?.id
  if (rule === undefined) return refuse('bad-use', `there is no rule ${wanted}; "causeway rules" lists them`)
  const plan = finish(planAll(simulation, findings.filter((finding) => finding.rule === rule), { today }))
  if (plan.fixed.length + plan.leftOut.length === 0) return refuse('bad-use', `nothing that ${wanted} finds here has a fix that is an edit`)
  return answer({ label: plan.edit.label, plan })
}

/** What is asked for; undefined when nothing is. */
function choose(given: Arguments, simulation: Simulation, findings: readonly Finding[], today: string): Outcome<Chosen | undefined> {
  const rule = given.text('rule')
  const number = readNumber(given, 'finding', 1, 1_000_000)
  if (!number.ok) return number
  if (rule !== undefined && number.value !== undefined) return refuse('bad-use', '--rule and --finding say different things; leave one away')
  if (given.isSet('choice') && number.value === undefined) return refuse('bad-use', '--choice goes with --finding')
  if (rule !== undefined) return chooseAll(simulation, findings, rule, today)
  if (number.value !== undefined) return chooseOne(given, findings, number.value)
  return given.isSet('output') ? refuse('bad-use', '--output goes with --finding or --rule') : answer(undefined)
}

function applied(design: Design, edit: Edit): Outcome<Design> {
  const edited = applyEdit(design, edit)
  return edited.ok ? answer(edited.value) : refuseProblems(edited.problems)
}

/** `causeway fix`: what a rule's own remedy changes, and the design with it. */
export const fixCommand: Command = {
  name: 'fix',
  summary: 'Show what the fix of a finding, or all fixes of a rule, change; write the fixed design.',
  places: DESIGN_PLACE,
  forms: ['<design> [--json]', '<design> --finding <number> [--choice <number>] [--output <file>] [--json]', '<design> --rule <rule> [--output <file>] [--json]'],
  options: {
    finding: { value: '<number>', help: 'fix this finding: its number as "fix" and "check" show it' },
    choice: { value: '<number>', help: 'with --finding: which of its fixes; the first by default' },
    rule: { value: '<rule>', help: 'fix all findings of this rule that have a fix and are not waived, as one step' },
    output: { value: '<file>', short: 'o', help: 'the .causeway.json file to write; without it nothing is written' },
    json: JSON_OPTION,
  },
  notes: ['Without --finding and --rule it lists what can be fixed. What a fix changes is told resource by resource, with the findings that go and come and the intents that are judged otherwise. Where fixes get in each other\'s way, those that are left out are named.'],
  run: async (given, output) => {
    const loaded = await loadDesign(given.places[0] ?? '', output)
    if (!loaded.ok) return loaded
    const design = arrange(loaded.value)
    const simulation = simulate(design)
    const today = new Date().toISOString().slice(0, 10)
    const findings = checkDesign(design, simulation, { today })
    const chosen = choose(given, simulation, findings, today)
    if (!chosen.ok) return chosen
    if (!chosen.value) {
      const fixes = findings.flatMap(({ rule, message, resources, fixes: all, waiver }, at) => (all.length === 0 || waiver ? [] : [{ finding: at + 1, rule, message, resources, fixes: all.map(({ label }) => label) }]))
      output.print(given.isSet('json') ? JSON.stringify({ fixes }, null, 2) : fixesText(design, findings, output.width))
      return answer(0)
    }
    const { label, plan } = chosen.value
    const edit = withNewPlaces(design, plan.edit)
    const after = applied(design, edit)
    if (!after.ok) return after
    const effect = finish(effectOfEdit(simulation, edit, { today }))
    if (!effect.ok) return refuseProblems(effect.problems)
    const diff = toldDiff(design, after.value)
    output.print(given.isSet('json') ? JSON.stringify({ label, ...counts(plan), diff, effect: effect.value }, null, 2) : fixText(label, plan, diff, effect.value, output.width))
    const path = given.text('output')
    if (path === undefined) return answer(0)
    const written = await writeDesignFile(path, after.value)
    if (!written.ok) return written
    output.say(`wrote ${path}`)
    return answer(0)
  },
}

const counts = ({ fixed, solved, leftOut }: FixPlan) => ({ fixed: fixed.length, solved: solved.length, leftOut: leftOut.map(({ finding, reason }) => ({ message: finding.message, resources: finding.resources, reason })) })
