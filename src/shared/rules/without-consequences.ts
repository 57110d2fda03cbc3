import type { Reported } from './check.ts'

/**
 * The reports without those that a rule named in `after` explains: it blames a resource that they speak of, or names an intent that
 * they name. What a rule only could not tell explains nothing.
 */
export function withoutConsequences(reports: readonly Reported[]): readonly Reported[] {
  const causes = new Map<string, Set<string>>()
  for (const { rule, report } of reports) {
    if (report.verdict === 'cannot-tell') continue
    const explained = causes.get(rule.id) ?? new Set()
    explained.add(report.resources[0])
    for (const intent of report.intents ?? []) explained.add(intent)
    causes.set(rule.id, explained)
  }
  return reports.filter(({ rule, report }) => {
    const about = [...report.resources, ...(report.intents ?? [])]
    return !rule.after?.some((cause) => about.some((one) => causes.get(cause)?.has(one)))
  })
}
