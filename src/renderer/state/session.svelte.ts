import { SvelteSet } from 'svelte/reactivity'
import { serializeDesign } from '../../shared/document/serialize.ts'
import type { BoxId, IntentId, ResourceId } from '../../shared/model/id.ts'
import { applyEdit, type Edit } from '../../shared/document/edit.ts'
import type { Design, Intent } from '../../shared/document/design.ts'
import { boxOf } from '../../shared/document/groups.ts'
import { relationLinesOf } from '../../shared/document/relation-lines.ts'
import { type DesignIndex, indexOf } from '../../shared/document/query.ts'
import type { Down } from '../../shared/simulation/fail/down.ts'
import type { ElementId, FailableElement, Flow, Trace } from '../../shared/simulation/types.ts'
import { type Analysis, Analyzer, type Following, type InputOf, type OutputOf, type QuestionName } from '../worker/index.ts'
import type { Port } from '../worker/analyzer.ts'
import { asTaken } from './as-taken.ts'
import { History } from './history.svelte.ts'
import { Journal, type JournalClient, type SaveStatus } from './journal.svelte.ts'
import type { Notices } from './notices.svelte.ts'
import { setOf } from './set-of.ts'

/** A resource or a group box that can be selected. */
export type SelectableId = ResourceId | BoxId

/** A traced flow; `trace` is absent while the worker is at it. */
export interface Traced {
  readonly flow: Flow
  readonly trace: Trace | undefined
}

const NOTHING_DOWN: Down = { failed: [], carried: [], tunnels: [] }

/** What a session is made of. */
export interface SessionParts {
  readonly client: JournalClient
  readonly notices: Notices
  readonly port: Port
}

/**
 * The state of one open design, made of runes: read its members in templates, change them through its methods only.
 *
 * - `design` is immutable; `perform(edit)` is the only way to change it. `index` answers questions about it.
 * - `saveStatus` is `saved` only when every edit is on the disk. After `failed`, `saveFailure` says why, nothing that the
 *   user sees is lost, `fileText()` gives it as a file, `retrySave()` tries again and `reload()` takes the library's version.
 * - `selection` holds ids of resources and group boxes; `locate(ids)` selects and asks the canvas to show them.
 * - `analysis` is the worker's newest answer. Until it has caught up `isAnalysing` is true and the last answer stays.
 * - `failed` holds the elements that the user has switched off. Verdicts, findings and traces follow; the design stays as it is. `down` is
 *   what that takes down on the canvas. An element that an edit took away comes back, switched off, when the edit is undone.
 */
export class DesignSession {
  readonly id: string
  readonly notices: Notices
  readonly history = new History()
  readonly #journal: Journal
  readonly #client: JournalClient
  readonly #analyzer: Analyzer
  #version = $state(0)
  #traceNumber = 0
  #downNumber = 0

  design = $state.raw<Design>() as Design
  selection = $state.raw<ReadonlySet<SelectableId>>(setOf([]))
  analysis = $state.raw<Analysis | undefined>(undefined)
  traced = $state.raw<Traced | undefined>(undefined)
  readonly failed = new SvelteSet<ElementId>()
  /** The elements of `failed` that the design has. */
  readonly switchedOff = $derived.by((): readonly FailableElement[] => (this.failed.size === 0 ? [] : (this.analysis?.elements ?? []).filter(({ element }) => this.failed.has(element))))
  down = $state.raw<Down>(NOTHING_DOWN)
  /** The last edit that was made, not those that undo and redo repeat. */
  performed = $state.raw<Edit | undefined>(undefined)
  /** True when somebody else changed the design in the library; only `reload` helps. */
  changedElsewhere = $state(false)
  /** What the canvas shall bring into view; a new object for each request. */
  toShow = $state.raw<{ readonly ids: readonly SelectableId[] } | undefined>(undefined)

  constructor(opened: { readonly id: string; readonly revision: number; readonly design: Design }, parts: SessionParts) {
    this.id = opened.id
    this.design = opened.design
    this.notices = parts.notices
    this.#client = parts.client
    this.#journal = new Journal(parts.client, opened.id, opened.revision)
    this.#analyzer = new Analyzer(parts.port, {
      onAnalysis: (analysis) => (this.analysis = analysis),
      onBroken: (message) => parts.notices.add('error', `The analysis stopped: ${message}. Your design is not affected.`),
    })
    this.#analyzer.open(opened.design, 0)
  }

  /** Answers about the design as it is now. */
  get index(): DesignIndex {
    return indexOf(this.design)
  }

  get revision(): number {
    return this.#journal.revision
  }

  get saveStatus(): SaveStatus {
    return this.#journal.status
  }

  get saveFailure() {
    return this.#journal.failure
  }

  get unsavedEdits(): readonly Edit[] {
    return this.#journal.unsaved
  }

  /** True until the analysis has caught up with every edit so far. */
  get isAnalysing(): boolean {
    return this.analysis?.version !== this.#version
  }

  /** Counts the changes of this session; `analysis.version` says which one it belongs to. */
  get version(): number {
    return this.#version
  }

  /**
   * Changes the design: at once in the window, then in the journal and the analysis. Edits with the same `mergeKey` in a row
   * are one undo step. Answers false, with a notice, when the edit does not fit.
   */
  perform(edit: Edit, mergeKey?: string): boolean {
    if (edit.changes.length === 0) return true
    const made = this.#apply(edit)
    if (made) {
      this.history.push(made, mergeKey)
      this.performed = made
    }
    return made !== undefined
  }

  /** Takes the last step back. */
  undo(): void {
    const edit = this.history.toUndo()
    if (edit && this.#apply({ ...edit, label: `Undo: ${edit.label}` })) this.history.undone()
  }

  /** Repeats the step that was undone last. */
  redo(): void {
    const edit = this.history.toRedo()
    if (edit && this.#apply(edit)) this.history.redone()
  }

  /** Selects exactly these; with `add`, these besides what is selected. */
  select(ids: Iterable<SelectableId>, add = false): void {
    this.selection = setOf([...(add ? this.selection : []), ...ids].filter((id) => this.has(id)))
  }

  /** Selects what is not selected, and the other way round. */
  toggle(id: SelectableId): void {
    const others = [...this.selection].filter((other) => other !== id)
    this.selection = setOf(others.length < this.selection.size ? others : [...others, id])
  }

  /** Selects and brings into view. */
  locate(ids: Iterable<SelectableId>): void {
    this.select(ids)
    this.toShow = { ids: [...this.selection] }
  }

  /** An intent of the design, or one that is suggested; undefined for what is neither and for what was dismissed. */
  intent(id: string): Intent | undefined {
    const own = Object.hasOwn(this.design.intents, id) ? this.design.intents[id as IntentId] : undefined
    if (own) return own.status === 'dismissed' ? undefined : own
    return id.startsWith('intent:') ? this.analysis?.verdicts.find((verdict) => verdict.suggested && verdict.id === id)?.intent : undefined
  }

  /** Whether a resource, a group box, a relation or an intent of this id exists. */
  has(id: SelectableId): boolean {
    return this.intent(id) !== undefined || this.index.get(id as ResourceId) !== undefined || boxOf(this.index, id) !== undefined || relationLinesOf(this.index).byId.has(id)
  }

  /** Asks the analysis worker about the newest state; undefined when it could not answer, was cancelled, or the design changed meanwhile. */
  ask<N extends QuestionName>(name: N, input: InputOf<N>, following?: Following): Promise<OutputOf<N> | undefined> {
    return this.#analyzer.ask(name, input, following)
  }

  /** Traces a flow; the answer appears in `traced` unless another was asked for meanwhile. */
  async trace(flow: Flow): Promise<void> {
    const number = ++this.#traceNumber
    this.traced = { flow, trace: undefined }
    const trace = await this.ask('trace', { flow, failed: [...this.failed] })
    if (number === this.#traceNumber) this.traced = trace === undefined ? undefined : { flow, trace }
  }

  /** Switches elements off, or on again. */
  switchElements(elements: Iterable<ElementId>, isOff: boolean): void {
    for (const element of elements) {
      if (isOff) this.failed.add(element)
      else this.failed.delete(element)
    }
    this.#version += 1
    this.#analyzer.fail([...this.failed], this.#version)
    this.#lookAgain()
  }

  /** Switches an element off, or on again. */
  toggleFailed(element: ElementId): void {
    this.switchElements([element], !this.failed.has(element))
  }

  /** Ends the state of failure. */
  switchEverythingOn(): void {
    this.switchElements([...this.failed], false)
  }

  /** Brings what is shown of the newest state up to date: what is down, and the flow on show. */
  #lookAgain(): void {
    if (this.traced) void this.trace(this.traced.flow)
    const number = ++this.#downNumber
    if (this.failed.size === 0) this.down = NOTHING_DOWN
    else void this.ask('down', { failed: [...this.failed] }).then((down) => {
      if (down && number === this.#downNumber) this.down = down
    })
  }

  /** Shows a trace that is known already (an intent's), or none. */
  showTrace(traced: Traced | undefined): void {
    this.#traceNumber += 1
    this.traced = traced
  }

  /** The design as the text of a `.causeway.json` file, unsaved edits included. */
  fileText(): string {
    return serializeDesign(this.design)
  }

  /** Tries to save again after a failure; also right after the connection has come back. */
  retrySave(): Promise<void> {
    return this.#journal.retry()
  }

  /** Told of the library's `library.changed` events for this design. */
  libraryChanged(revision: number): void {
    if (revision > this.#journal.expectedRevision) this.changedElsewhere = true
  }

  /** Replaces the design by the library's version; unsaved edits and the undo history are dropped. */
  async reload(): Promise<void> {
    const opened = await this.#client['library.open']({ id: this.id })
    if (!opened.ok) return this.notices.add('error', opened.error.message)
    this.#journal.reset(opened.value.revision)
    this.history.clear()
    this.changedElsewhere = false
    this.#version += 1
    this.design = opened.value.design
    this.selection = setOf([])
    this.#analyzer.open(this.design, this.#version)
    this.#lookAgain()
  }

  /** Stops the worker. The session is of no use afterwards. */
  close(): void {
    this.#analyzer.close()
  }

  /** Applies an edit and answers it as it took effect; undefined, with a notice, when it does not fit. */
  #apply(edit: Edit): Edit | undefined {
    const result = applyEdit(this.design, edit)
    if (!result.ok) {
      this.notices.add('error', `${edit.label} is not possible: ${result.problems[0]?.message ?? 'the change does not fit'}`)
      return undefined
    }
    const made = asTaken(edit, result.value)
    this.#version += 1
    this.design = result.value
    this.select(this.selection)
    this.#journal.append(made, this.design)
    this.#analyzer.edit(made, this.design, this.#version)
    this.#lookAgain()
    return made
  }
}
