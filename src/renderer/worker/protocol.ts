import type { Design } from '../../shared/document/design.ts'
import type { Edit } from '../../shared/document/edit.ts'
import type { Finding } from '../../shared/rules/rule.ts'
import type { ElementId, FailableElement, Flow, IntentVerdict, Trace } from '../../shared/simulation/types.ts'

/** What the analysis says about one state of a design. */
export interface Analysis {
  /** The session's count of edits that this state had. */
  readonly version: number
  readonly findings: readonly Finding[]
  /** The intents' verdicts, suggested ones included. */
  readonly verdicts: readonly IntentVerdict[]
  readonly elements: readonly FailableElement[]
}

/** What the window tells the worker. Edits, not designs: the worker keeps a copy of its own. */
export type ToWorker =
  | { readonly type: 'open'; readonly version: number; readonly design: Design }
  | { readonly type: 'edit'; readonly version: number; readonly edit: Edit }
  | { readonly type: 'trace'; readonly request: number; readonly flow: Flow; readonly failed: readonly ElementId[] }

/** What the worker answers. `out-of-step`: an edit did not fit its copy; send the whole design. */
export type FromWorker =
  | { readonly type: 'analysis'; readonly analysis: Analysis }
  | { readonly type: 'trace'; readonly request: number; readonly version: number; readonly trace: Trace }
  | { readonly type: 'out-of-step' }
  | { readonly type: 'broken'; readonly during: 'analysis' | 'trace'; readonly request?: number; readonly message: string }
