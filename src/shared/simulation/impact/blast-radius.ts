import type { Simulation } from '../index.ts'
import type { ElementId, FailableElement } from '../types.ts'
import type { PairsLost, ReachablePairs } from './reachable-pairs.ts'
import type { SingleFailures } from './single-failures.ts'

/** What one element takes down when it fails. Intents are named by id, in the order of the table. */
export interface BlastRadius extends FailableElement {
  /** Intents of which a flow between ends that are up stops working, or that no longer hold. */
  readonly broken: readonly string[]
  /** Intents that lose an end entirely. */
  readonly endpointLost: readonly string[]
  /** Intents that go on by another way. */
  readonly rerouted: readonly string[]
  /** Reachable pairs that it takes; absent when they were not looked for. */
  readonly pairs?: PairsLost
}

const NO_PAIRS: PairsLost = { broken: [], endpointLost: 0 }

/**
 * Ranks elements by what they take down: accepted intents broken, then reachable pairs broken, then suggested intents broken, then what
 * loses an end; equals in the simulation's order. Elements that take nothing are left out.
 */
export function blastRadius(simulation: Simulation, table: readonly SingleFailures[], reachable?: ReachablePairs): BlastRadius[] {
  const accepted = new Set(table.flatMap(({ intent, suggested }) => (suggested ? [] : [intent])))
  const byElement = new Map<ElementId, { broken: string[]; endpointLost: string[]; rerouted: string[] }>()
  for (const { intent, effects } of table) {
    for (const { element, effect } of effects) {
      const known = byElement.get(element) ?? { broken: [], endpointLost: [], rerouted: [] }
      byElement.set(element, known)
      if (effect === 'broken') known.broken.push(intent)
      else if (effect === 'endpoint-lost') known.endpointLost.push(intent)
      else if (effect === 'rerouted') known.rerouted.push(intent)
    }
  }
  const all = simulation.elements.flatMap((element): BlastRadius[] => {
    const intents = byElement.get(element.element) ?? { broken: [], endpointLost: [], rerouted: [] }
    const pairs = reachable ? (reachable.lost.get(element.element) ?? NO_PAIRS) : undefined
    const takes = intents.broken.length + intents.endpointLost.length + (pairs ? pairs.broken.length + pairs.endpointLost : 0)
    return takes === 0 ? [] : [{ ...element, ...intents, ...(pairs ? { pairs } : {}) }]
  })
  const rank = ({ broken, endpointLost, pairs = NO_PAIRS }: BlastRadius) => {
    const ofAccepted = broken.filter((intent) => accepted.has(intent)).length
    return [ofAccepted, pairs.broken.length, broken.length - ofAccepted, endpointLost.length + pairs.endpointLost]
  }
  const ranked = all.map((radius) => ({ radius, rank: rank(radius) }))
  // Sorting keeps the order of equals.
  ranked.sort((a, b) => b.rank.map((number, at) => number - (a.rank[at] ?? 0)).find((difference) => difference !== 0) ?? 0)
  return ranked.map(({ radius }) => radius)
}
