import { applyEdit, composeEdits, type Edit } from '../../document/edit.ts'
import { failure, type Result, success } from '../../document/problem.ts'
import { simulate, type Simulation } from '../../simulation/index.ts'
import type { Slices } from '../../slices.ts'
import { Check, type Given, type Reported } from '../check.ts'
import { fillSlots } from '../index.ts'
import type { Finding, Fix, Rule } from '../rule.ts'
import { RULES } from '../registry.ts'
import { isAbout, type Subject } from '../settings.ts'

/** A finding that fixing all leaves as it is, and why, for people. */
export interface LeftOut {
  readonly finding: Finding
  readonly reason: string
}

/** What fixing one or several findings comes to: one edit, made against the design as it is. */
export interface FixPlan {
  readonly edit: Edit
  /** Findings whose fix is part of the edit. */
  readonly fixed: readonly Finding[]
  /** Findings that went with the fix of another one. */
  readonly solved: readonly Finding[]
  readonly leftOut: readonly LeftOut[]
}

/** The plan for one fix of one finding. */
export function planOne(finding: Finding, { edit }: Fix): FixPlan {
  return { edit, fixed: [finding], solved: [], leftOut: [] }
}

const textOf = ({ rule, report }: Reported) => fillSlots(rule.messages[report.message] ?? report.message, report.slots)
const subjectOf = ({ rule, report }: Reported): Subject => ({ rule: rule.id, resources: [...new Set(report.resources)], field: report.field })
/** Who is to blame for what: a report of that which nobody has heard before is a new mistake. */
const blameOf = ({ resources: [blamed], field }: Subject) => `${blamed ?? ''} ${field ?? ''}`

/** A design on its way, with what one rule says of it. */
class Stage {
  readonly #rule: Rule
  readonly #given: Given
  readonly #simulation: Simulation
  readonly #check: Check

  constructor(simulation: Simulation, rule: Rule, given: Given, previous?: Check) {
    this.#rule = rule
    this.#given = given
    this.#simulation = simulation
    this.#check = new Check(simulation.design, simulation, { ...given, rules: [rule] }, previous)
  }

  /** What the rule still says of what the finding is about, in the same words if it can be, else one with a fix. */
  reportOf(finding: Finding): Reported | undefined {
    const found = this.#check.reports.filter((reported) => isAbout(subjectOf(reported), finding))
    return found.find((one) => textOf(one) === finding.message) ?? found.find(({ report }) => report.fixes) ?? found[0]
  }

  /** The first report of who is to blame for what that was none before. */
  newsSince(before: Stage): Reported | undefined {
    const known = new Set(before.#check.reports.map((reported) => blameOf(subjectOf(reported))))
    return this.#check.reports.find((reported) => !known.has(blameOf(subjectOf(reported))))
  }

  /** The design after an edit that fits. */
  after(edit: Edit): Result<Stage> {
    const edited = applyEdit(this.#simulation.design, edit)
    if (!edited.ok) return edited
    return success(new Stage(simulate(edited.value, this.#simulation), this.#rule, this.#given, this.#check))
  }
}

/** All first fixes at once, where they fit one after the other, help, and make no new mistake of the rule. */
function atOnce(start: Stage, simulation: Simulation, findings: readonly Finding[], label: string): FixPlan | undefined {
  const edits = findings.flatMap(({ fixes: [fix] }) => fix?.edit ?? [])
  const edit = composeEdits(label, edits)
  if (edits.length !== findings.length || !applyEdit(simulation.design, edit).ok) return undefined
  const end = start.after(edit)
  if (!end.ok || end.value.newsSince(start) || findings.some((finding) => end.value.reportOf(finding))) return undefined
  return { edit, fixed: findings, solved: [], leftOut: [] }
}

/** The stage after the fix that the rule offers now, and its edit; or why it is left out. */
function nextStage(stage: Stage, finding: Finding, done: readonly Finding[]): Result<{ readonly stage: Stage; readonly edit: Edit }> {
  const refuse = (reason: string) => failure('left-out', '', reason)
  const [fix] = stage.reportOf(finding)?.report.fixes ?? []
  if (!fix) return refuse('after the other fixes none is known for it')
  const next = stage.after(fix.edit)
  if (!next.ok) return refuse('its fix changes what another fix has changed')
  const back = done.find((other) => next.value.reportOf(other))
  if (back) return refuse(`its fix would undo another: ${back.message}`)
  const news = next.value.newsSince(stage)
  return news ? refuse(`its fix would make a new mistake: ${textOf(news)}`) : success({ stage: next.value, edit: fix.edit })
}

/**
 * The first fix of every finding of one rule as one edit. Where they get in each other's way the rule is asked again after each,
 * so that two do not take the same free address; those that would undo another or make a new mistake of the rule are left out.
 */
export function* planAll(simulation: Simulation, findings: readonly Finding[], given: Given = {}): Slices<FixPlan> {
  const wanted = findings.filter(({ waiver, fixes }) => waiver === undefined && fixes.length > 0)
  const id = wanted[0]?.rule ?? ''
  const rule = (given.rules ?? RULES).find((one) => one.id === id)
  const label = (count: number) => `Fix ${count} of ${id}`
  if (!rule) return { edit: composeEdits(label(0), []), fixed: [], solved: [], leftOut: [] }
  let stage = new Stage(simulation, rule, given)
  yield 0
  const quick = atOnce(stage, simulation, wanted, label(wanted.length))
  if (quick) return quick
  const edits: Edit[] = []
  const [fixed, solved, leftOut]: [Finding[], Finding[], LeftOut[]] = [[], [], []]
  for (const [at, finding] of wanted.entries()) {
    yield at / wanted.length
    if (!stage.reportOf(finding)) {
      solved.push(finding)
      continue
    }
    const next = nextStage(stage, finding, [...fixed, ...solved].filter((other) => !stage.reportOf(other)))
    if (!next.ok) {
      leftOut.push({ finding, reason: next.problems[0]?.message ?? '' })
      continue
    }
    stage = next.value.stage
    edits.push(next.value.edit)
    fixed.push(finding)
  }
  return { edit: composeEdits(label(edits.length), edits), fixed, solved, leftOut }
}
