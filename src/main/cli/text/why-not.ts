import type { Alternative, WhyNot } from '../../../shared/simulation/why-not/types.ts'
import { answerWords, limitWords } from '../../../shared/simulation/why-not/words.ts'
import { table } from './table.ts'
import { wrap } from './wrap.ts'

function alternativeText({ changes }: Alternative, position: number, isOnly: boolean, width: number): string {
  const lead = isOnly ? '' : `${position + 1}`.padStart(2)
  return table(changes.map(({ words }, number) => [number === 0 ? lead : '  ', `- ${words}`]), { indent: '', width })
}

/** What would let a flow through, for people: how much it takes, then each way as a list of changes. */
export function whyNotText(answer: WhyNot, width: number): string {
  const { alternatives, limit } = answer
  const isOnly = alternatives.length === 1
  return [
    wrap(answerWords(answer), width, ''),
    ...(limit ? [wrap(`${limitWords(limit)} [${limit.fact}]`, width, '')] : []),
    ...alternatives.map((alternative, position) => alternativeText(alternative, position, isOnly, width)),
  ].join('\n\n')
}
