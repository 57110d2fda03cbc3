import { EVENTS, type API, type ListedDesign } from '../../shared/api.ts'
import type { CallError, Client, Outcome } from '../../shared/contract.ts'
import type { ImportReport } from '../../shared/import/snapshot.ts'
import type { Link } from '../transport/index.ts'
import { type PickedFile } from './picked-files.ts'

/** What an import from live accounts asks for. */
export interface LiveRequest {
  readonly name: string
  readonly profile: string
  readonly regions: readonly string[]
  readonly endpointUrl: string
}

/** How far an import has come; `total` is 0 while it is not known. */
export interface Progress {
  readonly job: string
  readonly done: number
  readonly total: number
  readonly message: string
  /** False while dump files are read: that is one call, which has no way to stop. */
  readonly canCancel: boolean
}

/** A finished import: the new design and the account of what became of everything found. */
export interface Imported {
  readonly design: ListedDesign
  readonly report: ImportReport
}

/** Imports, one at a time. */
export class Imports {
  readonly #client: Client<typeof API>
  readonly #newJob: () => string
  running = $state.raw<Progress | undefined>(undefined)
  finished = $state.raw<Imported | undefined>(undefined)
  failure = $state.raw<CallError | undefined>(undefined)

  constructor(client: Client<typeof API>, link: Pick<Link, 'on'>, newJob: () => string = () => crypto.randomUUID()) {
    this.#client = client
    this.#newJob = newJob
    link.on((event, payload) => {
      if (event !== 'import.progress') return
      const progress = EVENTS['import.progress'].safeParse(payload)
      if (progress.success && progress.data.job === this.running?.job) this.running = { ...this.running, ...progress.data }
    })
  }

  /** Imports dump files into a new design. */
  async files(name: string, files: readonly PickedFile[]): Promise<void> {
    await this.#run(`Reading ${files.length} ${files.length === 1 ? 'file' : 'files'}`, false, () => this.#client['import.files']({ name, files: [...files] }))
  }

  /** Imports live accounts into a new design. */
  async live({ name, profile, regions, endpointUrl }: LiveRequest): Promise<void> {
    await this.#run('Asking AWS', true, (job) =>
      this.#client['import.live']({
        job,
        name,
        regions: [...regions],
        ...(profile === '' ? {} : { profile }),
        ...(endpointUrl === '' ? {} : { endpointUrl }),
      }),
    )
  }

  /** Asks main to stop; the import then answers that it was cancelled. */
  async cancel(): Promise<void> {
    if (this.running) await this.#client['import.cancel']({ job: this.running.job })
  }

  /** Forgets how the last import ended. */
  clear(): void {
    this.finished = undefined
    this.failure = undefined
  }

  async #run(message: string, canCancel: boolean, call: (job: string) => Promise<Outcome<Imported>>): Promise<void> {
    if (this.running) return
    const job = this.#newJob()
    this.clear()
    this.running = { job, done: 0, total: 0, message, canCancel }
    const outcome = await call(job)
    this.running = undefined
    if (outcome.ok) this.finished = outcome.value
    else if (outcome.error.code !== 'cancelled') this.failure = outcome.error
  }
}

/** Region names out of a typed list; empty text gives none. */
export function regionsIn(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((region) => region !== ''))]
}

/** What is wrong with a typed list of Regions, if anything. */
export function complaintAboutRegions(text: string): string | undefined {
  const regions = regionsIn(text)
  const odd = regions.find((region) => !/^[a-z]{2}(-[a-z]+)+-\d$/.test(region))
  if (odd !== undefined) return `${odd} is not a Region such as us-east-1`
  return regions.length > 50 ? 'At most 50 Regions' : undefined
}
