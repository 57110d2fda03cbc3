import { definitionOf } from '../../../shared/model/index.ts'
import { CATALOGUE, NOT_CHECKED } from '../../../shared/rules/catalogue.ts'
import { type Rule, RULES } from '../../../shared/rules/index.ts'
import { FAMILIES } from '../../../shared/rules/registry.ts'
import { count, table } from './table.ts'

const coveredBy = (rules: readonly Rule[]) => rules.flatMap(({ catalogue, alsoCovers = [] }) => [catalogue, ...alsoCovers]).filter((entry) => CATALOGUE.includes(entry))

/** All rules by family, and what is not checked. */
export function rulesText(width: number): string {
  const families = Object.entries(FAMILIES).filter(([, rules]) => rules.length > 0)
  const parts = families.map(([family, rules]) => `${family}\n${table(rules.map(({ id, severity, catalogue, title }) => [id, severity, catalogue, title]), { indent: '  ', width })}`)
  const reasons = Object.entries(NOT_CHECKED)
  const gaps = reasons.length === 0 ? [] : [`not checked\n${table(reasons.map(([entry, reason]) => [entry, reason]), { indent: '  ', width })}`]
  return [...parts, ...gaps, `${count(RULES.length, 'rule')} for ${coveredBy(RULES).length} of ${CATALOGUE.length} catalogue entries; ${reasons.length} not checked.`].join('\n\n')
}

/** One rule in full. */
export function ruleText(rule: Rule, width: number): string {
  const rows = [
    ['severity', rule.severity],
    ['catalogue', [rule.catalogue, ...(rule.alsoCovers ?? [])].join(', ')],
    ['applies to', rule.appliesTo.map((kind) => definitionOf(kind).label).join(', ')],
    ['profiles', ['everything', ...(rule.severity === 'error' ? ['aws-refuses'] : []), ...(rule.profiles ?? [])].join(', ')],
    ['why', rule.why],
    ['remedy', rule.remedy],
    ...Object.values(rule.messages).map((text, at) => [at === 0 ? 'says' : '', text]),
    ['facts', rule.sources.map(({ fact, checked }) => `${fact} (checked ${checked})`).join(', ')],
  ]
  return `${rule.id}: ${rule.title}\n${table(rows, { indent: '  ', width })}`
}
