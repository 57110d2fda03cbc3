import type { Design, Intent } from '../document/design.ts'
import { equalJson } from '../document/equal.ts'
import type { Change } from './change.ts'
import { Dependence, depending } from './dependence.ts'
import { judgeIntent } from './fail/judge.ts'
import { type Followed, followFlow, traceFlow } from './forward/trace.ts'
import { Health } from './health.ts'
import { pairsOfFailure } from './impact/double-failures.ts'
import { suggestIntents } from './intents/suggest.ts'
import { ReachabilityMatrix } from './matrix/matrix.ts'
import { Network } from './network.ts'
import { type Restless, Routing } from './routes/index.ts'
import type { ElementId, FailableElement, Flow, IntentVerdict, PairOfFailure, Trace } from './types.ts'

export { findElement } from './find-element.ts'
export { statementOf } from './intents/statement.ts'
export type * from './types.ts'

/** Everything the simulation can be asked about one state of a design. Computed lazily and remembered. */
export interface Simulation {
  readonly design: Design
  /** The compiled design: hand it to `simulate` after an edit, and only what the edit touched is compiled again. */
  readonly network: Network
  /** Every element that can fail, in a stable order. */
  readonly elements: readonly FailableElement[]
  /** The flow's journey and its reply's, with the given elements down. */
  trace(flow: Flow, failed?: readonly ElementId[]): Trace
  /** A flow as `trace`, and which packets get there and back when it asks for `some`. */
  follow(flow: Flow, failed?: readonly ElementId[]): Followed
  /** Who reaches whom, for whole subnets and sites, with the given elements down; remembered for the last two states. */
  matrix(failed?: readonly ElementId[]): ReachabilityMatrix
  /** Judgement of one intent, with its single points of failure; with elements down, as it stands then and what would break it next. */
  judge(intent: Intent, failed?: readonly ElementId[]): IntentVerdict
  /** The networks whose routes never come to rest while everything works. */
  restless(): readonly Restless[]
  /** Every two elements that only together break an intent that holds; neither is a single point of failure of what they break. */
  pairs(intent: Intent, failed?: readonly ElementId[]): readonly PairOfFailure[]
  /** All intents to show: the design's own that are not dismissed, then the suggested ones, in order of id. */
  readonly intents: readonly Intent[]
  /** Judgement of all of `intents`. */
  verdicts(): readonly IntentVerdict[]
}

/** Most failure states whose routes are kept; older ones are worked out again when asked for. */
const MOST_STATES = 64

/** A verdict and what it was worked out from. */
interface Judged {
  readonly verdict: IntentVerdict
  readonly dependence: Dependence
}

/** One as it is, and one as it was before something failed. */
const MOST_MATRICES = 2

const keyOf = (failed: readonly ElementId[]): string => [...failed].sort().join('\n')

class DesignSimulation implements Simulation {
  readonly design: Design
  readonly network: Network
  readonly #states = new Map<string, { readonly health: Health; readonly routing: Routing }>()
  readonly #verdicts = new Map<Intent, Judged>()
  /** What an earlier state knew of intents and an edit left alone, by id. */
  readonly #former: ReadonlyMap<string, Judged>
  #failedVerdicts: { readonly key: string; readonly verdicts: Map<Intent, Judged> } | undefined
  readonly #matrices = new Map<string, ReachabilityMatrix>()
  #intents: readonly Intent[] | undefined
  #restless: readonly Restless[] | undefined

  constructor(design: Design, network: Network, previous: DesignSimulation | undefined) {
    this.design = design
    this.network = network
    this.#former = previous && network.change ? previous.#survivors(network.change) : new Map()
  }

  /** What is known of intents and still true after a change, by id. */
  #survivors(change: Change): ReadonlyMap<string, Judged> {
    const found = new Map<string, Judged>()
    for (const judged of [...this.#former.values(), ...this.#verdicts.values()]) if (change.leavesAlone(judged.dependence)) found.set(judged.verdict.id, judged)
    return found
  }

  get elements(): readonly FailableElement[] {
    return this.network.elements.all
  }

  #state(failed: readonly ElementId[]) {
    const key = keyOf(failed)
    let state = this.#states.get(key)
    if (!state) {
      const health = new Health(this.network, failed)
      state = { health, routing: new Routing(health) }
      for (const oldest of this.#states.keys()) {
        if (this.#states.size < MOST_STATES) break
        if (oldest !== '') this.#states.delete(oldest)
      }
      this.#states.set(key, state)
    }
    return state
  }

  trace(flow: Flow, failed: readonly ElementId[] = []): Trace {
    const { routing, health } = this.#state(failed)
    return traceFlow(routing, health, flow)
  }

  follow(flow: Flow, failed: readonly ElementId[] = []): Followed {
    const { routing, health } = this.#state(failed)
    return followFlow(routing, health, flow, true)
  }

  matrix(failed: readonly ElementId[] = []): ReachabilityMatrix {
    const key = keyOf(failed)
    let matrix = this.#matrices.get(key)
    if (!matrix) {
      const { routing, health } = this.#state(failed)
      matrix = new ReachabilityMatrix(routing, health)
      for (const oldest of this.#matrices.keys()) if (this.#matrices.size >= MOST_MATRICES) this.#matrices.delete(oldest)
      this.#matrices.set(key, matrix)
    }
    return matrix
  }

  judge(intent: Intent, failed: readonly ElementId[] = []): IntentVerdict {
    const known = failed.length === 0 ? this.#verdicts : this.#verdictsWith(failed)
    const judged = known.get(intent) ?? this.#judged(intent, failed)
    known.set(intent, judged)
    return judged.verdict
  }

  /** The verdict of an earlier state where nothing that it rests on has changed, else a new one with what it rests on. */
  #judged(intent: Intent, failed: readonly ElementId[]): Judged {
    const former = failed.length === 0 ? this.#former.get(intent.id) : undefined
    if (former && equalJson(former.verdict.intent, intent)) return former.verdict.intent === intent ? former : { ...former, verdict: { ...former.verdict, intent } }
    const dependence = new Dependence()
    const verdict = depending(dependence, () => judgeIntent(this.network, intent, (flow, down) => this.trace(flow, down), failed))
    return { verdict, dependence }
  }

  /** The verdicts remembered of a state of failure, until another is judged. */
  #verdictsWith(failed: readonly ElementId[]): Map<Intent, Judged> {
    const key = keyOf(failed)
    if (this.#failedVerdicts?.key !== key) this.#failedVerdicts = { key, verdicts: new Map() }
    return this.#failedVerdicts.verdicts
  }

  restless(): readonly Restless[] {
    return (this.#restless ??= this.#state([]).routing.restless())
  }

  pairs(intent: Intent, failed: readonly ElementId[] = []): readonly PairOfFailure[] {
    return pairsOfFailure(this, intent, failed)
  }

  get intents(): readonly Intent[] {
    if (!this.#intents) {
      const own = Object.values(this.design.intents).filter((intent) => intent.status !== 'dismissed')
      this.#intents = [...own.sort((a, b) => (a.id < b.id ? -1 : 1)), ...suggestIntents(this.network.index)]
    }
    return this.#intents
  }

  verdicts(): readonly IntentVerdict[] {
    return this.intents.map((intent) => this.judge(intent))
  }
}

/** Simulates a design. With the simulation of an earlier state, only what changed since is compiled again, and only verdicts that rest on it are judged again. */
export function simulate(design: Design, previous?: Simulation): Simulation {
  return new DesignSimulation(design, new Network(design, previous?.network), previous instanceof DesignSimulation ? previous : undefined)
}
