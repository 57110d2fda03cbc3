import type { Intent } from '../document/design.ts'
import type { DesignIndex } from '../document/query.ts'
import { currentReader } from '../document/reading.ts'
import type { QuotaName } from '../facts/quotas.ts'
import type { Simulation } from '../simulation/index.ts'
import type { ElementId } from '../simulation/types.ts'
import { Carried } from './carried.ts'
import type { Quota, RuleContext } from './rule.ts'
import { quotaUnder, type ReviewSettings } from './settings.ts'

const acceptedOf = (intents: readonly Intent[]): readonly Intent[] => intents.filter(({ status }) => status === 'accepted').sort((a, b) => (a.id < b.id ? -1 : 1))

/** What rules look at, noting which part of it they do: `simulation`, `intents`, `failed`, `today` and `quotas` beside the kinds. */
export class NotingContext implements RuleContext {
  readonly index: DesignIndex
  /** The same without a note. */
  readonly peek: { readonly failed: readonly ElementId[]; readonly today: string | undefined }
  carried = new Carried()
  readonly #simulation: Simulation
  readonly #settings: ReviewSettings
  #intents: readonly Intent[] | undefined

  constructor(index: DesignIndex, simulation: Simulation, failed: readonly ElementId[], today: string | undefined, settings: ReviewSettings) {
    this.index = index
    this.peek = { failed, today }
    this.#simulation = simulation
    this.#settings = settings
  }

  get simulation(): Simulation {
    currentReader()?.kinds.add('simulation')
    return this.#simulation
  }

  get intents(): readonly Intent[] {
    currentReader()?.kinds.add('intents')
    return (this.#intents ??= acceptedOf(Object.values(this.index.design.intents)))
  }

  get failed(): readonly ElementId[] {
    currentReader()?.kinds.add('failed')
    return this.peek.failed
  }

  get today(): string | undefined {
    currentReader()?.kinds.add('today')
    return this.peek.today
  }

  /** A quota as it holds for this design. */
  quota = (name: QuotaName): Quota => {
    currentReader()?.kinds.add('quotas')
    return quotaUnder(this.#settings, name)
  }
}
