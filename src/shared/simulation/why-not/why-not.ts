import { simulate, type Simulation } from '../index.ts'
import type { ElementId, Flow } from '../types.ts'
import { alternativeOf, costOf, make, makeAll, purposeOf } from './candidate.ts'
import { Failure } from './failure.ts'
import { limitOf } from './limits.ts'
import { hasProgressed } from './progress.ts'
import { type Candidate, CandidateQueue } from './queue.ts'
import { CAUSES } from './repairs/index.ts'
import type { Repair } from './repair.ts'
import type { Alternative, WhyNot } from './types.ts'

/** How far to search. `simulations`: designs to simulate at most; `cost`: changes in a set at most, a new connection counted as three. */
export interface SearchLimits {
  readonly simulations: number
  readonly cost: number
}

const MOST_SIMULATIONS = 1500
const LEAST_SIMULATIONS = 300
/** Simulations times resources: keeps a search that finds nothing within seconds, however large the design. */
const WORK = 600_000

/** How far to search in a design: the larger it is, the longer each simulation takes, and the fewer there are. */
function limitsFor({ network }: Simulation): SearchLimits {
  const resources = Object.keys(network.index.design.resources).length
  return { simulations: Math.max(LEAST_SIMULATIONS, Math.min(MOST_SIMULATIONS, Math.floor(WORK / Math.max(1, resources)))), cost: 6 }
}
const MOST_ALTERNATIVES = 3
/** This share of the simulations is left for a search in depth, when trying everything in order of size has found nothing. */
const SHARE_IN_DEPTH = 0.3

/**
 * Looks for the smallest sets of changes that let a flow through, there and back. Every set is simulated; the causes only say which
 * changes to try. Models: changes of routes, propagation, associations, filters, tunnels, prefixes, and new attachments, peering
 * connections and internet gateways. Does not model: new VPN connections, circuits, NAT gateways, or other addresses.
 */
class Search {
  readonly #base: Simulation
  readonly #flow: Flow
  readonly #failed: readonly ElementId[]
  readonly #limits: SearchLimits
  readonly #queue = new CandidateQueue()
  /** What works, by purpose. */
  readonly #found = new Map<string, readonly Repair[]>()
  #tried = 0
  /** A way that was tried and cannot be told. */
  #unsure: string | undefined

  constructor(simulation: Simulation, flow: Flow, failed: readonly ElementId[], limits: SearchLimits) {
    this.#base = simulation
    this.#flow = flow
    this.#failed = failed
    this.#limits = limits
  }

  #read(simulation: Simulation): Failure | 'works' {
    return Failure.of(simulation, this.#flow, this.#failed, simulation.trace(this.#flow, this.#failed)) ?? 'works'
  }

  /** Puts the sets in line that are one repair larger. */
  #extend(repairs: readonly Repair[], failure: Failure): void {
    const slots = new Set(repairs.map(({ slot }) => slot))
    for (const cause of CAUSES) {
      for (const repair of cause(failure)) {
        const set = [...repairs, repair]
        if (!slots.has(repair.slot) && costOf(set) <= this.#limits.cost) this.#queue.add({ repairs: set, before: failure })
      }
    }
  }

  /** Simulates a set; what works is noted, what got further is built upon. */
  #tryOut({ repairs, before }: Candidate): void {
    const last = repairs.at(-1)
    if (!last || this.#found.has(purposeOf(repairs))) return
    const made = make(before.simulation.design, last)
    if (!made) return
    this.#tried += 1
    const after = this.#read(simulate(made.design, before.simulation))
    if (after === 'works') return this.#note(repairs)
    if (after.end.disposition === 'unknown') this.#unsure ??= after.end.detail
    else if (last.makesNew || hasProgressed(before, after)) this.#extend(repairs, after)
  }

  #works(repairs: readonly Repair[]): boolean {
    const made = makeAll(this.#base.design, repairs)
    if (!made) return false
    this.#tried += 1
    return this.#read(simulate(made.design, this.#base)) === 'works'
  }

  /** The smallest part of a set that works by itself. Every part is tried: a part of a part may work where the larger one does not. */
  #least(repairs: readonly Repair[]): readonly Repair[] {
    const parts: (readonly Repair[])[] = []
    for (let mask = 1; mask < 2 ** repairs.length - 1; mask++) parts.push(repairs.filter((_, position) => (mask >> position) & 1))
    parts.sort((a, b) => costOf(a) - costOf(b) || a.length - b.length)
    return parts.find((part) => this.#works(part)) ?? repairs
  }

  #note(repairs: readonly Repair[]): void {
    const least = this.#least(repairs)
    const purpose = purposeOf(least)
    if (!this.#found.has(purpose)) this.#found.set(purpose, least)
  }

  /** What the smallest set found so far costs. */
  get #smallest(): number {
    return Math.min(Number.POSITIVE_INFINITY, ...[...this.#found.values()].map(costOf))
  }

  /** Runs the search. Yields the share of it that is done, once for every set that is simulated. */
  *run(): Generator<number, WhyNot, void> {
    const failure = this.#read(this.#base)
    if (failure === 'works') return { outcome: 'works', reason: '', alternatives: [], isSmallest: true, tried: 0, triedUpTo: 0 }
    const limit = limitOf(failure)
    const common = { reason: failure.end.detail, ...(limit ? { limit } : {}) }
    if (failure.end.disposition === 'unknown') return { outcome: 'cannot-tell', ...common, alternatives: [], isSmallest: false, tried: 0, triedUpTo: 0 }
    this.#extend([], failure)
    const inOrder = Math.floor(this.#limits.simulations * (1 - SHARE_IN_DEPTH))
    let cost = this.#queue.nextCost
    while (cost !== undefined && cost <= this.#smallest && this.#tried < inOrder && this.#found.size < MOST_ALTERNATIVES) {
      const candidate = this.#queue.take()
      if (candidate) this.#tryOut(candidate)
      yield this.#tried / this.#limits.simulations
      cost = this.#queue.nextCost
    }
    const triedUpTo = Math.min(cost === undefined ? this.#limits.cost : cost - 1, this.#smallest)
    while (this.#found.size === 0 && this.#tried < this.#limits.simulations) {
      const candidate = this.#queue.takeFurthest()
      if (!candidate) break
      this.#tryOut(candidate)
      yield this.#tried / this.#limits.simulations
    }
    return this.#answer(common, triedUpTo)
  }

  #answer(common: Pick<WhyNot, 'reason' | 'limit'>, triedUpTo: number): WhyNot {
    const smallest = this.#smallest
    const progress = { tried: this.#tried, triedUpTo }
    const alternatives: Alternative[] = [...this.#found.values()].filter((repairs) => costOf(repairs) === smallest).flatMap((repairs) => alternativeOf(this.#base.design, repairs) ?? [])
    if (alternatives.length > 0) return { outcome: 'changes', ...common, alternatives: alternatives.slice(0, MOST_ALTERNATIVES), isSmallest: triedUpTo >= smallest - 1, ...progress }
    const isThrough = triedUpTo >= this.#limits.cost
    return { outcome: isThrough && this.#unsure === undefined ? 'none' : 'cannot-tell', ...common, ...(isThrough && this.#unsure !== undefined ? { reason: this.#unsure } : {}), alternatives: [], isSmallest: false, ...progress }
  }
}

/** What would let a flow through, in slices: yields the share of the search that is done. `failed` elements stay down throughout. */
export function whyNotInSlices(simulation: Simulation, flow: Flow, failed: readonly ElementId[] = [], limits: SearchLimits = limitsFor(simulation)): Generator<number, WhyNot, void> {
  return new Search(simulation, flow, failed, limits).run()
}

/** What would let a flow through, at once. */
export function whyNot(simulation: Simulation, flow: Flow, failed: readonly ElementId[] = [], limits: SearchLimits = limitsFor(simulation)): WhyNot {
  const search = whyNotInSlices(simulation, flow, failed, limits)
  for (;;) {
    const slice = search.next()
    if (slice.done) return slice.value
  }
}
