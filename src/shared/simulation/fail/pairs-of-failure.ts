import type { Intent } from '../../document/design.ts'
import { type Pair, pairsOf } from '../intents/pairs.ts'
import type { Network } from '../network.ts'
import type { ElementId, FailableElement, PairOfFailure, Trace } from '../types.ts'
import { consequence } from './judge.ts'
import { elementsOf, type Tracer } from './outcomes.ts'

const isLost = ({ works, forward, return: back }: Trace): boolean => !works && forward.disposition !== 'unknown' && back?.disposition !== 'unknown'

interface Survivor {
  readonly pair: Pair
  readonly uses: ReadonlySet<ElementId>
}

/** The flows that still work with one element down, and what they now depend on. */
function survivors(pairs: readonly Pair[], tracer: Tracer, first: ElementId): Survivor[] {
  return pairs.flatMap((pair) => {
    if (pair.fate.includes(first)) return []
    const trace = tracer(pair.flow, [first])
    return trace.works ? [{ pair, uses: elementsOf(trace) }] : []
  })
}

/**
 * Every two elements whose loss together breaks a flow of an intent that works without either one. The first must be on a
 * path in use and the second on the path taken when the first is gone: nothing else can break it, because losing
 * an unused alternative changes no choice. In order of the elements.
 */
export function pairsOfFailure(network: Network, intent: Intent, elements: readonly FailableElement[], tracer: Tracer): PairOfFailure[] {
  if (intent.expect === 'never') return []
  const pairs = pairsOf(network, intent)
  const inUse = new Set(pairs.flatMap(({ flow }) => [...elementsOf(tracer(flow, []))]))
  const order = new Map(elements.map(({ element }, position) => [element, position]))
  const found = new Map<string, { readonly ends: readonly [number, number]; readonly lost: { pair: Pair }[]; readonly total: number }>()
  for (const { element: first } of elements) {
    if (!inUse.has(first)) continue
    const alive = survivors(pairs, tracer, first)
    const seconds = elements.filter(({ element }) => element !== first && alive.some(({ uses }) => uses.has(element)))
    for (const { element: second } of seconds) {
      const ends = [order.get(first) ?? 0, order.get(second) ?? 0].sort((a, b) => a - b) as [number, number]
      if (found.has(ends.join())) continue
      const remaining = alive.filter(({ pair }) => !pair.fate.includes(second))
      // What the second breaks by itself is its own doing, not the pair's.
      const lost = remaining.filter(({ pair, uses }) => uses.has(second) && isLost(tracer(pair.flow, [first, second])) && tracer(pair.flow, [second]).works)
      if (lost.length > 0) found.set(ends.join(), { ends, lost, total: remaining.length })
    }
  }
  return [...found.values()]
    .sort((a, b) => a.ends[0] - b.ends[0] || a.ends[1] - b.ends[1])
    .map(({ ends: [a, b], lost, total }) => ({ elements: [elements[a]?.element ?? '', elements[b]?.element ?? ''], consequence: consequence(network, intent, lost, total) }))
}
