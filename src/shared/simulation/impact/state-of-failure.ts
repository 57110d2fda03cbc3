import type { Intent } from '../../document/design.ts'
import { pairsOf } from '../intents/pairs.ts'
import type { Simulation } from '../index.ts'
import type { ElementId } from '../types.ts'
import { beforeFailure, effectOf, type FlowsEffect } from './effect.ts'

/**
 * What a state of failure does to an intent, compared with another state: with the whole network by default. It tells by which
 * way the intent goes on, or what heals it. Undefined for an intent without flows.
 */
export function effectOnIntent(simulation: Simulation, intent: Intent, failed: readonly ElementId[], against: readonly ElementId[] = []): FlowsEffect | undefined {
  const pairs = pairsOf(simulation.network, intent)
  const tracer: Parameters<typeof effectOf>[3] = (flow, down) => simulation.trace(flow, down)
  return pairs.length === 0 ? undefined : effectOf(simulation.network, beforeFailure(pairs, intent.expect, tracer, against), failed, tracer)
}
