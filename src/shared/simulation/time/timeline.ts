import type { Intent } from '../../document/design.ts'
import { failure as problem, type Result, success } from '../../document/problem.ts'
import { elementsOf, type Outcome, outcomes, why } from '../fail/outcomes.ts'
import { isSameWay } from '../impact/way.ts'
import { statementOf } from '../intents/statement.ts'
import { type Pair, pairsOf } from '../intents/pairs.ts'
import type { Simulation } from '../index.ts'
import type { ElementId } from '../types.ts'
import { type TakenAtOnce, takenAtOnce } from './at-once.ts'
import { type Failure, type Moment, Run, type TimelineEvent } from './run.ts'
import { common, lasting, type Segment, type SegmentContent, Strip } from './segments.ts'
import { type TimerUse, Timers } from './timers.ts'
import { wayText } from './way-text.ts'

/** What a failure means to one intent over time. */
export interface IntentTimeline {
  readonly intent: string
  readonly statement: string
  readonly suggested: boolean
  /** From the failure on, without gaps; the last one never ends. */
  readonly segments: readonly Segment[]
  /** Milliseconds that it is lost; undefined: it stays lost. */
  readonly lostMs: number | undefined
  /** Milliseconds of which it cannot be told; undefined: from some moment on it never can. */
  readonly untoldMs: number | undefined
}

/** A failure played through. Every timer runs its full length, so losses last at most as long as shown. */
export interface Timeline {
  readonly failure: Failure
  readonly label: string
  readonly events: readonly TimelineEvent[]
  /** Intents that hold and that the failure touches, as the design lists them. */
  readonly intents: readonly IntentTimeline[]
  /** How many intents hold and are not touched. */
  readonly untouched: number
  /** The timers that it rests on. */
  readonly timers: readonly TimerUse[]
  /** What takes its time in life and is taken to happen at once here, on the ways of these intents. */
  readonly takenAtOnce: readonly TakenAtOnce[]
}

/** Options that are not in the design. */
export interface TimelineOptions {
  readonly planningValues?: boolean
  /** Absent: all intents of the design. */
  readonly intents?: readonly Intent[]
}

interface Watched {
  readonly intent: Intent
  readonly baseline: readonly Outcome[]
  readonly touched: ReadonlySet<Pair>
}

/** The intents that hold and of which a flow depends on the element or ends in what falls with it. */
function watchedIntents(simulation: Simulation, element: ElementId, intents: readonly Intent[]): { readonly watched: readonly Watched[]; readonly untouched: number } {
  const watched: Watched[] = []
  let untouched = 0
  for (const intent of intents) {
    if (intent.expect === 'never' || simulation.judge(intent).holds !== true) continue
    const baseline = outcomes(pairsOf(simulation.network, intent), (flow, failed) => simulation.trace(flow, failed), [])
    const touched = new Set(baseline.filter(({ pair, trace }) => pair.fate.includes(element) || elementsOf(trace).has(element)).map(({ pair }) => pair))
    if (touched.size > 0) watched.push({ intent, baseline, touched })
    else untouched += 1
  }
  return { watched, untouched }
}

/** What an intent is like at a moment. Flows that the failure cannot reach are as they were. */
function contentOf(simulation: Simulation, { baseline, touched }: Watched, moment: Moment): SegmentContent {
  const now = baseline
    .filter(({ pair }) => !pair.fate.some((element) => moment.failed.has(element)))
    .map((before) => ({ before, after: touched.has(before.pair) ? (outcomes([before.pair], moment.trace, [])[0] ?? before) : before }))
  if (now.length === 0) return { state: 'ends-lost', ways: [], isFirstWay: false }
  const lost = now.find(({ after }) => after.works === false)
  const untold = now.find(({ after }) => after.works === null)
  const witness = lost ?? untold
  if (witness) return { state: lost ? 'lost' : 'cannot-tell', ways: [], reason: why(simulation.network, witness.after), isFirstWay: false }
  return { state: 'works', ways: [...new Set(now.map(({ after }) => wayText(simulation.network, after)))].sort(), isFirstWay: now.every(({ before, after }) => isSameWay(before.trace, after.trace)) }
}

interface Played {
  readonly events: readonly TimelineEvent[]
  readonly strips: ReadonlyMap<Watched, readonly Segment[]>
  readonly timers: readonly TimerUse[]
}

function play(simulation: Simulation, failure: Failure, watched: readonly Watched[], unknown: number, options: TimelineOptions): Played {
  const timers = new Timers(simulation.design, unknown, options.planningValues)
  const [element] = simulation.network.elements.among([failure.element])
  const strips = new Map(watched.map((entry) => [entry, new Strip()]))
  const events = element ? new Run(simulation.network, failure, element, timers).play((moment) => {
    for (const [entry, strip] of strips) strip.add(moment.at, contentOf(simulation, entry, moment))
  }) : []
  return { events, strips: new Map([...strips].map(([entry, strip]) => [entry, strip.segments])), timers: timers.uses }
}

const sameEvent = (a: TimelineEvent, b: TimelineEvent) => a.at === b.at && a.text === b.text

/**
 * Plays a failure through: who notices when and by which timer, where packets go meanwhile, what takes over, and how it comes back.
 * A timer that nobody knows is tried at both its ends; where that makes a difference it cannot be told.
 * Models: DPD, BGP hold time, BFD, link loss, a site's change to another device or line, transit gateway zones, route servers, the
 * lag of AWS's tables. Does not model: graceful restart, route dampening, tunnel rekeying, established TCP connections, how soon names resolve anew.
 */
export function timelineOf(simulation: Simulation, failure: Failure, options: TimelineOptions = {}): Result<Timeline> {
  const [element] = simulation.network.elements.among([failure.element])
  if (!element) return problem('unknown-element', failure.element, 'Nothing of this name can fail.')
  const { watched, untouched } = watchedIntents(simulation, failure.element, options.intents ?? simulation.intents)
  const slow = play(simulation, failure, watched, Number.POSITIVE_INFINITY, options)
  const unknown = slow.timers.filter(({ ms }) => ms === undefined)
  const quick = unknown.length === 0 ? slow : play(simulation, failure, watched, 0, options)
  const reason = `nobody says how long this takes: ${unknown.map(({ label }) => label).join('; ')}`
  const intents = watched.map((entry): IntentTimeline => {
    const segments = quick === slow ? (slow.strips.get(entry) ?? []) : common(slow.strips.get(entry) ?? [], quick.strips.get(entry) ?? [], reason)
    const { intent } = entry
    return { intent: intent.id, statement: statementOf(simulation.network.index, intent), suggested: intent.status === 'suggested', segments, lostMs: lasting(segments, 'lost'), untoldMs: lasting(segments, 'cannot-tell') }
  })
  // The tables follow after every change; it is told where an intent changes with them.
  const matters = ({ at, kind }: TimelineEvent) => kind !== 'tables' || intents.some(({ segments }) => segments.some(({ from }) => from === at))
  const events = slow.events.filter((event) => matters(event) && (quick === slow || quick.events.some((other) => sameEvent(event, other))))
  const timers = slow.timers.filter(({ name }) => name !== 'routeUpdate' || events.some(({ timer }) => timer === name))
  return success({ failure, label: element.label, events, intents, untouched, timers, takenAtOnce: takenAtOnce(watched.flatMap(({ baseline, touched }) => baseline.filter(({ pair }) => touched.has(pair)).map(({ trace }) => trace))) })
}
