import type { Intent } from '../../document/design.ts'
import { displayName } from '../../document/query.ts'
import { endName, statementOf } from '../intents/statement.ts'
import { type Pair, pairsOf } from '../intents/pairs.ts'
import type { Network } from '../network.ts'
import type { ElementId, Flow, IntentVerdict, SinglePointOfFailure, Trace } from '../types.ts'

/** Traces a flow with some elements down. */
export type Tracer = (flow: Flow, failed: readonly ElementId[]) => Trace

interface Outcome {
  readonly pair: Pair
  readonly trace: Trace
  /** null: cannot tell. */
  readonly works: boolean | null
}

const isUnknown = (trace: Trace) => trace.forward.disposition === 'unknown' || trace.return?.disposition === 'unknown'

function outcomes(pairs: readonly Pair[], tracer: Tracer, failed: readonly ElementId[]): Outcome[] {
  return pairs.map((pair) => {
    const trace = tracer(pair.flow, failed)
    return { pair, trace, works: trace.works ? true : isUnknown(trace) ? null : false }
  })
}

function nameOf(network: Network, id: string): string {
  if (id === 'internet') return 'the internet'
  const resource = network.index.get(id as Parameters<typeof network.index.get>[0])
  return resource ? displayName(resource) : id
}

function flowWords(network: Network, flow: Flow): string {
  return `${nameOf(network, flow.from)} → ${nameOf(network, flow.to ?? flow.toAddress ?? '')}`
}

function why(network: Network, outcome: Outcome): string {
  const { forward, return: back } = outcome.trace
  const path = forward.success && back ? back : forward
  const last = path.hops.at(-1)
  const end = last?.steps.at(-1)
  const detail = end && end.kind === 'end' ? end.detail : path.disposition
  return `${flowWords(network, outcome.pair.flow)}${forward.success ? ' (reply)' : ''}: at ${last?.name ?? 'the start'}: ${detail}`
}

/** What is lost with the flows, in one sentence. */
export function consequence(network: Network, intent: Intent, lost: readonly { readonly pair: Pair }[], total: number): string {
  const from = endName(network.index, intent.from)
  const to = endName(network.index, intent.to)
  if (lost.length === total) return intent.direction === 'both' ? `${from} and ${to} lose each other.` : `${from} loses ${to}.`
  const flows = [...new Set(lost.map((outcome) => flowWords(network, outcome.pair.flow)))]
  return `${flows.slice(0, 3).join('; ')}${flows.length > 3 ? ` and ${flows.length - 3} more` : ''} ${flows.length === 1 ? 'stops' : 'stop'} working.`
}

/** The flows that depend on each element. An element can break no others, because losing an unused alternative changes no choice. */
function dependents(baseline: readonly Outcome[]): ReadonlyMap<ElementId, ReadonlySet<Pair>> {
  const found = new Map<ElementId, Set<Pair>>()
  for (const { pair, trace } of baseline) {
    for (const element of [...trace.forward.elements, ...(trace.return?.elements ?? [])]) {
      const pairs = found.get(element)
      if (pairs) pairs.add(pair)
      else found.set(element, new Set([pair]))
    }
  }
  return found
}

function singlePoints(network: Network, intent: Intent, baseline: readonly Outcome[], tracer: Tracer): SinglePointOfFailure[] {
  const dependentsOf = dependents(baseline)
  return network.elements.among(dependentsOf.keys()).flatMap((element) => {
    // An end that fails itself is out of the question (patterns: a zone takes its own subnets with it).
    const remaining = baseline.filter(({ pair }) => !pair.fate.includes(element.element)).map(({ pair }) => pair)
    const lost = outcomes(remaining.filter((pair) => dependentsOf.get(element.element)?.has(pair)), tracer, [element.element]).filter(({ works }) => works === false)
    if (lost.length === 0) return []
    const { element: id, kind, resource } = element
    return [{ element: id, kind, ...(resource === undefined ? {} : { resource }), consequence: consequence(network, intent, lost, remaining.length) }]
  })
}

/**
 * Judges an intent. An intent between groups holds when every pair works; single points of failure are the elements whose loss
 * alone breaks a remaining pair of an intent that holds. `never` intents hold when no pair gets a packet through.
 */
export function judgeIntent(network: Network, intent: Intent, tracer: Tracer): IntentVerdict {
  const base = { id: intent.id, from: intent.from, to: intent.to, statement: statementOf(network.index, intent), suggested: intent.status === 'suggested', intent }
  const baseline = outcomes(pairsOf(network, intent), tracer, [])
  const first = baseline[0]
  if (!first) return { ...base, holds: null, reason: 'an end has nothing that could send or receive (no subnet, or no prefix)', singlePointsOfFailure: [] }
  const undecided = baseline.find(({ works }) => works === null)
  if (intent.expect === 'never') {
    const leak = baseline.find(({ trace }) => trace.forward.success)
    if (leak) return { ...base, holds: false, reason: `${flowWords(network, leak.pair.flow)} gets through`, singlePointsOfFailure: [], trace: leak.trace }
    return { ...base, holds: undecided ? null : true, ...(undecided ? { reason: why(network, undecided) } : {}), singlePointsOfFailure: [], trace: first.trace }
  }
  const broken = baseline.find(({ works }) => works === false)
  const witness = broken ?? undecided
  if (witness) return { ...base, holds: broken ? false : null, reason: why(network, witness), singlePointsOfFailure: [], trace: witness.trace }
  return { ...base, holds: true, singlePointsOfFailure: singlePoints(network, intent, baseline, tracer), trace: first.trace }
}
