import type { Design } from '../document/design.ts'
import type { Simulation } from '../simulation/index.ts'
import { Check, type Given, type Reported } from './check.ts'
import type { Finding, Report, Severity } from './rule.ts'
import { type ReviewSettings, severityUnder, underWaivers } from './settings.ts'
import { withoutConsequences } from './without-consequences.ts'

export { Check } from './check.ts'
export { RULES } from './registry.ts'
export type { Evidence, Finding, Fix, Rule, RuleContext, Severity, Verdict } from './rule.ts'

/** Severities, worst first: the order of findings. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'advice']

/** The text of a message with its `{slot}`s filled in; a slot without a value stays as it is. */
export function fillSlots(text: string, slots: Report['slots']): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => (Object.hasOwn(slots, name) ? String(slots[name]) : hole))
}

function findingOf({ rule, report }: Reported, settings: ReviewSettings, today: string | undefined): Finding[] {
  const severity = severityUnder(settings, rule, report.severity ?? rule.severity)
  if (severity === undefined) return []
  const finding: Finding = {
    rule: rule.id,
    catalogue: rule.catalogue,
    severity,
    verdict: report.verdict ?? 'violated',
    message: fillSlots(rule.messages[report.message] ?? report.message, report.slots),
    resources: [...new Set(report.resources)],
    ...(report.field === undefined ? {} : { field: report.field }),
    evidence: report.evidence ?? [],
    fixes: report.fixes ?? [],
    ...(report.intents === undefined ? {} : { intents: report.intents }),
  }
  return [underWaivers(settings, finding, today)]
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function compareFindings(a: Finding, b: Finding): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compareText(a.rule, b.rule) ||
    compareText(a.resources[0] ?? '', b.resources[0] ?? '') ||
    compareText(a.message, b.message)
  )
}

/** What a check means under the design's own settings: worst first, then by rule and resource; waived findings carry their waiver. */
export function findingsOf(check: Check, today?: string): Finding[] {
  return withoutConsequences(check.reports)
    .flatMap((reported) => findingOf(reported, check.settings, today))
    .sort(compareFindings)
}

/** Everything the rules have to say about a design, with some elements down. Only accepted intents count. */
export function checkDesign(design: Design, simulation: Simulation, given: Given = {}): Finding[] {
  return findingsOf(new Check(design, simulation, given), given.today)
}
