import { displayName } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Pair } from '../intents/pairs.ts'
import type { Network } from '../network.ts'
import type { ElementId, Flow, Trace } from '../types.ts'

/** Traces a flow with some elements down. */
export type Tracer = (flow: Flow, failed: readonly ElementId[]) => Trace

/** What became of a flow in one state of failure. */
export interface Outcome {
  readonly pair: Pair
  readonly trace: Trace
  /** null: cannot tell. */
  readonly works: boolean | null
}

const isUnknown = (trace: Trace) => trace.forward.disposition === 'unknown' || trace.return?.disposition === 'unknown'

/** Traces flows in a state of failure. */
export function outcomes(pairs: readonly Pair[], tracer: Tracer, failed: readonly ElementId[]): Outcome[] {
  return pairs.map((pair) => {
    const trace = tracer(pair.flow, failed)
    return { pair, trace, works: trace.works ? true : isUnknown(trace) ? null : false }
  })
}

/** The flows of which an end is not down itself: nothing is asked of the others (patterns: a zone takes its own subnets with it). */
export function withEndsUp(pairs: readonly Pair[], failed: readonly ElementId[]): readonly Pair[] {
  return failed.length === 0 ? pairs : pairs.filter(({ fate }) => !fate.some((element) => failed.includes(element)))
}

/** The elements that a flow depends on, there and back, each once. */
export function elementsOf({ forward, return: back }: Trace): ReadonlySet<ElementId> {
  return new Set([...forward.elements, ...(back?.elements ?? [])])
}

/** The flows that depend on each element. An element can change no others: losing an unused alternative changes no choice, and what can all the same is among the elements of a path (`RouteView.swaying`). */
export function dependents(baseline: readonly Outcome[]): ReadonlyMap<ElementId, ReadonlySet<Pair>> {
  const found = new Map<ElementId, Set<Pair>>()
  for (const { pair, trace } of baseline) {
    for (const element of elementsOf(trace)) {
      const pairs = found.get(element)
      if (pairs) pairs.add(pair)
      else found.set(element, new Set([pair]))
    }
  }
  return found
}

function nameOf(network: Network, id: ResourceId | 'internet'): string {
  const resource = id === 'internet' ? undefined : network.index.get(id)
  return resource ? displayName(resource) : id === 'internet' ? 'the internet' : id
}

/** A flow in words: its ends by name, with an arrow. */
export function flowWords(network: Network, { from, to, toAddress }: Flow): string {
  return `${nameOf(network, from)} → ${to === undefined ? (toAddress ?? '') : nameOf(network, to)}`
}

/** Why a flow does not work, or cannot be told, in one sentence. */
export function why(network: Network, { pair, trace }: Outcome): string {
  const { forward, return: back } = trace
  const path = forward.success && back ? back : forward
  const last = path.hops.at(-1)
  const end = last?.steps.at(-1)
  const detail = end && end.kind === 'end' ? end.detail : path.disposition
  return `${flowWords(network, pair.flow)}${forward.success ? ' (reply)' : ''}: at ${last?.name ?? 'the start'}: ${detail}`
}
