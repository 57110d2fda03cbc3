import type { Design } from '../document/design.ts'
import { indexOf } from '../document/query.ts'
import type { Simulation } from '../simulation/index.ts'
import type { ElementId } from '../simulation/types.ts'
import { RULES } from './registry.ts'
import type { Finding, Report, Rule, RuleContext, Severity } from './rule.ts'

export { RULES } from './registry.ts'
export type { Evidence, Finding, Fix, Rule, RuleContext, Severity, Verdict } from './rule.ts'

/** Severities, worst first: the order of findings. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'advice']

/** The text of a message with its `{slot}`s filled in; a slot without a value stays as it is. */
export function fillSlots(text: string, slots: Report['slots']): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => (Object.hasOwn(slots, name) ? String(slots[name]) : hole))
}

/** What a rule has to say about a design, in the order it says it. */
export function checkRule(rule: Rule, context: RuleContext): Finding[] {
  return [...rule.check(context)].map((report) => ({
    rule: rule.id,
    catalogue: rule.catalogue,
    severity: report.severity ?? rule.severity,
    verdict: report.verdict ?? 'violated',
    message: fillSlots(rule.messages[report.message] ?? report.message, report.slots),
    resources: [...new Set(report.resources)],
    ...(report.field === undefined ? {} : { field: report.field }),
    evidence: report.evidence ?? [],
    fixes: report.fixes ?? [],
  }))
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

/** Everything the rules have to say about a design, with some elements down; worst first, then by rule and resource. Only accepted intents count. */
export function checkDesign(design: Design, simulation: Simulation, failed: readonly ElementId[] = []): Finding[] {
  const intents = Object.values(design.intents)
    .filter((intent) => intent.status === 'accepted')
    .sort((a, b) => compareText(a.id, b.id))
  const context: RuleContext = { index: indexOf(design), simulation, intents, failed }
  return RULES.flatMap((rule) => checkRule(rule, context)).sort(compareFindings)
}
