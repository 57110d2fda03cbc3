import { type Profile, PROFILES } from '../document/review.ts'
import { pagesOf } from '../facts/pages.ts'
import { definitionOf } from '../model/index.ts'
import { CATALOGUE, NOT_CHECKED } from './catalogue.ts'
import type { Examples } from './example.ts'
import { isInProfile } from './profiles.ts'
import { FAMILIES, RULES } from './registry.ts'
import type { Rule, Severity } from './rule.ts'

/** A fact that a rule rests on, when it was read and where. */
export interface Source {
  readonly fact: string
  /** ISO 8601. */
  readonly checked: string
  readonly pages: readonly string[]
}

/** All that there is to say about a rule, in the order in which it is said. */
export interface Entry {
  readonly id: string
  readonly title: string
  readonly family: string
  readonly severity: Severity
  /** Numbers of the catalogue that it answers. */
  readonly catalogue: readonly string[]
  readonly appliesTo: readonly string[]
  readonly profiles: readonly Profile[]
  readonly why: string
  readonly remedy: string
  readonly messages: Readonly<Record<string, string>>
  /** Rules that report the cause; this one is silent about it then. */
  readonly after: readonly string[] | 'every-error'
  readonly sources: readonly Source[]
}

const familyOf = new Map(Object.entries(FAMILIES).flatMap(([family, rules]) => rules.map((rule) => [rule, family] as const)))

/** A source named once; a fact of the code's own names its page itself. */
function sourcesOf({ sources }: Rule): Source[] {
  const found = new Map<string, Source>()
  for (const one of sources) {
    const own = 'source' in one && typeof one.source === 'string' ? [one.source] : []
    found.set(one.fact, { fact: one.fact, checked: one.checked, pages: [...new Set([...own, ...(found.get(one.fact)?.pages ?? []), ...pagesOf(one.fact)])] })
  }
  return [...found.values()]
}

/** The reference entry of a rule. */
export function entryOf(rule: Rule): Entry {
  const { id, title, severity, catalogue, alsoCovers = [], appliesTo, why, remedy, messages, after = [] } = rule
  return {
    id,
    title,
    family: familyOf.get(rule) ?? '',
    severity,
    catalogue: [catalogue, ...alsoCovers],
    appliesTo: appliesTo.map((kind) => definitionOf(kind).label),
    profiles: PROFILES.filter((profile) => isInProfile(rule, profile)),
    why,
    remedy,
    messages,
    after,
    sources: sourcesOf(rule),
  }
}

/** The rule with an id or a number of the catalogue. */
export const findRule = (wanted: string): Rule | undefined => RULES.find(({ id, catalogue, alsoCovers = [] }) => [id, catalogue, ...alsoCovers].includes(wanted))

/** How much of the catalogue is answered. */
export interface Coverage {
  readonly entries: number
  /** Entries that a rule reports as a mistake. */
  readonly implemented: number
  /** Of those: entries that the rule may also be unable to tell. */
  readonly sometimesCannotTell: number
  /** Entries to which a rule only ever says that it cannot tell, and what would have to be said. */
  readonly cannotTell: number
  readonly notChecked: number
}

/** The counts, by what the rules say in their examples. */
export function coverage(examples: Readonly<Record<string, Examples>>): Coverage {
  const counts = { entries: CATALOGUE.length, implemented: 0, sometimesCannotTell: 0, cannotTell: 0, notChecked: Object.keys(NOT_CHECKED).length }
  for (const { id, catalogue, alsoCovers = [] } of RULES) {
    const numbers = [catalogue, ...alsoCovers].filter((number) => CATALOGUE.includes(number)).length
    const says = (verdict: string) => examples[id]?.some((example) => example.verdict === verdict) === true
    if (!says('violated')) counts.cannotTell += numbers
    else counts.implemented += numbers
    if (says('violated') && says('cannot-tell')) counts.sometimesCannotTell += numbers
  }
  return counts
}
