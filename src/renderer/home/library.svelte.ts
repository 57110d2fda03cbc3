import type { API, ListedDesign } from '../../shared/api.ts'
import type { CallError, Client } from '../../shared/contract.ts'
import type { PickedFile } from './picked-files.ts'

/** Says what was tried and why it failed. */
export type Report = (tried: string, error: CallError) => void

/** The list of designs and what can be done with them. Failures are reported; each call then answers undefined. */
export class Library {
  readonly #client: Client<typeof API>
  readonly #report: Report
  /** Newest change first; undefined until the first answer. */
  designs = $state.raw<readonly ListedDesign[] | undefined>(undefined)
  /** The last put there first. */
  trashed = $state.raw<readonly ListedDesign[]>([])
  failure = $state.raw<CallError | undefined>(undefined)

  constructor(client: Client<typeof API>, report: Report) {
    this.#client = client
    this.#report = report
  }

  /** Reads the list and the trash again. */
  async refresh(): Promise<void> {
    const [listed, trashed] = await Promise.all([this.#client['library.list']({}), this.#client['library.trashed']({})])
    this.failure = listed.ok ? undefined : listed.error
    if (trashed.ok) this.trashed = trashed.value
    if (listed.ok) this.designs = [...listed.value].sort((a, b) => b.changedAt - a.changedAt || (a.id < b.id ? -1 : 1))
  }

  /** A new design, empty or from a given one. */
  async create(name: string, design?: unknown): Promise<ListedDesign | undefined> {
    const created = await this.#client['library.create'](design === undefined ? { name } : { name, design })
    if (!created.ok) return this.#failed('The design was not created', created.error)
    return created.value
  }

  /** A copy of a design under a name of its own. */
  async duplicate(original: ListedDesign): Promise<ListedDesign | undefined> {
    const name = freeName(`${original.name.replace(/ copy( \d+)?$/, '')} copy`, this.#names())
    const copied = await this.#client['library.copy']({ id: original.id, name })
    if (!copied.ok) return this.#failed('The design was not copied', copied.error)
    await this.refresh()
    return copied.value
  }

  /** Gives a design another name, unless somebody else has done so since the list was read. */
  async rename({ id, name: expectedName }: ListedDesign, name: string): Promise<void> {
    const renamed = await this.#client['library.rename']({ id, expectedName, name })
    if (!renamed.ok) this.#report('The design was not renamed', renamed.error)
    await this.refresh()
  }

  /** Puts a design into the trash, as it was listed; false when it stays where it is. */
  async trash({ id, revision }: ListedDesign): Promise<boolean> {
    const trashed = await this.#client['library.trash']({ id, expectedRevision: revision })
    if (!trashed.ok) this.#report('The design was not put into the trash', trashed.error)
    await this.refresh()
    return trashed.ok
  }

  /** Takes a design out of the trash. */
  async restore(id: string): Promise<boolean> {
    const restored = await this.#client['library.restore']({ id })
    if (!restored.ok) this.#report('The design was not restored', restored.error)
    await this.refresh()
    return restored.ok
  }

  /** Deletes designs of the trash for good; answers how many went. */
  async purge(ids: readonly string[]): Promise<number> {
    const purged = await this.#client['library.purge']({ ids: [...ids] })
    if (!purged.ok) this.#report('Nothing was deleted', purged.error)
    await this.refresh()
    return purged.ok ? purged.value.purged : 0
  }

  /** Puts a `.causeway.json` file into the library. */
  async openFile(file: PickedFile): Promise<ListedDesign | undefined> {
    const opened = await this.#client['library.openFile']({ fileName: file.path, text: file.text })
    if (!opened.ok) return this.#failed(`${file.path} was not opened`, opened.error)
    return opened.value
  }

  /** A name for a new design that none has yet. */
  newName(base: string): string {
    return freeName(base, this.#names())
  }

  #names(): ReadonlySet<string> {
    return new Set((this.designs ?? []).map((design) => design.name))
  }

  #failed(tried: string, error: CallError): undefined {
    this.#report(tried, error)
    return undefined
  }
}

/** The name, with a number behind it where it is taken. */
export function freeName(base: string, taken: ReadonlySet<string>): string {
  let name = base.slice(0, 240)
  for (let number = 2; taken.has(name); number += 1) name = `${base.slice(0, 240)} ${number}`
  return name
}
