import type { Intent } from '../../document/design.ts'
import { PERIOD_MINUTES } from '../../facts/availability.ts'
import type { Simulation } from '../index.ts'
import { pairsOf } from '../intents/pairs.ts'
import type { ElementId } from '../types.ts'
import { type Failover, failoversOf } from './failovers.ts'
import { type AvailabilityOptions, Reliabilities, type Reliability } from './reliability.ts'
import { StateWalk, type StateWeights } from './states.ts'

/** A range that the true value lies in, both ends inclusive. */
export interface Interval {
  readonly lower: number
  readonly upper: number
}

/** What an element, or two elements together, cost. */
export interface Contribution {
  readonly elements: readonly ElementId[]
  /** What people call them. */
  readonly labels: readonly string[]
  readonly minutesPerMonth: number
}

/** The outages of an intent's own ends. Nothing is expected of the network then, so they are told apart from its downtime. */
export interface EndsLost {
  /** Minutes per month in which any end is down; undefined: an end's figure is missing. */
  readonly minutesPerMonth: number | undefined
  readonly elements: readonly Reliability[]
}

/**
 * An estimate from commitments and assumptions (F-AVL-20), never a promise. `estimated`: the figures are there. `cannot-tell`: some
 * in `missing` are not; contributions are then what the known ones cost while those work. `not-applicable`: the
 * intent does not hold now, or asks that nothing gets through.
 */
export interface AvailabilityEstimate {
  readonly intent: string
  readonly verdict: 'estimated' | 'cannot-tell' | 'not-applicable'
  readonly reason?: string
  /** Share of time that the intent holds. */
  readonly availability?: Interval
  /** Downtime of the network in minutes per month of 30 days. */
  readonly minutesPerMonth?: Interval
  /** Downtime of the network in minutes per year of 365 days. */
  readonly minutesPerYear?: Interval
  /** What breaks the intent, dearest first. */
  readonly contributions: readonly Contribution[]
  /** Minutes per month in states that were not looked into: three and more elements down at once, or what cannot be told. */
  readonly unsureMinutesPerMonth: number
  readonly ends: EndsLost
  /** What changes to another way cost besides, as far as mean times are stated. */
  readonly failovers: readonly Failover[]
  /** Every figure that went in. */
  readonly inputs: readonly Reliability[]
  /** Elements that carry the intent and whose figure nobody gives. */
  readonly missing: readonly Reliability[]
}

function contributionsOf({ lost }: StateWeights, reliabilities: Reliabilities): Contribution[] {
  return [...lost]
    .map(([key, weight]) => {
      const elements = key.split('\n')
      return { elements, labels: elements.map((element) => reliabilities.of(element).label), minutesPerMonth: weight * PERIOD_MINUTES.month }
    })
    .sort((a, b) => Math.round((b.minutesPerMonth - a.minutesPerMonth) * 1e6) || (a.elements.join() < b.elements.join() ? -1 : 1))
}

function endsOf(fates: ReadonlySet<ElementId>, reliabilities: Reliabilities): EndsLost {
  const elements = [...fates].sort().map((element) => reliabilities.of(element)).filter(({ grade }) => grade !== 'included')
  const isKnown = elements.every(({ availability }) => availability !== undefined)
  const allUp = elements.reduce((product, { availability = 1 }) => product * availability, 1)
  return { minutesPerMonth: isKnown ? (1 - allUp) * PERIOD_MINUTES.month : undefined, elements }
}

/**
 * How much of the time an intent holds: states with one or two elements down are looked into one by one, rarer ones widen the
 * interval. Elements fail independently of each other; what they share is an element of its own.
 * Does not model: maintenance, overload; the time that a failover takes is told apart.
 */
export function estimateAvailability(simulation: Simulation, intent: Intent, options: AvailabilityOptions = {}): AvailabilityEstimate {
  const { network } = simulation
  const reliabilities = new Reliabilities(network, options)
  const pairs = pairsOf(network, intent)
  const fates = new Set(pairs.flatMap(({ fate }) => fate))
  const ends = endsOf(fates, reliabilities)
  const nothing = { intent: intent.id, contributions: [], unsureMinutesPerMonth: 0, ends, failovers: [], inputs: [], missing: [] }
  if (intent.expect === 'never') return { ...nothing, verdict: 'not-applicable', reason: 'it asks that nothing gets through' }
  const { holds, reason } = simulation.judge(intent)
  if (holds !== true) return { ...nothing, verdict: 'not-applicable', reason: holds === false ? 'it does not hold even while everything works' : (reason ?? 'whether it holds cannot be told') }
  const downShare = (element: ElementId) => 1 - (reliabilities.of(element).availability ?? 1)
  const weights = new StateWalk(pairs, (flow, failed) => simulation.trace(flow, failed), downShare).weigh()
  const inputs = [...weights.carriers].sort().map((element) => reliabilities.of(element))
  const missing = inputs.filter(({ availability }) => availability === undefined)
  const common = { intent: intent.id, contributions: contributionsOf(weights, reliabilities), unsureMinutesPerMonth: weights.unsure * PERIOD_MINUTES.month, ends, failovers: failoversOf(simulation, intent, inputs, options), inputs, missing }
  if (missing.length > 0) return { ...common, verdict: 'cannot-tell', reason: `nobody says how often ${listed(missing.map(({ label }) => label))} ${missing.length === 1 ? 'fails' : 'fail'}` }
  const down = [...weights.lost.values()].reduce((sum, weight) => sum + weight, 0)
  const lost: Interval = { lower: down, upper: Math.min(1, down + weights.unsure) }
  const minutes = (per: number): Interval => ({ lower: lost.lower * per, upper: lost.upper * per })
  return { ...common, verdict: 'estimated', availability: { lower: 1 - lost.upper, upper: 1 - lost.lower }, minutesPerMonth: minutes(PERIOD_MINUTES.month), minutesPerYear: minutes(PERIOD_MINUTES.year) }
}

function listed(labels: readonly string[]): string {
  const shown = labels.slice(0, 4)
  if (labels.length > 4) return `${shown.join(', ')} and ${labels.length - 4} more`
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}` : (shown[0] ?? '')
}
