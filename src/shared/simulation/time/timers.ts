import type { AssumptionId } from '../../document/assumption.ts'
import type { Design } from '../../document/design.ts'
import type { Grade } from '../../facts/fact.ts'
import { type TimerFact, type TimerName, TIMERS } from '../../facts/timers.ts'
import type { ElementId } from '../types.ts'

/** A timer that a timeline rests on. */
export interface TimerUse {
  readonly name: TimerName
  readonly label: string
  /** Milliseconds; undefined: nobody says. */
  readonly ms: number | undefined
  /** `stated`: the user's own, in the assumptions or on the resource itself. */
  readonly grade: Grade | 'stated' | 'none'
  readonly fact: string
  readonly source: string
  /** Causeway's own figure, for where `ms` is undefined. */
  readonly planning?: number
}

/** How long a wait takes, and by which timer. */
export interface Wait {
  readonly timer: TimerName
  readonly ms: number
}

/** The timers of one design: the user's own, else published ones. It remembers which were asked for. */
export class Timers {
  readonly #design: Design
  readonly #unknown: number
  readonly #usePlanning: boolean
  readonly #uses = new Map<string, TimerUse>()

  /** `unknown` stands for every timer that nobody knows: nought and infinity give the two ends of what can happen. */
  constructor(design: Design, unknown: number, planningValues?: boolean) {
    this.#design = design
    this.#unknown = unknown
    this.#usePlanning = planningValues ?? design.assumptions?.['design' as AssumptionId]?.planningValues === true
  }

  /** The timers that were asked for, in order of name. */
  get uses(): readonly TimerUse[] {
    return [...this.#uses.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : (a.ms ?? 0) - (b.ms ?? 0)))
  }

  /** How long a timer takes. `own`: what the resource itself says; an assumption about the element goes before one about the design. */
  wait(timer: TimerName, { own, element }: { readonly own?: number | undefined; readonly element?: ElementId } = {}): Wait {
    const use = this.#find(timer, own, element)
    this.#uses.set(`${timer} ${use.ms ?? ''}`, use)
    return { timer, ms: use.ms ?? this.#unknown }
  }

  #find(name: TimerName, own: number | undefined, element: ElementId | undefined): TimerUse {
    const { label, value, fact, source, grade, planning } = TIMERS[name] as TimerFact
    const base = { name, label, fact, source }
    const stated = own ?? (element === undefined ? undefined : this.#assumed(`element:${element}`, name)) ?? this.#assumed('design', name)
    if (stated !== undefined) return { ...base, ms: stated, grade: 'stated' }
    if (value !== undefined) return { ...base, ms: value, grade }
    if (planning !== undefined && this.#usePlanning) return { ...base, ms: planning, grade: 'tool-assumption' }
    return { ...base, ms: undefined, grade: 'none', ...(planning === undefined ? {} : { planning }) }
  }

  #assumed(about: string, name: TimerName): number | undefined {
    return this.#design.assumptions?.[about as AssumptionId]?.timers?.[name]
  }
}
