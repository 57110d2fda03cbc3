import { answer } from '../../../shared/contract.ts'
import { checkDesign, type Finding, SEVERITIES, type Severity } from '../../../shared/rules/index.ts'
import { simulate } from '../../../shared/simulation/index.ts'
import type { Command } from '../command.ts'
import { loadDesign } from '../load-design.ts'
import { DESIGN_PLACE, JSON_OPTION } from '../options.ts'
import { findingsText } from '../text/findings.ts'

const summaryOf = (findings: readonly Finding[]): Record<Severity, number> => ({
  error: findings.filter(({ severity }) => severity === 'error').length,
  warning: findings.filter(({ severity }) => severity === 'warning').length,
  advice: findings.filter(({ severity }) => severity === 'advice').length,
})

/** `causeway check`: every finding of every rule. */
export const check: Command = {
  name: 'check',
  summary: 'Find what is wrong, fragile or could be better in a design.',
  places: DESIGN_PLACE,
  options: {
    'min-severity': { value: '<severity>', choices: SEVERITIES, help: 'list nothing milder: error, warning or advice (the default); the summary counts all' },
    json: JSON_OPTION,
  },
  notes: ['Exit code 1 when a finding of severity error is there.'],
  run: async (given, output) => {
    const loaded = await loadDesign(given.places[0] ?? '', output)
    if (!loaded.ok) return loaded
    const design = loaded.value
    const all = checkDesign(design, simulate(design), { today: new Date().toISOString().slice(0, 10) })
    const least = SEVERITIES.indexOf((given.text('min-severity') ?? 'advice') as Severity) // one of the choices
    const findings = all.filter(({ severity }) => SEVERITIES.indexOf(severity) <= least)
    const summary = summaryOf(all)
    output.print(given.isSet('json') ? JSON.stringify({ findings, summary }, null, 2) : findingsText(design, findings, summary, output.width))
    return answer(summary.error > 0 ? 1 : 0)
  },
}
