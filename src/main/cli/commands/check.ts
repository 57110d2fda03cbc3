import { answer, refuse } from '../../../shared/contract.ts'
import type { Design } from '../../../shared/document/design.ts'
import { PROFILES, type Profile } from '../../../shared/document/review.ts'
import { checkDesign, type Finding, RULES, SEVERITIES, type Severity } from '../../../shared/rules/index.ts'
import { isInProfile } from '../../../shared/rules/profiles.ts'
import { settingsOf } from '../../../shared/rules/settings.ts'
import { simulate } from '../../../shared/simulation/index.ts'
import { version } from '../../version.ts'
import type { Command, Output } from '../command.ts'
import { loadDesign, textOfDesign } from '../load-design.ts'
import { DESIGN_PLACE, JSON_OPTION } from '../options.ts'
import { findingsText } from '../text/findings.ts'
import { junit } from '../text/junit.ts'
import { linesOfResources, sarif } from '../text/sarif.ts'
import { settingsWords } from '../text/settings.ts'

const FORMATS = ['text', 'json', 'sarif', 'junit'] as const

/** The sum of what counts: waived findings do not. */
const summaryOf = (findings: readonly Finding[]): Record<Severity, number> => {
  const counted = (severity: Severity) => findings.filter((finding) => finding.waiver === undefined && finding.severity === severity).length
  return { error: counted('error'), warning: counted('warning'), advice: counted('advice') }
}

/** The design as another profile reviews it. */
function underProfile(design: Design, profile: string | undefined): Design {
  // One of the choices; the entry is what the window would write.
  return profile === undefined ? design : { ...design, review: { ...design.review, profile: { id: 'profile', profile: profile as Profile } } as Design['review'] & object }
}

/** `causeway check`: every finding of every rule. */
export const check: Command = {
  name: 'check',
  summary: 'Find what is wrong, fragile or could be better in a design.',
  places: DESIGN_PLACE,
  options: {
    'min-severity': { value: '<severity>', choices: SEVERITIES, help: 'list nothing milder: error, warning or advice (the default); the summary counts all' },
    profile: { value: '<profile>', choices: PROFILES, help: `review with other rules than the design asks for: ${PROFILES.join(', ')}` },
    format: { value: '<format>', choices: FORMATS, help: 'text (the default), json, sarif (2.1.0, for code review) or junit (XML, for CI)' },
    json: JSON_OPTION,
  },
  notes: ['Exit code 1 when a finding of severity error is there that nobody has waived.'],
  run: async (given, output) => {
    const [path = ''] = given.places
    const format = given.text('format') ?? (given.isSet('json') ? 'json' : 'text')
    if (given.isSet('json') && format !== 'json') return refuse('bad-use', '--json and --format say different things; leave one away')
    const loaded = await loadDesign(path, output)
    if (!loaded.ok) return loaded
    const design = underProfile(loaded.value, given.text('profile'))
    const all = checkDesign(design, simulate(design), { today: new Date().toISOString().slice(0, 10) })
    const least = SEVERITIES.indexOf((given.text('min-severity') ?? 'advice') as Severity) // one of the choices
    const findings = all.filter(({ severity }) => SEVERITIES.indexOf(severity) <= least)
    output.print(await inFormat(format, { path, design, findings, summary: summaryOf(all), output }))
    return answer(summaryOf(all).error > 0 ? 1 : 0)
  },
}

interface Reviewed {
  readonly path: string
  readonly design: Design
  readonly findings: readonly Finding[]
  readonly summary: Readonly<Record<Severity, number>>
  readonly output: Output
}

async function inFormat(format: string, { path, design, findings, summary, output }: Reviewed): Promise<string> {
  switch (format) {
    case 'json':
      return JSON.stringify({ findings, summary, settings: Object.fromEntries(settingsWords(settingsOf(design))) }, null, 2)
    case 'sarif': {
      const text = await textOfDesign(path)
      return JSON.stringify(sarif(design, findings, { uri: path.replaceAll('\\', '/'), lines: linesOfResources(text ?? ''), version }), null, 2)
    }
    case 'junit': {
      const settings = settingsOf(design)
      const { profile, severities } = settings
      return junit(design.name, RULES.filter((rule) => severities.get(rule.id) !== 'off' && (severities.has(rule.id) || isInProfile(rule, profile))), findings, settings)
    }
    default:
      return findingsText(design, findings, summary, output.width)
  }
}
