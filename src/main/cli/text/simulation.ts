import { indexOf } from '../../../shared/document/query.ts'
import type { Simulation } from '../../../shared/simulation/index.ts'
import type { ElementId, ElementKind, IntentVerdict } from '../../../shared/simulation/types.ts'
import { nameOfId } from './names.ts'
import { count, table } from './table.ts'

const MARKS = { true: '✓', false: '✗', null: '?' } as const

const wordsOf = (kind: ElementKind): string => kind.replaceAll('-', ' ').replace(/^(vpn|dx|isp|nat|wan)\b/, (word) => word.toUpperCase())

/** One intent: whether it holds, and what breaks it. */
export function verdictText(simulation: Simulation, verdict: IntentVerdict, withPairs: boolean, width: number): string {
  const { holds, statement, suggested, reason, singlePointsOfFailure, intent } = verdict
  const label = (id: ElementId): string => simulation.elements.find(({ element }) => element === id)?.label ?? id
  const pairs = withPairs ? simulation.pairs(intent) : []
  const lines = [table([[MARKS[`${holds}`], statement + (suggested ? ' (suggested)' : '')]], { indent: '', width })]
  if (reason !== undefined) lines.push(table([[reason]], { indent: '   ', width }))
  if (holds === true && singlePointsOfFailure.length === 0) lines.push('   survives the loss of any one element')
  if (singlePointsOfFailure.length > 0) {
    lines.push(`   ${count(singlePointsOfFailure.length, 'single point')} of failure`)
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
  return rows.length === 0 ? 'Nothing in the design can fail on its own.' : `What can fail (--fail of "causeway trace" takes these)\n${table(rows, { indent: '  ', width })}`
}

/** Verdicts for people, broken ones first, then what can fail. */
export function simulationText(simulation: Simulation, verdicts: readonly IntentVerdict[], withPairs: boolean, width: number): string {
  const rank = ({ holds, suggested }: IntentVerdict): number => (holds === false ? 0 : holds === null ? 2 : 4) + (suggested ? 1 : 0)
  const sorted = [...verdicts].sort((a, b) => rank(a) - rank(b))
  const broken = verdicts.filter(({ holds }) => holds === false).length
  const fragile = verdicts.filter(({ singlePointsOfFailure }) => singlePointsOfFailure.length > 0).length
  return [
    ...(sorted.length === 0 ? ['The design states no intent, and nothing in it suggests one.'] : sorted.map((verdict) => verdictText(simulation, verdict, withPairs, width))),
    elementsText(simulation, width),
    `${count(verdicts.length, 'intent')}: ${broken} broken, ${fragile} with a single point of failure`,
  ].join('\n\n')
}
