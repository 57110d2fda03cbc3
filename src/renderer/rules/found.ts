import { FAMILY_LABELS } from '../../shared/rules/families.ts'
import { FAMILIES } from '../../shared/rules/registry.ts'
import type { Rule } from '../../shared/rules/rule.ts'

/** Rules under the name of their family. */
export interface RuleGroup {
  readonly title: string
  readonly rules: readonly Rule[]
}

const textOf = ({ id, title, catalogue, alsoCovers = [], severity, why, remedy, sources }: Rule, family: string): string =>
  [id, title, catalogue, ...alsoCovers, severity, family, why, remedy, ...sources.map(({ fact }) => fact)].join(' ').toLowerCase()

/** The rules that contain every word of the text, by family. */
export function foundRules(text: string): readonly RuleGroup[] {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '')
  return Object.entries(FAMILIES).flatMap(([family, rules]) => {
    const title = FAMILY_LABELS[family] ?? family
    const found = rules.filter((rule) => words.every((word) => textOf(rule, title).includes(word)))
    return found.length > 0 ? [{ title, rules: found }] : []
  })
}
