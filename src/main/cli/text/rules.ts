import { CATALOGUE, NOT_CHECKED } from '../../../shared/rules/catalogue.ts'
import type { Example, Examples } from '../../../shared/rules/example.ts'
import { EXAMPLES } from '../../../shared/rules/examples.ts'
import { RULES } from '../../../shared/rules/index.ts'
import { coverage, type Entry } from '../../../shared/rules/reference.ts'
import { FAMILIES } from '../../../shared/rules/registry.ts'
import { count, table } from './table.ts'

/** How much of the catalogue is answered, in a sentence. */
export function coverageText(): string {
  const { implemented, sometimesCannotTell, cannotTell, notChecked } = coverage(EXAMPLES)
  return `${count(RULES.length, 'rule')}. Of ${CATALOGUE.length} catalogue entries ${implemented} are implemented (${sometimesCannotTell} of them also answer "cannot tell"), ${cannotTell} can only be answered "cannot tell"; ${notChecked} are not checked.`
}

/** All rules by family, and what is not checked. */
export function rulesText(width: number): string {
  const families = Object.entries(FAMILIES).filter(([, rules]) => rules.length > 0)
  const parts = families.map(([family, rules]) => `${family}\n${table(rules.map(({ id, severity, catalogue, title }) => [id, severity, catalogue, title]), { indent: '  ', width })}`)
  const reasons = Object.entries(NOT_CHECKED)
  const gaps = reasons.length === 0 ? [] : [`not checked\n${table(reasons.map(([entry, reason]) => [entry, reason]), { indent: '  ', width })}`]
  return [...parts, ...gaps, coverageText()].join('\n\n')
}

const named = (name: string, lines: readonly string[]): string[][] => lines.map((line, at) => [at === 0 ? name : '', line])

function exampleRows({ verdict, severity, message, evidence, fixes }: Example): string[][] {
  const name = verdict === 'violated' ? 'example' : 'cannot tell'
  return named(name, [`"${message}" (${severity})`, ...evidence.map((one) => `- ${one}`), ...(fixes.length > 0 ? [`fixes: ${fixes.join('; ')}`] : [])])
}

/** One rule in full: its entry of the reference. */
export function ruleText(entry: Entry, examples: Examples, width: number): string {
  const after = entry.after === 'every-error' ? ['where an error says why'] : entry.after.length > 0 ? [`where one of these reports the cause: ${entry.after.join(', ')}`] : []
  const rows = [
    ['severity', entry.severity],
    ['catalogue', entry.catalogue.join(', ')],
    ['applies to', entry.appliesTo.join(', ')],
    ['profiles', entry.profiles.join(', ')],
    ['why', entry.why],
    ['remedy', entry.remedy],
    ...named('says', Object.values(entry.messages)),
    ...examples.flatMap(exampleRows),
    ...named('silent', after),
    ...named('facts', entry.sources.flatMap(({ fact, checked, pages }) => [`${fact} (checked ${checked})`, ...pages.map((page) => `  ${page}`)])),
  ]
  return `${entry.id}: ${entry.title}\n${table(rows, { indent: '  ', width })}`
}
