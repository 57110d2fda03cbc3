import type { API } from '../../shared/api.ts'
import type { CallError, Client } from '../../shared/contract.ts'
import type { Design } from '../../shared/document/design.ts'
import type { Edit } from '../../shared/document/edit.ts'
import { equalJson } from '../../shared/document/equal.ts'

/** The calls of main that the journal needs. */
export type JournalClient = Pick<Client<typeof API>, 'library.append' | 'library.open'>

/** `saved`: every edit is on the disk; `saving`: some are on their way; `failed`: main refused one or cannot be reached. */
export type SaveStatus = 'saved' | 'saving' | 'failed'

interface Pending {
  readonly edit: Edit
  /** The design after the edit: tells, after a broken connection, whether the edit had arrived. */
  readonly after: Design
}

/**
 * Sends edits to the library, one at a time and in order. After a refusal nothing more is sent and nothing is
 * thrown away: `retry` goes on where it stopped.
 */
export class Journal {
  readonly #client: JournalClient
  readonly #id: string
  #pending = $state.raw<readonly Pending[]>([])
  #running = false
  /** The last revision that main has confirmed. */
  revision = $state(0)
  failure = $state.raw<CallError | undefined>(undefined)

  constructor(client: JournalClient, id: string, revision: number) {
    this.#client = client
    this.#id = id
    this.revision = revision
  }

  /** Whether everything is on the disk. */
  get status(): SaveStatus {
    if (this.failure !== undefined) return 'failed'
    return this.#pending.length === 0 ? 'saved' : 'saving'
  }

  /** Edits that main has not confirmed, oldest first. */
  get unsaved(): readonly Edit[] {
    return this.#pending.map((entry) => entry.edit)
  }

  /** The revision that main may tell others about: the confirmed one, or the one of an edit on its way. */
  get expectedRevision(): number {
    return this.revision + (this.#running ? 1 : 0)
  }

  /** Takes an edit for saving. */
  append(edit: Edit, after: Design): void {
    this.#pending = [...this.#pending, { edit, after }]
    void this.#run()
  }

  /** Tries again after a failure. An edit whose answer was lost is looked up first, so that it is not made twice. */
  async retry(): Promise<void> {
    if (this.failure === undefined || this.#running) return
    this.#running = true
    const current = await this.#client['library.open']({ id: this.#id })
    this.#running = false
    if (!current.ok) {
      this.failure = current.error
      return
    }
    const first = this.#pending[0]
    const { revision, design } = current.value
    if (first && revision === this.revision + 1 && equalJson(design, first.after)) this.#confirm(revision)
    else if (revision !== this.revision) {
      this.failure = { code: 'stale-revision', message: 'The design was changed elsewhere. Save your version as a file, then reload.' }
      return
    }
    this.failure = undefined
    await this.#run()
  }

  /** Starts afresh from a revision; unsaved edits are dropped, which the caller must have been told to do. */
  reset(revision: number): void {
    this.#pending = []
    this.failure = undefined
    this.revision = revision
  }

  #confirm(revision: number): void {
    this.revision = revision
    this.#pending = this.#pending.slice(1)
  }

  async #run(): Promise<void> {
    if (this.#running || this.failure !== undefined) return
    this.#running = true
    for (let next = this.#pending[0]; next !== undefined; next = this.#pending[0]) {
      const outcome = await this.#client['library.append']({ id: this.#id, expectedRevision: this.revision, edit: next.edit })
      if (next !== this.#pending[0]) break
      if (!outcome.ok) {
        this.failure = outcome.error
        break
      }
      this.#confirm(outcome.value.revision)
    }
    this.#running = false
    if (this.#pending.length > 0) void this.#run() // the queue was replaced while an answer was awaited
  }
}
