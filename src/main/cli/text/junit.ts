import type { Finding, Rule } from '../../../shared/rules/index.ts'
import type { ReviewSettings } from '../../../shared/rules/settings.ts'
import { settingsWords, waiverWords } from './settings.ts'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for XML; control characters that XML 1.0 does not know become spaces. */
const escape = (text: string) => [...text].map((char) => (char < ' ' && !['\n', '\t'].includes(char) ? ' ' : (ENTITIES[char] ?? char))).join('')

const waiverText = (finding: Finding) => {
  const words = waiverWords(finding)
  return words === undefined ? '' : ` (waived, ${words})`
}

const list = (findings: readonly Finding[]) => escape(findings.map((finding) => `${finding.severity}: ${finding.message}${waiverText(finding)}`).join('\n'))

function testcase(rule: Rule, findings: readonly Finding[]): string {
  const open = findings.filter(({ waiver }) => waiver === undefined)
  const errors = open.filter(({ severity, verdict }) => severity === 'error' && verdict === 'violated')
  const rest = findings.filter((finding) => !errors.includes(finding))
  const head = `    <testcase classname="${escape(rule.catalogue)}" name="${rule.id}"`
  const body = [
    ...(errors.length > 0 ? [`      <failure message="${escape(errors[0]?.message ?? '')}" type="error">${list(errors)}</failure>`] : []),
    ...(errors.length === 0 && open.length > 0 && open.every(({ verdict }) => verdict === 'cannot-tell') ? [`      <skipped message="${escape(open[0]?.message ?? '')}"/>`] : []),
    ...(rest.length > 0 ? [`      <system-out>${list(rest)}</system-out>`] : []),
  ]
  return body.length === 0 ? `${head}/>` : `${head}>\n${body.join('\n')}\n    </testcase>`
}

/** A review as JUnit XML: a test case for each rule, failed by errors alone; what it could not tell is skipped, waived findings pass. */
export function junit(name: string, rules: readonly Rule[], findings: readonly Finding[], settings: ReviewSettings): string {
  const properties = settingsWords(settings).map(([property, words]) => `      <property name="${property}" value="${escape(words)}"/>`)
  const cases = rules.map((rule) => testcase(rule, findings.filter((finding) => finding.rule === rule.id)))
  const count = (tag: string) => cases.filter((one) => one.includes(`<${tag} `)).length
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites tests="${cases.length}" failures="${count('failure')}" skipped="${count('skipped')}">`,
    `  <testsuite name="${escape(name)}" tests="${cases.length}" failures="${count('failure')}" skipped="${count('skipped')}">`,
    ...(properties.length === 0 ? [] : ['    <properties>', ...properties, '    </properties>']),
    ...cases,
    '  </testsuite>',
    '</testsuites>',
  ].join('\n')
}
