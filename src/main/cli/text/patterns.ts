import type { Pattern } from '../../../shared/patterns/index.ts'
import { table } from './table.ts'
import { wrap } from './wrap.ts'

/** Every pattern with its title and figures, and what speaks for it and against it. */
export function patternsText(patterns: readonly Pattern[], width: number): string {
  return patterns
    .map(({ id, title, figures, useCase, advantages, limitations }) => {
      const shown = figures.length === 0 ? '' : ` (${figures.join(', ')})`
      return `${wrap(`${id}: ${title}${shown}`, width, '  ')}\n${table([['use', useCase], ['for', advantages], ['against', limitations]], { indent: '  ', width })}`
    })
    .join('\n\n')
}
