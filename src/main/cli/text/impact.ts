import type { BlastRadius } from '../../../shared/simulation/impact/blast-radius.ts'
import type { DoubleFailures } from '../../../shared/simulation/impact/double-failures.ts'
import type { FlowsEffect } from '../../../shared/simulation/impact/effect.ts'
import type { SingleFailures } from '../../../shared/simulation/impact/single-failures.ts'
import { effectText, effectTitle, worthText } from '../../../shared/simulation/impact/wording.ts'
import type { Simulation } from '../../../shared/simulation/index.ts'
import type { ElementId } from '../../../shared/simulation/types.ts'
import { count, table } from './table.ts'

/** What `simulate --impact` finds; as JSON it is this very object. */
export interface Impact {
  /** What was down before. */
  readonly failed: readonly ElementId[]
  readonly intents: readonly SingleFailures[]
  readonly pairs?: readonly DoubleFailures[]
  /** Those that take most down first. */
  readonly elements: readonly BlastRadius[]
  /** How many pairs of VPCs, sites and the internet can reach each other; null when there are too many ends to try. */
  readonly reachablePairs: number | null
}

const effectWords = (effect: FlowsEffect): string => [effectText(effect), worthText(effect)].filter((text) => text !== undefined && text !== '').join('. ')

function stateMark({ holds, endpointLost }: SingleFailures): string {
  return endpointLost === 'all' ? '–' : holds === null ? '?' : holds ? '✓' : '✗'
}

function intentText(row: SingleFailures, doubles: DoubleFailures | undefined, label: (element: ElementId) => string, width: number): string {
  const lines = [table([[stateMark(row), row.statement + (row.suggested ? ' (suggested)' : '')]], { indent: '', width })]
  if (!row.isTried) {
    lines.push(`   ${row.endpointLost === 'all' ? 'has lost its endpoints' : row.holds === false ? 'broken before anything fails' : 'has no endpoints'}: nothing further is tried`)
    return lines.join('\n')
  }
  if (row.effects.length > 0) lines.push(table(row.effects.map((effect) => [effectTitle(effect).toLowerCase(), label(effect.element), effectWords(effect)]), { indent: '   ', width }))
  lines.push(`   ${row.unaffected === 0 ? 'no other element can fail' : `${count(row.unaffected, 'other element')} ${row.unaffected === 1 ? 'changes' : 'change'} nothing`}`)
  if (doubles) {
    lines.push(doubles.effects.length === 0 ? '   No two together do more than the worse of them alone' : '   Two at once')
    if (doubles.effects.length > 0) lines.push(table(doubles.effects.map((effect) => [effectTitle(effect).toLowerCase(), label(effect.elements[0]), `+ ${label(effect.elements[1])}`, effectWords(effect)]), { indent: '     ', width }))
  }
  return lines.join('\n')
}

function rankingText(elements: readonly BlastRadius[], total: number | null, width: number): string {
  if (elements.length === 0) return 'No single failure takes anything down.'
  const head = ['element', 'intents broken', 'rerouted', 'endpoint lost', ...(total === null ? [] : [`pairs broken, of ${total}`]), 'id']
  const rows = elements.map(({ label, broken, rerouted, endpointLost, pairs, element }) => [label, `${broken.length}`, `${rerouted.length}`, `${endpointLost.length}`, ...(total === null ? [] : [`${pairs?.broken.length ?? 0}`]), element])
  return `What each failure takes down, worst first\n${table([head, ...rows], { indent: '  ', width })}`
}

/** What failures do, for people. */
export function impactText(simulation: Simulation, impact: Impact, width: number): string {
  const labels = new Map(simulation.elements.map(({ element, label }) => [element, label]))
  const label = (element: ElementId): string => labels.get(element) ?? element
  const fragile = impact.intents.filter(({ effects }) => effects.some(({ effect }) => effect === 'broken')).length
  return [
    ...(impact.failed.length > 0 ? [`With ${impact.failed.map(label).join(', ')} down already`] : []),
    ...impact.intents.map((row) => intentText(row, impact.pairs?.find(({ intent }) => intent === row.intent), label, width)),
    rankingText(impact.elements, impact.reachablePairs, width),
    ...(impact.reachablePairs === null ? ['Reachable pairs are not counted: the design has too many VPCs and sites to try all of them.'] : []),
    `${count(impact.intents.length, 'intent')}: ${fragile} that one more failure breaks`,
  ].join('\n\n')
}
