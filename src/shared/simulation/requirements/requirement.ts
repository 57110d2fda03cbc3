import type { Intent } from '../../document/design.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Outcome } from '../fail/outcomes.ts'
import type { Simulation } from '../index.ts'
import type { ElementId } from '../types.ts'

/** What an intent can ask for beside being reached. */
export const REQUIREMENTS = ['survives', 'bandwidth', 'bandwidth-after-failure', 'encrypted', 'off-internet', 'latency', 'availability', 'recovery'] as const

/** One of `REQUIREMENTS`. */
export type RequirementName = (typeof REQUIREMENTS)[number]

/** How an intent that holds meets one of its requirements. */
export interface RequirementVerdict {
  readonly requirement: RequirementName
  /** What is asked, as the end of a sentence that begins with the intent's statement: "survive any one failure". */
  readonly asked: string
  /** null: cannot tell. */
  readonly holds: boolean | null
  /** Why it is not met, or cannot be told, in one sentence without its full stop; absent when it is met. */
  readonly reason?: string
  /** What it hangs on, the most telling first. */
  readonly resources: readonly ResourceId[]
  readonly elements: readonly ElementId[]
}

/** What a judge of a requirement works with: the intent, which holds, and its flows as they are. */
export interface Requiring {
  readonly simulation: Simulation
  readonly intent: Intent
  readonly baseline: readonly Outcome[]
}

/** What a judge finds; the frame adds the rest. */
export interface Judgement {
  readonly holds: boolean | null
  readonly reason?: string
  readonly resources?: readonly ResourceId[]
  readonly elements?: readonly ElementId[]
}

/** It is met. */
export const MET: Judgement = { holds: true }

/** The worst of several judgements: not met before cannot tell before met; the first of equals. */
export function worst(judgements: readonly Judgement[]): Judgement {
  return judgements.find(({ holds }) => holds === false) ?? judgements.find(({ holds }) => holds === null) ?? MET
}
