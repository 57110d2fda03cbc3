import type { Intent } from '../../document/design.ts'
import { flowWords, type Outcome, outcomes, type Tracer, why } from '../fail/outcomes.ts'
import type { Pair } from '../intents/pairs.ts'
import type { Network } from '../network.ts'
import type { ElementId } from '../types.ts'
import { isSameWay, type Way, wayOf } from './way.ts'

/**
 * What a failure does to a flow that works, worst first: it is `broken`; whether it still works `cannot-tell`; an end of it is down
 * itself (`endpoint-lost`); it works by another way (`rerouted`); or nothing changes for it (`unaffected`). A flow that does not
 * work, or cannot be told, can be `healed`: the failure takes away what had misled it. For an intent that nothing gets through,
 * "works" means that it holds.
 */
export const EFFECTS = ['broken', 'cannot-tell', 'endpoint-lost', 'healed', 'rerouted', 'unaffected'] as const

/** One of `EFFECTS`. */
export type Effect = (typeof EFFECTS)[number]

/** One flow, as the example of what happens to many. */
export interface Witness {
  /** Its ends, by name. */
  readonly flow: string
  /** The way it took; absent where it did not work. */
  readonly before?: Way
  /** The way that takes over; for an intent that nothing gets through the way of what does. */
  readonly after?: Way
  /** Why it does not work, or cannot be told, in the failure. */
  readonly reason?: string
}

/** What a failure does to the flows of an intent. */
export interface FlowsEffect {
  /** The worst that happens to a flow; `endpoint-lost` only when it happens to all of them. */
  readonly effect: Effect
  /** How many flows each thing happens to. */
  readonly flows: Readonly<Record<Effect, number>>
  /** The first flow to which the worst happens; absent when nothing changes for any, or an end is down. */
  readonly witness?: Witness
}

/** Flows and what became of them before the failure; traced once, compared with many failures. */
export interface Before {
  readonly outcomes: readonly Outcome[]
  /** Elements that are down already. */
  readonly failed: readonly ElementId[]
  /** True when nothing shall get through. */
  readonly never: boolean
}

/** Traces the flows as they are before a failure. */
export function beforeFailure(pairs: readonly Pair[], expect: Intent['expect'], tracer: Tracer, failed: readonly ElementId[]): Before {
  return { outcomes: outcomes(pairs, tracer, failed), failed, never: expect === 'never' }
}

/** Whether a flow is as its intent wants it; null when it cannot be told. */
function isAsWanted({ trace, works }: Outcome, never: boolean): boolean | null {
  if (!never) return works
  return trace.forward.success ? false : works === null ? null : true
}

function effectOnFlow(was: Outcome, is: Outcome, never: boolean): Effect {
  const before = isAsWanted(was, never)
  const after = isAsWanted(is, never)
  if (after === null) return before === null ? 'unaffected' : 'cannot-tell'
  if (!after) return before === false ? 'unaffected' : 'broken'
  if (before !== true) return 'healed'
  return never || isSameWay(was.trace, is.trace) ? 'unaffected' : 'rerouted'
}

function witnessOf(network: Network, was: Outcome, is: Outcome, never: boolean): Witness {
  const holds = isAsWanted(is, never)
  return {
    flow: flowWords(network, was.pair.flow),
    ...(was.works === true ? { before: wayOf(was.trace) } : {}),
    ...(is.works === true || (never && is.trace.forward.success) ? { after: wayOf(is.trace) } : {}),
    ...(holds === true ? {} : { reason: never && holds === false ? `${flowWords(network, is.pair.flow)} gets through` : why(network, is) }),
  }
}

const isWorse = (one: Effect, other: Effect) => EFFECTS.indexOf(one) < EFFECTS.indexOf(other)

/** Compares flows before and in a failure. `isTouched` spares those that cannot have changed; they count as unaffected. */
export function effectOf(network: Network, state: Before, failed: readonly ElementId[], tracer: Tracer, isTouched: (pair: Pair) => boolean = () => true): FlowsEffect {
  const { never } = state
  const flows: Record<Effect, number> = { broken: 0, 'cannot-tell': 0, 'endpoint-lost': 0, healed: 0, rerouted: 0, unaffected: 0 }
  let worst: { readonly effect: Effect; readonly was: Outcome; readonly is: Outcome } | undefined
  for (const was of state.outcomes) {
    if (was.pair.fate.some((element) => failed.includes(element))) {
      flows['endpoint-lost'] += 1
      continue
    }
    const [is = was] = isTouched(was.pair) ? outcomes([was.pair], tracer, failed) : []
    const effect = effectOnFlow(was, is, never)
    flows[effect] += 1
    if (!worst || isWorse(effect, worst.effect)) worst = { effect, was, is }
  }
  if (!worst) return { effect: 'endpoint-lost', flows }
  const { effect, was, is } = worst
  return effect === 'unaffected' ? { effect, flows } : { effect, flows, witness: witnessOf(network, was, is, never) }
}
