import type { Design, Intent } from '../../src/shared/document/design.ts'
import { simulate } from '../../src/shared/simulation/index.ts'
import { pairsOf } from '../../src/shared/simulation/intents/pairs.ts'
import type { ElementId } from '../../src/shared/simulation/types.ts'

/** Elements whose loss alone breaks an intent, by intent. */
export type SinglePoints = ReadonlyMap<string, readonly ElementId[]>

/** A copy that nothing is remembered of: the index of a design is kept by object. */
export const cold = (design: Design): Design => ({ ...design, resources: { ...design.resources } })

const intentsOf = (design: Design): readonly Intent[] => Object.values(design.intents)

/** The product's search: one simulation from scratch, and the verdict of every intent. */
export function cleverSearch(design: Design): SinglePoints {
  const simulation = simulate(cold(design))
  return new Map(intentsOf(design).map((intent) => [intent.id, simulation.judge(intent).singlePointsOfFailure.map(({ element }) => element)]))
}

/** Brute force for one element: a simulation from scratch, and every flow of every intent traced without the element. Returns the intents it breaks. */
export function tryElement(design: Design, element: ElementId): ReadonlySet<string> {
  const simulation = simulate(cold(design))
  const isLost = (intent: Intent) =>
    pairsOf(simulation.network, intent)
      .filter(({ fate }) => !fate.includes(element))
      .map(({ flow }) => simulation.trace(flow, [element]))
      // Every flow is traced: stopping at the first that is lost would be pruning.
      .filter((trace) => !trace.works && trace.forward.disposition !== 'unknown' && trace.return?.disposition !== 'unknown').length > 0
  return new Set(intentsOf(design).filter(isLost).map(({ id }) => id))
}

/** Throws when brute force and the product's search differ over the elements that were tried. */
export function sameAnswers(clever: SinglePoints, tried: ReadonlyMap<ElementId, ReadonlySet<string>>): void {
  for (const [element, broken] of tried) {
    for (const [intent, found] of clever) {
      if (found.includes(element) !== broken.has(intent)) throw new Error(`${element} and ${intent}: the search and brute force differ`)
    }
  }
}
