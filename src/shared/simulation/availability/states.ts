import type { Tracer } from '../fail/outcomes.ts'
import type { Pair } from '../intents/pairs.ts'
import type { ElementId, Trace } from '../types.ts'

/** How likely the states are that break an intent. Probabilities. */
export interface StateWeights {
  /** States that break it, by the element or the two elements that do it; the key joins their ids with a line break. */
  readonly lost: ReadonlyMap<string, number>
  /** States that were not looked into, because more elements are down in them than were tried, and states that cannot be told. */
  readonly unsure: number
  /** Every element that carries a flow between its ends, and so decides. */
  readonly carriers: ReadonlySet<ElementId>
}

interface Outcome {
  readonly pair: Pair
  readonly uses: readonly ElementId[]
  readonly works: boolean | null
}

/** Elements down together that are looked into one by one; what is rarer stays unsure. */
const ORDER = 2

/**
 * Weighs the states of all elements without listing them. With some elements down, what happens depends only on the elements
 * that the flows then use: while those are up, all states have the same outcome, and each that is down is a case of its
 * own (factoring on paths in use). So shared fate needs no formula: elements are conditioned on, never multiplied in series and parallel.
 * A flow whose own end is down is no loss of the network.
 */
export class StateWalk {
  readonly #tracer: Tracer
  readonly #pairs: readonly Pair[]
  readonly #downShare: (element: ElementId) => number
  readonly #lost = new Map<string, number>()
  readonly #carriers = new Set<ElementId>()
  readonly #breaks = new Map<ElementId, boolean>()
  #unsure = 0

  /** `downShare`: the probability that an element is down. */
  constructor(pairs: readonly Pair[], tracer: Tracer, downShare: (element: ElementId) => number) {
    this.#pairs = pairs
    this.#tracer = tracer
    this.#downShare = downShare
  }

  /** Walks the states. */
  weigh(): StateWeights {
    this.#visit([], new Set(), 1, this.#outcomes(this.#pairs, []))
    return { lost: this.#lost, unsure: this.#unsure, carriers: this.#carriers }
  }

  #outcomes(pairs: readonly Pair[], down: readonly ElementId[], before: readonly Outcome[] = []): Outcome[] {
    const known = new Map(before.map((outcome) => [outcome.pair, outcome]))
    const last = down.at(-1)
    return pairs.flatMap((pair) => {
      if (pair.fate.some((element) => down.includes(element))) return []
      const earlier = known.get(pair)
      if (earlier && last !== undefined && !earlier.uses.includes(last)) return [earlier]
      const trace = this.#tracer(pair.flow, down)
      return [{ pair, uses: usesOf(trace), works: trace.works ? true : isUnknown(trace) ? null : false }]
    })
  }

  #visit(down: readonly ElementId[], up: ReadonlySet<ElementId>, weight: number, outcomes: readonly Outcome[]): void {
    const broken = outcomes.find(({ works }) => works === false)
    const deciding = broken ? [broken] : outcomes
    const open = new Set(deciding.flatMap(({ pair, uses }) => [...uses, ...pair.fate]))
    for (const { pair, uses } of deciding) for (const element of uses) if (!pair.fate.includes(element)) this.#carriers.add(element)
    for (const element of [...down, ...up]) open.delete(element)
    let rest = weight
    const settled = new Set(up)
    for (const element of open) {
      const share = this.#downShare(element)
      if (share > 0) {
        if (down.length < ORDER) this.#visit([...down, element], new Set(settled), rest * share, this.#outcomes(this.#pairs, [...down, element], outcomes))
        else this.#unsure += rest * share
        rest *= 1 - share
      }
      settled.add(element)
    }
    if (broken) this.#count(down, rest)
    else if (outcomes.some(({ works }) => works === null)) this.#unsure += rest
  }

  #count(down: readonly ElementId[], weight: number): void {
    // Where an element is down that breaks it alone, what else is down no longer matters.
    const alone = down.find((element) => this.#breaksAlone(element))
    const key = (alone === undefined ? [...down].sort() : [alone]).join('\n')
    this.#lost.set(key, (this.#lost.get(key) ?? 0) + weight)
  }

  #breaksAlone(element: ElementId): boolean {
    let breaks = this.#breaks.get(element)
    if (breaks === undefined) {
      breaks = this.#outcomes(this.#pairs, [element]).some(({ works }) => works === false)
      this.#breaks.set(element, breaks)
    }
    return breaks
  }
}

const usesOf = (trace: Trace): readonly ElementId[] => [...trace.forward.elements, ...(trace.return?.elements ?? [])]

const isUnknown = (trace: Trace): boolean => trace.forward.disposition === 'unknown' || trace.return?.disposition === 'unknown'
