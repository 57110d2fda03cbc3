import type { Reported } from './check.ts'

const isError = ({ rule, report }: Reported) => rule.after !== 'every-error' && (report.severity ?? rule.severity) === 'error'

/** The reports without those that a rule named in `after` explains: it blames a resource that they speak of, or names an intent that they name. */
export function withoutConsequences(reports: readonly Reported[]): readonly Reported[] {
  /** What each rule blames and names, and what any error speaks of. What a rule could not tell explains nothing. */
  const explained = new Map<string, Set<string>>()
  const errors = new Set<string>()
  for (const reported of reports) {
    const { rule, report } = reported
    if (report.verdict === 'cannot-tell') continue
    const intents = report.intents ?? []
    const own = explained.get(rule.id) ?? new Set()
    explained.set(rule.id, own)
    for (const one of [report.resources[0], ...(report.explains ?? []), ...intents]) own.add(one)
    if (isError(reported)) for (const one of [...report.resources, ...intents]) errors.add(one)
  }
  return reports.filter(({ rule: { after }, report: { resources, intents = [], places = [] } }) => {
    if (after === 'every-error') return ![...places, ...intents].some((one) => errors.has(one))
    return !after?.some((cause) => [...resources, ...intents].some((one) => explained.get(cause)?.has(one)))
  })
}
