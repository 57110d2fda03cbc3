import type { Design } from '../../shared/document/design.ts'
import type { Edit } from '../../shared/document/edit.ts'
import type { Finding } from '../../shared/rules/rule.ts'
import type { FlowsEffect } from '../../shared/simulation/impact/effect.ts'
import type { ElementId, FailableElement, IntentVerdict } from '../../shared/simulation/types.ts'
import type { Question, QuestionName } from './questions.ts'

/** What the analysis says about a design in one state of failure. */
export interface Analysis {
  /** The session's count of changes (edits, and elements switched off or on) that this state had. */
  readonly version: number
  /** The elements that were down. */
  readonly failed: readonly ElementId[]
  readonly findings: readonly Finding[]
  /** The intents' verdicts, suggested ones included. */
  readonly verdicts: readonly IntentVerdict[]
  /** What the elements that are down do to each intent, by id; empty when none is. */
  readonly effects: ReadonlyMap<string, FlowsEffect>
  readonly elements: readonly FailableElement[]
}

/** What the window tells the worker. Edits, not designs: the worker keeps a copy of its own. */
export type ToWorker =
  | { readonly type: 'open'; readonly version: number; readonly design: Design }
  | { readonly type: 'edit'; readonly version: number; readonly edit: Edit }
  | { readonly type: 'fail'; readonly version: number; readonly failed: readonly ElementId[] }
  | { readonly type: 'ask'; readonly request: number; readonly question: Question }
  | { readonly type: 'cancel'; readonly request: number }

/**
 * What the worker answers. The version of an `answer` is that of the newest edit it knew. `dropped`: a question that was given up, because it was cancelled or the design changed while it was
 * worked on; `progress`: the share of a question that is done. `out-of-step`: an edit did not fit its copy; send the whole design.
 */
export type FromWorker =
  | { readonly type: 'analysis'; readonly analysis: Analysis }
  | { readonly type: 'answer'; readonly request: number; readonly version: number; readonly answer: unknown }
  | { readonly type: 'progress'; readonly request: number; readonly fraction: number }
  | { readonly type: 'dropped'; readonly request: number }
  | { readonly type: 'out-of-step' }
  | { readonly type: 'broken'; readonly during: 'analysis' | QuestionName; readonly request?: number; readonly message: string }
