import type { Pattern } from '../../../shared/patterns/index.ts'
import type { Simulation } from '../../../shared/simulation/index.ts'
import { verdictText } from './simulation.ts'
import { table } from './table.ts'
import { wrap } from './wrap.ts'

function patternText({ id, title, figures, useCase, advantages, limitations }: Pattern, width: number): string {
  const shown = figures.length === 0 ? '' : ` (${figures.join(', ')})`
  return `${wrap(`${id}: ${title}${shown}`, width, '  ')}\n${table([['use', useCase], ['for', advantages], ['against', limitations]], { indent: '  ', width })}`
}

/** Every pattern with its title and figures, and what speaks for it and against it. */
export function patternsText(patterns: readonly Pattern[], width: number): string {
  return patterns.map((pattern) => patternText(pattern, width)).join('\n\n')
}

/** A pattern with what must hold in it, and what alone breaks that. */
export function judgedPatternText(pattern: Pattern, simulation: Simulation, width: number): string {
  const verdicts = simulation.verdicts().filter(({ suggested }) => !suggested)
  return [patternText(pattern, width), ...verdicts.map((verdict) => verdictText(simulation, verdict, { withPairs: false, failed: [] }, width))].join('\n\n')
}
