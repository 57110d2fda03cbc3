import type { API, Version } from '../../../shared/api.ts'
import type { CallError, Client } from '../../../shared/contract.ts'
import type { Design } from '../../../shared/document/design.ts'

/** The calls that the history needs. */
export type VersionClient = Pick<Client<typeof API>, 'library.versions' | 'library.version' | 'library.nameVersion' | 'library.copy'>

/** What a version is compared with: the design as it is now, the version before it, or another revision. */
export type Against = 'now' | 'previous' | number

/** So many designs are kept. */
const MOST_KEPT = 6

/** The versions of one design, newest first, and which two are being compared. */
export class Versions {
  readonly #client: VersionClient
  readonly #id: string
  readonly #report: (tried: string, error: CallError) => void
  readonly #designs = new Map<number, Promise<Design | undefined>>()
  list = $state.raw<readonly Version[] | undefined>(undefined)
  hasMore = $state(false)
  /** The revision of the chosen version. */
  chosen = $state<number | undefined>(undefined)
  against = $state<Against>('now')

  constructor(client: VersionClient, id: string, report: (tried: string, error: CallError) => void) {
    this.#client = client
    this.#id = id
    this.#report = report
  }

  /** The chosen version. */
  get version(): Version | undefined {
    return this.list?.find(({ revision }) => revision === this.chosen)
  }

  /** The version made before the chosen one, as far as it is listed. */
  get previous(): Version | undefined {
    const at = this.list?.findIndex(({ revision }) => revision === this.chosen) ?? -1
    return at < 0 ? undefined : this.list?.[at + 1]
  }

  /** The two revisions that are compared, the older first; undefined stands for now. */
  get pair(): readonly [number, number | undefined] | undefined {
    const { chosen, against } = this
    if (chosen === undefined) return undefined
    if (against === 'now') return [chosen, undefined]
    const other = against === 'previous' ? this.previous?.revision : against
    if (other === undefined) return [chosen, chosen]
    return other < chosen ? [other, chosen] : [chosen, other]
  }

  /** Reads the newest versions; chooses the newest that is not what the design is now. */
  async load(current: number): Promise<void> {
    await this.#read(undefined)
    this.chosen = this.list?.find(({ revision }) => revision < current)?.revision ?? this.list?.[0]?.revision
  }

  /** Reads older versions. */
  async more(): Promise<void> {
    await this.#read(this.list?.at(-1)?.revision)
  }

  /** The design as it was; undefined when it could not be read, which was then said. */
  design(revision: number): Promise<Design | undefined> {
    const known = this.#designs.get(revision)
    if (known) return known
    const reading = this.#client['library.version']({ id: this.#id, revision }).then((answered) => {
      if (answered.ok) return answered.value.design
      this.#designs.delete(revision)
      this.#report('The version was not read', answered.error)
      return undefined
    })
    this.#designs.set(revision, reading)
    for (const oldest of this.#designs.keys()) if (this.#designs.size > MOST_KEPT) this.#designs.delete(oldest)
    return reading
  }

  /** Gives a version a name, or (null) takes it away. */
  async name({ revision, name: before }: Version, name: string | null): Promise<void> {
    const named = await this.#client['library.nameVersion']({ id: this.#id, revision, expectedName: before ?? null, name })
    if (!named.ok) this.#report('The version was not named', named.error)
    const listed = this.list?.length ?? 0
    await this.#read(undefined, Math.max(50, listed))
    this.chosen = revision
  }

  /** Makes a new design of a version; undefined when it was not made. */
  async copy(revision: number, name: string): Promise<{ readonly id: string; readonly name: string } | undefined> {
    const copied = await this.#client['library.copy']({ id: this.#id, revision, name })
    if (copied.ok) return copied.value
    this.#report('The design was not made', copied.error)
    return undefined
  }

  async #read(before: number | undefined, most = 50): Promise<void> {
    const answered = await this.#client['library.versions']({ id: this.#id, most, ...(before === undefined ? {} : { before }) })
    if (!answered.ok) return this.#report('The versions were not read', answered.error)
    this.list = before === undefined ? answered.value.versions : [...(this.list ?? []), ...answered.value.versions]
    this.hasMore = answered.value.hasMore
  }
}
