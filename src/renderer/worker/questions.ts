import type { OverlayName } from '../../shared/document/overlay-name.ts'
import type { Remarks } from '../../shared/drawing/remarks.ts'
import { remarksOf } from '../../shared/overlays/index.ts'
import type { Edit } from '../../shared/document/edit.ts'
import type { Result } from '../../shared/document/problem.ts'
import { type EditEffect, effectOfEdit } from '../../shared/rules/fixing/effect.ts'
import { type FixPlan, planAll } from '../../shared/rules/fixing/plan.ts'
import type { Check, Finding } from '../../shared/rules/index.ts'
import type { Slices } from '../../shared/slices.ts'
import { type AvailabilityEstimate, estimateAvailability } from '../../shared/simulation/availability/estimate.ts'
import { type Down, downIn } from '../../shared/simulation/fail/down.ts'
import { type BlastRadius, blastRadius } from '../../shared/simulation/impact/blast-radius.ts'
import { type DoubleFailures, doubleFailuresOf } from '../../shared/simulation/impact/double-failures.ts'
import { reachablePairs } from '../../shared/simulation/impact/reachable-pairs.ts'
import { type SingleFailures, singleFailures } from '../../shared/simulation/impact/single-failures.ts'
import type { Simulation } from '../../shared/simulation/index.ts'
import type { Failure } from '../../shared/simulation/time/run.ts'
import { type Timeline, timelineOf } from '../../shared/simulation/time/timeline.ts'
import { drawMatrix, type MatrixPicture } from '../../shared/simulation/matrix/picture.ts'
import type { PairAnswer } from '../../shared/simulation/matrix/types.ts'
import type { ElementId, Flow, Trace } from '../../shared/simulation/types.ts'
import type { WhyNot } from '../../shared/simulation/why-not/types.ts'
import { whyNotInSlices } from '../../shared/simulation/why-not/why-not.ts'

/** Answers a question from the simulation of the newest state, and the last check, at once or in slices. Input and answer must be plain data. */
export type Responder = (simulation: Simulation, input: never, checked: Check | undefined) => unknown

/** The state that a review is made in. */
interface Reviewed {
  readonly failed: readonly ElementId[]
  /** ISO 8601. */
  readonly today: string
}

function* availability(simulation: Simulation, { intents }: { readonly intents: readonly string[] }): Slices<readonly AvailabilityEstimate[]> {
  const wanted = new Set(intents)
  const chosen = simulation.intents.filter(({ id }) => wanted.has(id))
  const estimates: AvailabilityEstimate[] = []
  for (const intent of chosen) {
    estimates.push(estimateAvailability(simulation, intent))
    yield estimates.length / chosen.length
  }
  return estimates
}

/**
 * What the window can ask the analysis worker, by name. Pure functions; what takes longer than a few milliseconds is a generator,
 * so that edits get in between and the asker can follow and cancel it.
 */
const QUESTIONS = {
  /** A flow's journey and its reply's, with some elements down. */
  trace: (simulation: Simulation, { flow, failed }: { readonly flow: Flow; readonly failed: readonly ElementId[] }): Trace => simulation.trace(flow, failed),
  /** What is down, as it is drawn, while elements have failed. */
  down: ({ network }: Simulation, { failed }: { readonly failed: readonly ElementId[] }): Down => downIn(network, failed),
  /** What the loss of each element does to each intent, on top of what is down, and the elements by what they take down. */
  *singleFailures(simulation: Simulation, { failed }: { readonly failed: readonly ElementId[] }): Slices<{ readonly table: readonly SingleFailures[]; readonly ranking: readonly BlastRadius[] }> {
    const table = yield* singleFailures(simulation, simulation.intents, failed)
    return { table, ranking: blastRadius(simulation, table) }
  },
  /** What two failures together do to intents that hold: to all of them, or to one. */
  doubleFailures: (simulation: Simulation, { failed, intent }: { readonly failed: readonly ElementId[]; readonly intent?: string }): Slices<DoubleFailures[]> =>
    doubleFailuresOf(simulation, simulation.intents.filter(({ id }) => intent === undefined || id === intent), failed),
  /** The elements by the reachable pairs that they take down, too. */
  *reachablePairs(simulation: Simulation, { failed, table }: { readonly failed: readonly ElementId[]; readonly table: readonly SingleFailures[] }): Slices<{ readonly total: number; readonly ranking: readonly BlastRadius[] }> {
    const reachable = yield* reachablePairs(simulation, failed)
    return { total: reachable.total, ranking: blastRadius(simulation, table, reachable) }
  },
  /** What would let a flow through that fails, with some elements down. */
  whyNot: (simulation: Simulation, { flow, failed }: { readonly flow: Flow; readonly failed: readonly ElementId[] }): Slices<WhyNot> => whyNotInSlices(simulation, flow, failed),
  /** How much of the time intents hold. */
  availability,
  /** A failure played through over time; undefined when the design has no such element. */
  timeline: (simulation: Simulation, failure: Failure): Timeline | undefined => {
    const played = timelineOf(simulation, failure)
    return played.ok ? played.value : undefined
  },
  /** What an overlay says of the design. */
  overlay: (simulation: Simulation, { overlay, failed }: { readonly overlay: OverlayName; readonly failed: readonly ElementId[] }): Slices<Remarks> => remarksOf(simulation, overlay, failed),
  /** Who reaches whom, for all subnets and sites. */
  matrix: (simulation: Simulation, { failed }: { readonly failed: readonly ElementId[] }): Slices<MatrixPicture> => drawMatrix(simulation, failed),
  /** Why one pair of the matrix is as it is; ends by their position. */
  matrixPair: (simulation: Simulation, { failed, from, to }: { readonly failed: readonly ElementId[]; readonly from: number; readonly to: number }): PairAnswer => simulation.matrix(failed).answer(from, to),
  /** The first fixes of all findings of one rule as one edit, and what is left out. */
  planFixes: (simulation: Simulation, { findings, ...given }: Reviewed & { readonly findings: readonly Finding[] }): Slices<FixPlan> => planAll(simulation, findings, given),
  /** What an edit would do to findings and intents. */
  effectOfEdit: (simulation: Simulation, { edit, ...given }: Reviewed & { readonly edit: Edit }, checked: Check | undefined): Slices<Result<EditEffect>> => effectOfEdit(simulation, edit, given, checked),
} satisfies Record<string, Responder>

/** The questions that there are. */
export type QuestionName = keyof typeof QUESTIONS

/** What a question needs to be told. */
export type InputOf<N extends QuestionName> = Parameters<(typeof QUESTIONS)[N]>[1]

/** What comes of a question. */
export type OutputOf<N extends QuestionName> = ReturnType<(typeof QUESTIONS)[N]> extends Generator<number, infer Output, void> ? Output : ReturnType<(typeof QUESTIONS)[N]>

/** A question with its input, as a message. */
export type Question<N extends QuestionName = QuestionName> = { [K in N]: { readonly name: K; readonly input: InputOf<K> } }[N]

/** Answers a question: the answer itself, or the slices that lead to it. */
export function respond({ name, input }: Question, simulation: Simulation, checked?: Check): unknown {
  const responder: Responder = QUESTIONS[name]
  // The pair of name and input was checked where it was made.
  return responder(simulation, input as never, checked)
}

/** Tells slices from an answer: an answer is plain data and has no functions. */
export function isSlices(response: unknown): response is Slices<unknown> {
  return typeof response === 'object' && response !== null && 'next' in response && typeof response.next === 'function'
}
