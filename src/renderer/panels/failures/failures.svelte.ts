import type { BlastRadius } from '../../../shared/simulation/impact/blast-radius.ts'
import type { DoubleFailures } from '../../../shared/simulation/impact/double-failures.ts'
import type { SingleFailures } from '../../../shared/simulation/impact/single-failures.ts'
import type { ElementId } from '../../../shared/simulation/types.ts'
import type { DesignSession } from '../../state/session.svelte.ts'
import type { Following } from '../../worker/index.ts'

/** A question under way: how far it is, and a way to give it up. */
export class Run {
  fraction = $state(0)
  readonly #controller = new AbortController()

  get following(): Following {
    return { onProgress: (fraction) => (this.fraction = fraction), signal: this.#controller.signal }
  }

  cancel(): void {
    this.#controller.abort()
  }
}

/**
 * What the panel knows of failures: the table of single failures, asked for again whenever the design or what is down changes;
 * pairs of failures and reachable pairs only when somebody asks, and forgotten with the state that they are about.
 */
export class Failures {
  readonly #session: DesignSession
  /** Whether failures are counted on top of what is switched off; otherwise everything is up first. */
  isOnTop = $state(false)
  singles = $state.raw<{ readonly table: readonly SingleFailures[]; readonly ranking: readonly BlastRadius[] } | undefined>(undefined)
  doubles = $state.raw<readonly DoubleFailures[] | undefined>(undefined)
  reach = $state.raw<{ readonly total: number; readonly ranking: readonly BlastRadius[] } | undefined>(undefined)
  single = $state.raw<Run | undefined>(undefined)
  double = $state.raw<Run | undefined>(undefined)
  reaching = $state.raw<Run | undefined>(undefined)

  constructor(session: DesignSession) {
    this.#session = session
  }

  /** What is down before anything fails. */
  get #failed(): ElementId[] {
    return this.isOnTop ? [...this.#session.failed] : []
  }

  /** Elements by what they take down, with reachable pairs once they are counted. */
  get ranking(): readonly BlastRadius[] {
    return this.reach?.ranking ?? this.singles?.ranking ?? []
  }

  /** Asks for the table again; answers how to give it up. */
  look(): () => void {
    this.double?.cancel()
    this.reaching?.cancel()
    this.doubles = undefined
    this.reach = undefined
    const run = new Run()
    this.single = run
    void this.#session.ask('singleFailures', { failed: this.#failed }, run.following).then((singles) => {
      if (this.single !== run) return
      this.single = undefined
      if (singles) this.singles = singles
    })
    return () => run.cancel()
  }

  /** Tries every two elements on one intent, or on all. */
  async tryPairs(intent: string | undefined): Promise<void> {
    this.double?.cancel()
    const run = new Run()
    this.double = run
    const doubles = await this.#session.ask('doubleFailures', { failed: this.#failed, ...(intent === undefined ? {} : { intent }) }, run.following)
    if (this.double !== run) return
    this.double = undefined
    if (doubles) this.doubles = doubles
  }

  /** Counts the reachable pairs that each element takes down. */
  async countReachable(): Promise<void> {
    if (!this.singles) return
    const run = new Run()
    this.reaching = run
    const reach = await this.#session.ask('reachablePairs', { failed: this.#failed, table: this.singles.table }, run.following)
    if (this.reaching !== run) return
    this.reaching = undefined
    if (reach) this.reach = reach
  }
}
