import type { Design, Intent } from '../document/design.ts'
import type { ElementId, FailableElement, Flow, IntentVerdict, Trace } from './types.ts'

export type * from './types.ts'

/** Everything the simulation can be asked about one state of a design. Computed lazily and remembered. */
export interface Simulation {
  readonly design: Design
  /** Every element that can fail, in a stable order. */
  readonly elements: readonly FailableElement[]
  /** The flow's journey and its reply's, with the given elements down. */
  trace(flow: Flow, failed?: readonly ElementId[]): Trace
  /** Judgement of one intent, with its single points of failure. */
  judge(intent: Intent): IntentVerdict
  /** All intents to show: the design's own that are not dismissed, then the suggested ones, in order of id. */
  readonly intents: readonly Intent[]
  /** Judgement of all of `intents`. */
  verdicts(): readonly IntentVerdict[]
}
