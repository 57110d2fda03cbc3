import { applyEdit, type Edit } from '../../../shared/document/edit.ts'
import { withNewPlaces } from '../../../shared/layout/new-places.ts'
import type { EditEffect } from '../../../shared/rules/fixing/effect.ts'
import { type FixPlan, planOne } from '../../../shared/rules/fixing/plan.ts'
import type { Finding, Fix } from '../../../shared/rules/rule.ts'
import type { DesignSession } from '../../state/session.svelte.ts'
import { Run } from '../failures/failures.svelte.ts'
import { compare, type Comparison } from '../history/comparison.ts'

/** What is to be fixed: one finding by one of its fixes, or, without a fix, all of these findings of one rule. */
export interface FixRequest {
  readonly findings: readonly Finding[]
  readonly fix?: Fix
}

const today = (): string => new Date().toISOString().slice(0, 10)

/** A fix before it is made: what it changes, at once; what that does, as soon as the worker has tried it. */
export class FixPreview {
  readonly #session: DesignSession
  readonly #request: FixRequest
  plan = $state.raw<FixPlan | undefined>(undefined)
  /** With places for what it makes. */
  edit = $state.raw<Edit | undefined>(undefined)
  comparison = $state.raw<Comparison | undefined>(undefined)
  effect = $state.raw<EditEffect | undefined>(undefined)
  /** The work that is going on. */
  run = $state.raw<Run | undefined>(undefined)
  /** Why there is nothing to show. */
  complaint = $state<string | undefined>(undefined)

  constructor(session: DesignSession, request: FixRequest) {
    this.#session = session
    this.#request = request
  }

  /** Works everything out; gives it up when told so. */
  async work(): Promise<void> {
    const run = new Run()
    this.run = run
    const given = { failed: [...this.#session.failed], today: today() }
    const { findings, fix } = this.#request
    const [first] = findings
    const plan = fix && first ? planOne(first, fix) : await this.#session.ask('planFixes', { findings, ...given }, run.following)
    if (this.run !== run) return
    if (!plan) return this.#end('It could not be worked out.')
    const edit = withNewPlaces(this.#session.design, plan.edit)
    const after = applyEdit(this.#session.design, edit)
    if (!after.ok) return this.#end(`It does not fit any more: ${after.problems[0]?.message ?? ''}`)
    this.plan = plan
    this.comparison = compare(this.#session.design, after.value)
    if (edit.changes.length === 0) return this.#end(undefined)
    this.edit = edit
    const effect = await this.#session.ask('effectOfEdit', { edit, ...given }, run.following)
    if (this.run !== run) return
    if (effect?.ok) this.effect = effect.value
    this.#end(effect?.ok ? undefined : 'What it does to findings and intents could not be worked out.')
  }

  /** Gives up what is being worked out; what is known stays. */
  cancel(): void {
    this.run?.cancel()
    if (this.run) this.#end('Not worked out.')
  }

  /** Makes the fix as one step. */
  apply(): boolean {
    if (!this.edit || !this.#session.perform(this.edit)) return false
    const { label } = this.edit
    this.#session.notices.add('info', `${label}: done.`, { label: 'Undo', run: () => this.#session.undo() })
    return true
  }

  #end(complaint: string | undefined): void {
    this.run = undefined
    this.complaint = complaint
  }
}
