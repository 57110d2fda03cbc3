import type { Design } from '../document/design.ts'
import { changesBetween, readsTouchedBy } from '../document/design-change.ts'
import { equalJson } from '../document/equal.ts'
import { type DesignIndex, indexOf } from '../document/query.ts'
import { ReadLog, reading } from '../document/reading.ts'
import type { ResourceId } from '../model/id.ts'
import type { Kind, Resource } from '../model/index.ts'
import type { Simulation } from '../simulation/index.ts'
import type { ElementId } from '../simulation/types.ts'
import { Carried } from './carried.ts'
import { NotingContext } from './context.ts'
import { coarse, coarseRead, fine } from './readings/coarse.ts'
import { RULES } from './registry.ts'
import type { Report, ResourceContext, Rule } from './rule.ts'
import { type ReviewSettings, settingsOf } from './settings.ts'

/** A report with the rule that made it. */
export interface Reported {
  readonly rule: Rule
  readonly report: Report
}

/** What some work reported, and what it had read: a later state that touches none of it reports the same. */
interface Noted {
  readonly reports: readonly Reported[]
  readonly reads: readonly string[]
}

/** What an earlier check found, and what has changed since for whoever read it, singly and by kinds. */
interface Earlier {
  readonly each: ReadonlyMap<ResourceId, Noted>
  readonly whole: ReadonlyMap<Rule, Noted>
  readonly touched: ReadonlySet<string>
}

const stillTrue = (earlier: Earlier | undefined, noted: Noted | undefined) => (earlier && noted && !noted.reads.some((read) => earlier.touched.has(read)) ? noted : undefined)

/** What a check starts from. */
export interface Given {
  readonly failed?: readonly ElementId[]
  readonly today?: string | undefined
  /** Defaults to all of them. */
  readonly rules?: readonly Rule[]
}

type EachCheck = (resource: Resource, context: ResourceContext) => Iterable<Report>

/** Rules about single resources by kind. */
function eachByKind(rules: readonly Rule[]): ReadonlyMap<Kind, readonly { readonly rule: Rule; readonly check: EachCheck }[]> {
  const found = new Map<Kind, { rule: Rule; check: EachCheck }[]>()
  for (const rule of rules) {
    for (const [kind, check] of Object.entries(rule.checkEach ?? {})) {
      const list = found.get(kind as Kind) ?? []
      list.push({ rule, check: check as EachCheck }) // it is called with resources of its kind alone
      found.set(kind as Kind, list)
    }
  }
  return found
}

/**
 * All that the rules report of one state. Rules about single resources are asked resource by resource, the others as a whole, and
 * what each has read is noted. With the check of an earlier state only those are asked again that read what has changed.
 */
export class Check {
  readonly design: Design
  readonly settings: ReviewSettings
  readonly #index: DesignIndex
  readonly #context: NotingContext
  readonly #each = new Map<ResourceId, Noted>()
  readonly #whole = new Map<Rule, Noted>()
  /** How many resources and rules were asked; the rest was taken over. */
  asked = 0

  constructor(design: Design, simulation: Simulation, { failed = [], today, rules = RULES }: Given = {}, previous?: Check) {
    this.design = design
    this.settings = settingsOf(design)
    this.#index = indexOf(design)
    this.#context = new NotingContext(this.#index, simulation, failed, today, this.settings)
    const earlier = previous && { each: previous.#each, whole: previous.#whole, touched: this.#touchedSince(previous) }
    if (previous && earlier) this.#context.carried = Carried.from(previous.#context.carried, earlier.touched)
    this.#checkEach(rules, earlier)
    for (const rule of rules) if (rule.check) this.#checkWhole(rule, rule.check, earlier)
  }

  /** Everything that was reported, in no particular order. */
  get reports(): readonly Reported[] {
    return [...this.#each.values(), ...this.#whole.values()].flatMap(({ reports }) => reports)
  }

  /** What has changed for whoever read it, singly and by kinds. */
  #touchedSince(previous: Check): ReadonlySet<string> {
    const [before, after] = [previous.design, this.design]
    const reads = readsTouchedBy(changesBetween(previous.#index, this.#index))
    const touched = new Set<string>(reads)
    for (const read of reads) touched.add(coarseRead(read))
    if (before.intents !== after.intents) touched.add('intents')
    if (reads.size > 0 || before.intents !== after.intents || before.assumptions !== after.assumptions) touched.add('simulation')
    if (!equalJson(previous.#context.peek.failed, this.#context.peek.failed)) touched.add('failed')
    if (previous.#context.peek.today !== this.#context.peek.today) touched.add('today')
    if (!equalJson([...previous.settings.quotas], [...this.settings.quotas])) touched.add('quotas')
    return touched
  }

  #checkEach(rules: readonly Rule[], earlier: Earlier | undefined): void {
    for (const [kind, checks] of eachByKind(rules)) {
      for (const resource of this.#index.all(kind)) {
        const former = stillTrue(earlier, earlier?.each.get(resource.id))
        if (former) {
          this.#each.set(resource.id, former)
          continue
        }
        const log = new ReadLog()
        log.is.add(resource.id)
        this.asked += 1
        const reports = reading(log, () => checks.flatMap(({ rule, check }) => [...check(resource, this.#context)].map((report) => ({ rule, report }))))
        this.#each.set(resource.id, { reports, reads: fine(log) })
      }
    }
  }

  #checkWhole(rule: Rule, check: NonNullable<Rule['check']>, earlier: Earlier | undefined): void {
    const former = stillTrue(earlier, earlier?.whole.get(rule))
    if (former) {
      this.#whole.set(rule, former)
      return
    }
    const log = new ReadLog()
    this.asked += 1
    const reports = reading(log, () => [...check(this.#context)].map((report) => ({ rule, report })))
    this.#whole.set(rule, { reports, reads: coarse(log) })
  }
}
