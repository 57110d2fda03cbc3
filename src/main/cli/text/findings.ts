import type { Design } from '../../../shared/document/design.ts'
import { indexOf } from '../../../shared/document/query.ts'
import { type Finding, RULES, type Severity } from '../../../shared/rules/index.ts'
import { settingsOf } from '../../../shared/rules/settings.ts'
import { nameOfId } from './names.ts'
import { settingsWords, waiverWords } from './settings.ts'
import { count, table } from './table.ts'

function detailsOf(design: Design, finding: Finding): string[][] {
  const index = indexOf(design)
  const [blamed, ...others] = finding.resources.map((id) => nameOfId(index, id))
  const field = finding.field === undefined ? '' : `, ${finding.field}`
  return [
    ...(blamed === undefined ? [] : [['at', blamed + field]]),
    ...(others.length === 0 ? [] : [['with', others.join(', ')]]),
    ...finding.evidence.map(({ what, value }, position) => [position === 0 ? 'because' : '', `${what}: ${value}`]),
    ...RULES.filter(({ id }) => id === finding.rule).map(({ remedy }) => ['remedy', remedy]),
    ...waiverDetails(finding),
    ...finding.fixes.map(({ label }, position) => [position === 0 ? 'fix' : '', label]),
  ]
}

function waiverDetails(finding: Finding): string[][] {
  const words = waiverWords(finding)
  return words === undefined ? [] : [['waived', words]]
}

function findingText(design: Design, finding: Finding, number: number, width: number): string {
  const doubt = (finding.verdict === 'cannot-tell' ? ' (cannot tell)' : '') + (finding.waiver ? ' (waived)' : '')
  return [
    table([[finding.severity.padEnd(7), finding.message + doubt]], { indent: '', width }),
    table(detailsOf(design, finding), { indent: '         ', width }),
    `         ${finding.rule} (${finding.catalogue}), finding ${number}`,
  ].join('\n')
}

/** All findings for people, the worst first, with the sum at the end. */
export function findingsText(design: Design, findings: readonly Finding[], summary: Readonly<Record<Severity, number>>, width: number): string {
  const order: readonly Severity[] = ['error', 'warning', 'advice']
  const sorted = order.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
  const total = summary.error + summary.warning + summary.advice
  const sum = `${count(summary.error, 'error')}, ${count(summary.warning, 'warning')}, ${summary.advice} advice`
  const waived = findings.filter(({ waiver }) => waiver !== undefined).length
  const hidden = total - (findings.length - waived)
  const end = total === 0 && waived === 0 ? 'Nothing found: no errors, no warnings, no advice.' : sum + (waived === 0 ? '' : `, ${waived} waived`) + (hidden === 0 ? '' : ` (${hidden} not listed)`)
  const settings = settingsWords(settingsOf(design)).map(([name, words]) => [name, words])
  const own = settings.length === 0 ? [] : [`Set in this design\n${table(settings, { indent: '  ', width })}`]
  return [...sorted.map((finding, at) => findingText(design, finding, at + 1, width)), ...own, end].join('\n\n')
}
