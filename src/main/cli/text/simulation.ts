import { indexOf } from '../../../shared/document/query.ts'
import { effectOnIntent } from '../../../shared/simulation/impact/state-of-failure.ts'
import { effectText, effectTitle, worthText } from '../../../shared/simulation/impact/wording.ts'
import type { Simulation } from '../../../shared/simulation/index.ts'
import type { ElementId, ElementKind, IntentVerdict } from '../../../shared/simulation/types.ts'
import { nameOfId } from './names.ts'
import { count, table } from './table.ts'

const MARKS = { true: '✓', false: '✗', null: '?' } as const

const wordsOf = (kind: ElementKind): string => kind.replaceAll('-', ' ').replace(/^(vpn|dx|isp|nat|wan)\b/, (word) => word.toUpperCase())

/** The state that verdicts are about, and whether pairs of failures are wanted. */
export interface Judged {
  readonly withPairs: boolean
  readonly failed: readonly ElementId[]
}

/** One intent: whether it holds, and what breaks it (next). */
export function verdictText(simulation: Simulation, verdict: IntentVerdict, { withPairs, failed }: Judged, width: number): string {
  const { holds, statement, suggested, reason, endpointLost, singlePointsOfFailure, intent } = verdict
  const label = (id: ElementId): string => simulation.elements.find(({ element }) => element === id)?.label ?? id
  const pairs = withPairs ? simulation.pairs(intent, failed) : []
  const lines = [table([[endpointLost === 'all' ? '–' : MARKS[`${holds}`], statement + (suggested ? ' (suggested)' : '')]], { indent: '', width })]
  if (reason !== undefined) lines.push(table([[reason]], { indent: '   ', width }))
  const effect = failed.length === 0 ? undefined : effectOnIntent(simulation, intent, failed)
  if (effect && holds === true && effectText(effect) !== '') lines.push(table([[effectTitle(effect).toLowerCase(), [effectText(effect), worthText(effect)].filter((text) => text !== undefined).join('. ')]], { indent: '   ', width }))
  if (holds === true && singlePointsOfFailure.length === 0) lines.push(failed.length === 0 ? '   survives the loss of any one element' : '   survives the loss of any one more')
  if (singlePointsOfFailure.length > 0) {
    lines.push(failed.length === 0 ? `   ${count(singlePointsOfFailure.length, 'single point')} of failure` : `   ${count(singlePointsOfFailure.length, 'element')} that would break it next`)
    lines.push(table(singlePointsOfFailure.map(({ element, kind, consequence }) => [wordsOf(kind), label(element), consequence]), { indent: '     ', width }))
  }
  if (pairs.length > 0) {
    lines.push(`   ${count(pairs.length, 'pair')} that break it together`)
    lines.push(table(pairs.map(({ elements: [first, second], consequence }) => [label(first), `+ ${label(second)}`, consequence]), { indent: '     ', width }))
  }
  return lines.join('\n')
}

function elementsText(simulation: Simulation, width: number): string {
  const index = indexOf(simulation.design)
  const rows = simulation.elements.map(({ element, kind, label, resource }) => [wordsOf(kind), resource === undefined || kind === 'vpn-tunnel' ? label : nameOfId(index, resource), element])
  return rows.length === 0 ? 'Nothing in the design can fail on its own.' : `What can fail (--fail takes these)\n${table(rows, { indent: '  ', width })}`
}

/** Verdicts for people, broken ones first, then what can fail. */
export function simulationText(simulation: Simulation, verdicts: readonly IntentVerdict[], judged: Judged, width: number): string {
  const rank = ({ holds, suggested }: IntentVerdict): number => (holds === false ? 0 : holds === null ? 2 : 4) + (suggested ? 1 : 0)
  const sorted = [...verdicts].sort((a, b) => rank(a) - rank(b))
  const broken = verdicts.filter(({ holds }) => holds === false).length
  const fragile = verdicts.filter(({ singlePointsOfFailure }) => singlePointsOfFailure.length > 0).length
  const down = simulation.elements.filter(({ element }) => judged.failed.includes(element)).map(({ label }) => label)
  return [
    ...(down.length > 0 ? [`With ${down.join(', ')} down`] : []),
    ...(sorted.length === 0 ? ['The design states no intent, and nothing in it suggests one.'] : sorted.map((verdict) => verdictText(simulation, verdict, judged, width))),
    elementsText(simulation, width),
    `${count(verdicts.length, 'intent')}: ${broken} broken, ${fragile} with a single point of failure`,
  ].join('\n\n')
}
