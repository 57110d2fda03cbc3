import { FAMILY_LABELS } from '../../../shared/rules/families.ts'
import { FAMILIES } from '../../../shared/rules/registry.ts'
import { isInProfile } from '../../../shared/rules/profiles.ts'
import type { Finding, Rule, Severity } from '../../../shared/rules/rule.ts'
import type { ReviewSettings } from '../../../shared/rules/settings.ts'
import { type Grouped, holdsWords } from './grouped.ts'

/** A rule as the settings of a design have it. */
export interface RuleRow {
  readonly id: string
  readonly rule: Rule
  /** This design's own severity; undefined: the rule's. */
  readonly own: Severity | 'off' | undefined
  /** What its findings count as; `off` where they are not wanted, by the design or because the profile does not hold the rule. */
  readonly shown: Severity | 'off'
  /** How many findings it has now. */
  readonly found: number
}

/** Which rules are listed. */
export const RULE_FILTERS = { all: 'All rules', found: 'With findings', own: 'Set in this design', off: 'Not checked' } as const

/** Which rules are listed. */
export type RuleFilter = keyof typeof RULE_FILTERS

const isListed = ({ own, shown, found }: RuleRow, filter: RuleFilter) => filter === 'all' || (filter === 'found' ? found > 0 : filter === 'own' ? own !== undefined : shown === 'off')
const textOf = ({ id, catalogue, alsoCovers = [], title, why, remedy }: Rule) => [id, catalogue, ...alsoCovers, title, why, remedy].join(' ')

/** All rules by family as a design's settings have them: those that match. */
export function ruleRows({ profile, severities }: ReviewSettings, findings: readonly Finding[], sought: string, filter: RuleFilter): Grouped<RuleRow>[] {
  const found = new Map<string, number>()
  for (const { rule } of findings) found.set(rule, (found.get(rule) ?? 0) + 1)
  const rowOf = (rule: Rule): RuleRow => {
    const own = severities.get(rule.id)
    return { id: rule.id, rule, own, shown: own ?? (isInProfile(rule, profile) ? rule.severity : 'off'), found: found.get(rule.id) ?? 0 }
  }
  return Object.entries(FAMILIES).flatMap(([family, rules]) => {
    const items = rules.filter((rule) => holdsWords(textOf(rule), sought)).map(rowOf).filter((row) => isListed(row, filter))
    return items.length === 0 ? [] : [{ label: FAMILY_LABELS[family] ?? family, items }]
  })
}
