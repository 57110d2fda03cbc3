import type { Intent } from '../../document/design.ts'
import { finish, type Slices } from '../../slices.ts'
import { consequence } from '../fail/judge.ts'
import { elementsOf, type Outcome, outcomes, type Tracer, withEndsUp } from '../fail/outcomes.ts'
import type { Simulation } from '../index.ts'
import { pairsOf } from '../intents/pairs.ts'
import type { ElementId, PairOfFailure } from '../types.ts'
import { effectOf, type FlowsEffect } from './effect.ts'
import { isSameWay } from './way.ts'
import { standing } from './single-failures.ts'

/** What the loss of two elements together does to flows that go on without either one. */
export interface PairEffect extends FlowsEffect {
  readonly elements: readonly [ElementId, ElementId]
}

/** What two failures together do to an intent that holds. */
export interface DoubleFailures {
  readonly intent: string
  readonly statement: string
  /** In the simulation's order of elements. What is not listed is as bad as the worse of the two alone. */
  readonly effects: readonly PairEffect[]
}

/** Two elements, and the flows that the second failure moves or stops after the first one has moved them. */
interface Suspects {
  readonly ends: readonly [number, number]
  readonly flows: Set<Outcome>
}

/** Two elements, and the flows for which they do together what neither does alone. */
interface Compound {
  readonly elements: readonly [ElementId, ElementId]
  readonly flows: readonly Outcome[]
}

/** The flow with the element down, when it works then and has not lost an end. */
function survivor({ pair }: Outcome, failed: readonly ElementId[], tracer: Tracer): Outcome | undefined {
  const [outcome] = outcomes(withEndsUp([pair], failed), tracer, failed)
  return outcome?.works === true ? outcome : undefined
}

/**
 * Pairs that may do more than either element alone: the first is on a path in use, the second on the path taken when the first is
 * gone. Nothing else can: losing an unused alternative changes no choice, and what can all the same is among the elements of a path.
 */
function* suspects(simulation: Simulation, flows: readonly Outcome[], failed: readonly ElementId[], tracer: Tracer): Slices<Suspects[]> {
  const { elements } = simulation.network
  const inUse = elements.among(flows.flatMap(({ trace }) => [...elementsOf(trace)])).filter(({ element }) => !failed.includes(element))
  const position = new Map(simulation.elements.map(({ element }, at) => [element, at]))
  const found = new Map<string, Suspects>()
  for (const [at, { element: first }] of inUse.entries()) {
    for (const flow of flows) {
      const alive = elementsOf(flow.trace).has(first) ? survivor(flow, [...failed, first], tracer) : undefined
      for (const { element: second } of alive ? elements.among(elementsOf(alive.trace)) : []) {
        if (second === first || failed.includes(second)) continue
        const ends = [position.get(first) ?? 0, position.get(second) ?? 0].sort((a, b) => a - b) as [number, number]
        const pair = found.get(ends.join()) ?? { ends, flows: new Set<Outcome>() }
        found.set(ends.join(), pair)
        pair.flows.add(flow)
      }
    }
    yield (at + 1) / inUse.length
  }
  return [...found.values()].sort((a, b) => a.ends[0] - b.ends[0] || a.ends[1] - b.ends[1])
}

/** Every pair with the flows that go on without either element and for which the pair does something that neither does alone. */
function* compounded(simulation: Simulation, intent: Intent, failed: readonly ElementId[], tracer: Tracer): Slices<Compound[]> {
  const flows = standing(simulation, intent, tracer, failed).outcomes.filter(({ works }) => works === true)
  const search = suspects(simulation, flows, failed, tracer)
  let found = search.next()
  for (; !found.done; found = search.next()) yield found.value / 2
  const pairs: Compound[] = []
  for (const [at, { ends, flows: touched }] of found.value.entries()) {
    const [a = '', b = ''] = ends.map((end) => simulation.elements[end]?.element)
    const moved = [...touched].filter((flow) => {
      // What one of them breaks by itself is its own doing, not the pair's.
      const alone = [a, b].map((element) => survivor(flow, [...failed, element], tracer))
      const [together] = outcomes(withEndsUp([flow.pair], [a, b]), tracer, [...failed, a, b])
      return together !== undefined && alone.every((outcome) => outcome !== undefined && !(together.works && isSameWay(outcome.trace, together.trace)))
    })
    if (moved.length > 0) pairs.push({ elements: [a, b], flows: moved })
    yield 0.5 + (at + 1) / found.value.length / 2
  }
  return pairs
}

/** The N-2 table of one intent: which two failures together break it, or leave it to a third way. Empty for one that does not hold, or must not. */
export function* doubleFailures(simulation: Simulation, intent: Intent, failed: readonly ElementId[] = []): Slices<DoubleFailures> {
  const { statement, holds } = simulation.judge(intent, failed)
  if (holds !== true || intent.expect === 'never') return { intent: intent.id, statement, effects: [] }
  const tracer: Tracer = (flow, down) => simulation.trace(flow, down)
  const pairs = yield* compounded(simulation, intent, failed, tracer)
  const effects = pairs.map(({ elements, flows }): PairEffect => ({
    elements,
    ...effectOf(simulation.network, { outcomes: flows, failed, never: false }, [...failed, ...elements], tracer),
  }))
  return { intent: intent.id, statement, effects: effects.filter(({ effect }) => effect !== 'unaffected') }
}

/** The N-2 table of several intents, in their order; those that do not hold, or must not, are left out. */
export function* doubleFailuresOf(simulation: Simulation, intents: readonly Intent[], failed: readonly ElementId[] = []): Slices<DoubleFailures[]> {
  const tried = intents.filter((intent) => intent.expect === 'reach' && simulation.judge(intent, failed).holds === true)
  const table: DoubleFailures[] = []
  for (const [position, intent] of tried.entries()) {
    const slices = doubleFailures(simulation, intent, failed)
    let slice = slices.next()
    for (; !slice.done; slice = slices.next()) yield (position + slice.value) / tried.length
    table.push(slice.value)
  }
  return table
}

/** Every two elements whose loss together breaks a flow of an intent that works without either one, with what is lost. */
export function pairsOfFailure(simulation: Simulation, intent: Intent, failed: readonly ElementId[] = []): PairOfFailure[] {
  const { network } = simulation
  const tracer: Tracer = (flow, down) => simulation.trace(flow, down)
  const pairs = intent.expect === 'never' || simulation.judge(intent, failed).holds !== true ? [] : finish(compounded(simulation, intent, failed, tracer))
  return pairs.flatMap(({ elements, flows }) => {
    const lost = outcomes(flows.map(({ pair }) => pair), tracer, [...failed, ...elements]).filter(({ works }) => works === false)
    const total = withEndsUp(pairsOf(network, intent), [...failed, ...elements]).length
    return lost.length === 0 ? [] : [{ elements, consequence: consequence(network, intent, lost, total) }]
  })
}
