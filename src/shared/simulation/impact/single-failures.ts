import type { Intent } from '../../document/design.ts'
import type { Slices } from '../../slices.ts'
import { dependents, type Tracer, withEndsUp } from '../fail/outcomes.ts'
import type { Simulation } from '../index.ts'
import { pairsOf } from '../intents/pairs.ts'
import type { ElementId, FailableElement, IntentVerdict } from '../types.ts'
import { type Before, beforeFailure, effectOf, type FlowsEffect } from './effect.ts'

/** What the loss of one element does to an intent. */
export interface ElementEffect extends FlowsEffect {
  readonly element: ElementId
}

/** An intent and what the loss of each element, alone, does to it. */
export interface SingleFailures {
  readonly intent: IntentVerdict['id']
  readonly statement: string
  readonly suggested: boolean
  /** How it stands before anything fails (further): null when that cannot be told, or its endpoints are lost already. */
  readonly holds: boolean | null
  readonly endpointLost?: 'some' | 'all'
  /** False for an intent that is broken before, or has no endpoints (any more): what would fail next says nothing of it. */
  readonly isTried: boolean
  /** Elements whose loss changes something for it, in the simulation's order of elements. */
  readonly effects: readonly ElementEffect[]
  /** How many of the other elements that could still fail change nothing for it. */
  readonly unaffected: number
}

/** Traces the flows of an intent whose ends are up. */
export function standing(simulation: Simulation, intent: Intent, tracer: Tracer, failed: readonly ElementId[]): Before {
  return beforeFailure(withEndsUp(pairsOf(simulation.network, intent), failed), intent.expect, tracer, failed)
}

/** Tries the elements that can change something for flows, one at a time; answers what each does. */
export function* tryElements(simulation: Simulation, before: Before, tracer: Tracer): Slices<ElementEffect[]> {
  const { network } = simulation
  const { outcomes, failed, never } = before
  const dependentsOf = dependents(outcomes)
  // Why a packet gets nowhere may lie off its path (a route that is not announced because a better one exists): then all are tried.
  const tried = (never ? simulation.elements : network.elements.among([...dependentsOf.keys(), ...outcomes.flatMap(({ pair }) => pair.fate)])).filter(({ element }) => !failed.includes(element))
  const effects: ElementEffect[] = []
  for (const [position, { element }] of tried.entries()) {
    const effect = effectOf(network, before, [...failed, element], tracer, (pair) => never || dependentsOf.get(element)?.has(pair) === true)
    if (effect.effect !== 'unaffected' || effect.flows['endpoint-lost'] > 0) effects.push({ element, ...effect })
    yield (position + 1) / tried.length
  }
  return effects
}

/** The elements that can still fail. */
export function remainingElements({ elements }: Simulation, failed: readonly ElementId[]): readonly FailableElement[] {
  return failed.length === 0 ? elements : elements.filter(({ element }) => !failed.includes(element))
}

/**
 * The N-1 table: what the loss of each element does to each intent, on top of what is down already. Only elements that an intent's
 * flows depend on are tried: the loss of an unused alternative changes no choice.
 */
export function* singleFailures(simulation: Simulation, intents: readonly Intent[], failed: readonly ElementId[] = []): Slices<SingleFailures[]> {
  const tracer: Tracer = (flow, down) => simulation.trace(flow, down)
  const remaining = remainingElements(simulation, failed).length
  const table: SingleFailures[] = []
  for (const [position, intent] of intents.entries()) {
    const { id, statement, suggested, holds, endpointLost } = simulation.judge(intent, failed)
    const flows = standing(simulation, intent, tracer, failed)
    const isTried = holds !== false && flows.outcomes.length > 0
    const slices = isTried ? tryElements(simulation, flows, tracer) : undefined
    let effects: ElementEffect[] = []
    for (let slice = slices?.next(); slice; slice = slices?.next()) {
      if (slice.done) {
        effects = slice.value
        break
      }
      yield (position + slice.value) / intents.length
    }
    table.push({ intent: id, statement, suggested, holds, ...(endpointLost === undefined ? {} : { endpointLost }), isTried, effects, unaffected: isTried ? remaining - effects.length : 0 })
    yield (position + 1) / intents.length
  }
  return table
}
