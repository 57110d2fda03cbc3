import type { Intent } from '../../document/design.ts'
import { type Pair, pairsOf } from '../intents/pairs.ts'
import { endName, statementOf } from '../intents/statement.ts'
import type { Network } from '../network.ts'
import type { ElementId, IntentVerdict, SinglePointOfFailure } from '../types.ts'
import { dependents, flowWords, type Outcome, outcomes, type Tracer, why, withEndsUp } from './outcomes.ts'

/** What is lost with the flows, in one sentence. */
export function consequence(network: Network, intent: Intent, lost: readonly { readonly pair: Pair }[], total: number): string {
  const from = endName(network.index, intent.from)
  const to = endName(network.index, intent.to)
  if (lost.length === total) return intent.direction === 'both' ? `${from} and ${to} lose each other.` : `${from} loses ${to}.`
  const flows = [...new Set(lost.map((outcome) => flowWords(network, outcome.pair.flow)))]
  return `${flows.slice(0, 3).join('; ')}${flows.length > 3 ? ` and ${flows.length - 3} more` : ''} ${flows.length === 1 ? 'stops' : 'stop'} working.`
}

/** What alone would break the intent next, in a state of failure in which it holds. */
function singlePoints(network: Network, intent: Intent, baseline: readonly Outcome[], tracer: Tracer, failed: readonly ElementId[]): SinglePointOfFailure[] {
  const dependentsOf = dependents(baseline)
  return network.elements.among(dependentsOf.keys()).flatMap(({ element, kind, resource }) => {
    const remaining = withEndsUp(baseline.map(({ pair }) => pair), [element])
    const lost = outcomes(remaining.filter((pair) => dependentsOf.get(element)?.has(pair)), tracer, [...failed, element]).filter(({ works }) => works === false)
    if (lost.length === 0) return []
    return [{ element, kind, ...(resource === undefined ? {} : { resource }), consequence: consequence(network, intent, lost, remaining.length) }]
  })
}

/** The failed elements that take ends of flows with them, by name. */
function lostWith(network: Network, pairs: readonly Pair[], failed: readonly ElementId[]): string {
  const gone = failed.filter((element) => pairs.some(({ fate }) => fate.includes(element)))
  return network.elements.among(gone).map(({ label }) => label).join(', ')
}

/**
 * Judges an intent in a state of failure. An intent between groups holds when every flow works of which both ends are up; single
 * points of failure are the elements whose loss alone then breaks one of them. When no flow has both its ends up the intent has
 * lost its endpoints and neither holds nor is broken. `never` intents hold when no flow gets a packet through.
 */
export function judgeIntent(network: Network, intent: Intent, tracer: Tracer, failed: readonly ElementId[] = []): IntentVerdict {
  const pairs = pairsOf(network, intent)
  const asked = withEndsUp(pairs, failed)
  const endpointLost = asked.length === pairs.length ? {} : { endpointLost: asked.length === 0 ? ('all' as const) : ('some' as const) }
  const base = { id: intent.id, from: intent.from, to: intent.to, statement: statementOf(network.index, intent), suggested: intent.status === 'suggested', intent, ...endpointLost }
  if (pairs.length === 0) return { ...base, holds: null, reason: 'an end has nothing that could send or receive (no subnet, or no prefix)', singlePointsOfFailure: [] }
  const baseline = outcomes(asked, tracer, failed)
  const first = baseline[0]
  if (!first) return { ...base, holds: null, reason: `an end is down itself with ${lostWith(network, pairs, failed)}`, singlePointsOfFailure: [] }
  const undecided = baseline.find(({ works }) => works === null)
  if (intent.expect === 'never') {
    const leak = baseline.find(({ trace }) => trace.forward.success)
    if (leak) return { ...base, holds: false, reason: `${flowWords(network, leak.pair.flow)} gets through`, singlePointsOfFailure: [], trace: leak.trace }
    return { ...base, holds: undecided ? null : true, ...(undecided ? { reason: why(network, undecided) } : {}), singlePointsOfFailure: [], trace: first.trace }
  }
  const broken = baseline.find(({ works }) => works === false)
  const witness = broken ?? undecided
  if (witness) return { ...base, holds: broken ? false : null, reason: why(network, witness), singlePointsOfFailure: [], trace: witness.trace }
  return { ...base, holds: true, singlePointsOfFailure: singlePoints(network, intent, baseline, tracer, failed), trace: first.trace }
}
