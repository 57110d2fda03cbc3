import { composeEdits, invertEdit, type Edit } from '../../shared/document/edit.ts'

interface Entry {
  readonly edit: Edit
  readonly mergeKey: string | undefined
}

const longest = 1000

/** What can be undone and done again. It holds edits only; applying them is the session's business. */
export class History {
  #past = $state.raw<readonly Entry[]>([])
  #future = $state.raw<readonly Entry[]>([])

  /** Label of the step that undo would take back. */
  get undoLabel(): string | undefined {
    return this.#past.at(-1)?.edit.label
  }

  /** Label of the step that redo would repeat. */
  get redoLabel(): string | undefined {
    return this.#future.at(-1)?.edit.label
  }

  /** Notes an edit that was made. Consecutive edits with the same key become one step (typing, nudging). */
  push(edit: Edit, mergeKey?: string): void {
    const last = this.#past.at(-1)
    const merged = mergeKey !== undefined && last?.mergeKey === mergeKey && this.#future.length === 0
    const entry = merged ? { edit: composeEdits(edit.label, [last.edit, edit]), mergeKey } : { edit, mergeKey }
    this.#past = [...(merged ? this.#past.slice(0, -1) : this.#past), entry].slice(-longest)
    this.#future = []
  }

  /** The edit that takes the last step back; the caller applies it, then says `undone`. */
  toUndo(): Edit | undefined {
    const last = this.#past.at(-1)
    return last && invertEdit(last.edit)
  }

  /** The last step was taken back. */
  undone(): void {
    const last = this.#past.at(-1)
    if (!last) return
    this.#past = this.#past.slice(0, -1)
    this.#future = [...this.#future, { edit: last.edit, mergeKey: undefined }]
  }

  /** The edit that repeats the step undone last; the caller applies it, then says `redone`. */
  toRedo(): Edit | undefined {
    return this.#future.at(-1)?.edit
  }

  /** The step undone last was repeated. */
  redone(): void {
    const next = this.#future.at(-1)
    if (!next) return
    this.#future = this.#future.slice(0, -1)
    this.#past = [...this.#past, next]
  }

  /** Forgets everything (the design was replaced). */
  clear(): void {
    this.#past = []
    this.#future = []
  }
}
