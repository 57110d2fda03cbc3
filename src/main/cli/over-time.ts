import { answer, refuse, type Outcome } from '../../shared/contract.ts'
import { estimateAvailability } from '../../shared/simulation/availability/estimate.ts'
import { findElement, type Simulation } from '../../shared/simulation/index.ts'
import type { Failure } from '../../shared/simulation/time/run.ts'
import { timelineOf } from '../../shared/simulation/time/timeline.ts'
import { parseDuration } from '../../shared/simulation/time/wording.ts'
import { refuseProblems } from '../design-file.ts'
import type { Arguments, Option, Output } from './command.ts'
import { availabilityText } from './text/availability.ts'
import { timelineText } from './text/timeline.ts'

/** Options of `simulate` that ask about time. */
export const OVER_TIME_OPTIONS = {
  availability: { help: 'estimate instead how much of the time each intent holds, and what costs how much of it' },
  timeline: { value: '<element>', help: 'play one failure through instead: who notices when, what is lost meanwhile, what takes over' },
  silent: { help: 'with --timeline: it fails without a word, so that every timer has to run out (the default)' },
  clean: { help: 'with --timeline: links go down, or the other end is told' },
  'repair-after': { value: '<time>', help: 'with --timeline: it works again after so long (90s, 30min, 4h); never, by default' },
  'assume-planning-values': { help: "with either: plan with Causeway's own values where nobody else gives one" },
} as const satisfies Readonly<Record<string, Option>>

/** Why the options do not go together; undefined when they do. */
export function misuseOfTime(given: Arguments): string | undefined {
  const [availability, timeline] = [given.isSet('availability'), given.isSet('timeline')]
  if (availability && timeline) return 'give --availability or --timeline, not both'
  if (given.isSet('assume-planning-values') && !availability && !timeline) return '--assume-planning-values says something only with --availability or --timeline'
  const alone = timeline ? undefined : (['silent', 'clean', 'repair-after'] as const).find((name) => given.isSet(name))
  if (alone !== undefined) return `--${alone} says something only with --timeline`
  return given.isSet('silent') && given.isSet('clean') ? 'give --silent or --clean, not both' : undefined
}

const optionsOf = (given: Arguments) => (given.isSet('assume-planning-values') ? { planningValues: true } : {})

/** Answers `simulate --availability`. */
export function printAvailability(simulation: Simulation, given: Arguments, output: Output): void {
  const estimates = simulation.verdicts().map((verdict) => ({ verdict, estimate: estimateAvailability(simulation, verdict.intent, optionsOf(given)) }))
  if (!given.isSet('json')) return output.print(availabilityText(estimates, output.width))
  output.print(JSON.stringify({ intents: estimates.map(({ verdict: { id, from, to, statement, suggested }, estimate: { intent: _id, ...estimate } }) => ({ id, from, to, statement, suggested, ...estimate })) }, null, 2))
}

/** Answers `simulate --timeline`. */
export function printTimeline(simulation: Simulation, given: Arguments, output: Output): Outcome<null> {
  const found = findElement(simulation, given.text('timeline') ?? '')
  if (!found.ok) return refuseProblems(found.problems.map((problem) => ({ ...problem, path: '' })), '--timeline')
  const after = given.text('repair-after')
  const repairAfterMs = after === undefined ? undefined : parseDuration(after)
  if (after !== undefined && repairAfterMs === undefined) return refuse('bad-use', `--repair-after ${after}: give a time up to a year, such as 90s, 30min or 4h`)
  const failure: Failure = { element: found.value.element, manner: given.isSet('clean') ? 'clean' : 'silent', ...(repairAfterMs === undefined ? {} : { repairAfterMs }) }
  const timeline = timelineOf(simulation, failure, optionsOf(given))
  if (!timeline.ok) return refuseProblems(timeline.problems.map((problem) => ({ ...problem, path: '' })), '--timeline')
  output.print(given.isSet('json') ? JSON.stringify(timeline.value, null, 2) : timelineText(timeline.value, output.width))
  return answer(null)
}
