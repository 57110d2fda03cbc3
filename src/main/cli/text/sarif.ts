import { indexOf } from '../../../shared/document/query.ts'
import type { Design } from '../../../shared/document/design.ts'
import { type Finding, RULES, type Severity } from '../../../shared/rules/index.ts'
import { settingsOf } from '../../../shared/rules/settings.ts'
import { nameOfId } from './names.ts'
import { settingsWords, untilWords } from './settings.ts'

/** Advice is what SARIF calls a note. */
const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', advice: 'note' }

/** Where each resource stands in the text of a design file: lines from 1, by id. Found in one pass; a file that is one line has no more to tell. */
export function linesOfResources(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>()
  for (const [at, line] of text.split('\n').entries()) {
    const id = /^\s*"([a-z][a-z0-9-]*:[^"]+)"\s*:\s*\{/.exec(line)?.[1]
    // Placements and other parts repeat the ids of resources, so the first place counts.
    if (id !== undefined && !lines.has(id)) lines.set(id, at + 1)
  }
  return lines
}

/** What a review of one file found, as SARIF 2.1.0. What a rule could not tell is of kind "review"; waived findings are suppressed. */
export function sarif(design: Design, findings: readonly Finding[], { uri, lines, version }: { readonly uri: string; readonly lines: ReadonlyMap<string, number>; readonly version: string }): unknown {
  const index = indexOf(design)
  const settings = settingsOf(design)
  const rules = RULES.filter(({ id }) => settings.severities.has(id) || findings.some(({ rule }) => rule === id))
  const location = (id: Finding['resources'][number]) => {
    const startLine = lines.get(id)
    return {
      physicalLocation: { artifactLocation: { uri }, ...(startLine === undefined ? {} : { region: { startLine } }) },
      logicalLocations: [{ name: nameOfId(index, id), fullyQualifiedName: id, kind: 'resource' }],
    }
  }
  const results = findings.map(({ rule, severity, verdict, message, resources: [blamed, ...others], field, waiver, expiredWaiver }) => ({
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    kind: verdict === 'cannot-tell' ? 'review' : 'fail',
    level: verdict === 'cannot-tell' ? 'none' : LEVELS[severity],
    message: { text: message },
    locations: blamed === undefined ? [] : [location(blamed)],
    relatedLocations: others.map((id, at) => ({ id: at, ...location(id) })),
    partialFingerprints: { 'causeway/v1': [rule, blamed ?? '', field ?? '', ...others].join('|') },
    ...(waiver ? { suppressions: [{ kind: 'external', status: 'accepted', justification: `${waiver.author}: ${waiver.reason}${untilWords(waiver)}` }] } : {}),
    ...(expiredWaiver ? { properties: { expiredWaiver: { author: expiredWaiver.author, reason: expiredWaiver.reason, expires: expiredWaiver.expires } } } : {}),
  }))
  const driver = {
    name: 'Causeway',
    version,
    rules: rules.map(({ id, title, why, remedy, severity, catalogue }) => ({ id, shortDescription: { text: title }, fullDescription: { text: why }, help: { text: remedy }, defaultConfiguration: { level: LEVELS[severity] }, properties: { catalogue } })),
  }
  const overrides = [...settings.severities].map(([id, severity]) => ({ descriptor: { id }, configuration: severity === 'off' ? { enabled: false } : { level: LEVELS[severity] } }))
  const invocation = { executionSuccessful: true, ...(overrides.length === 0 ? {} : { ruleConfigurationOverrides: overrides }), properties: Object.fromEntries(settingsWords(settings)) }
  return { version: '2.1.0', $schema: 'https://json.schemastore.org/sarif-2.1.0.json', runs: [{ tool: { driver }, invocations: [invocation], results }] }
}
