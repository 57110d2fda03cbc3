import type { Limit, WhyNot } from './types.ts'

const changes = (number: number): string => `${number} ${number === 1 ? 'change' : 'changes'}`

/** The answer in one sentence: how much it takes, or why nothing can be said. */
export function answerWords({ outcome, reason, alternatives, isSmallest, tried, triedUpTo }: WhyNot): string {
  const size = alternatives[0]?.changes.length ?? 0
  const searched = `${tried} designs were simulated, among them every set of up to ${changes(triedUpTo)} (a new connection counts as three)`
  switch (outcome) {
    case 'works':
      return 'It gets through as it is.'
    case 'changes':
      if (!isSmallest) return `${changes(size)} would let it through, perhaps fewer: ${searched}.`
      return alternatives.length === 1 ? `${changes(size)} would let it through, no fewer.` : `${changes(size)} would let it through, no fewer; there are ${alternatives.length} ways.`
    case 'none':
      if (tried === 0) return `No change that is known here would help: ${reason}.`
      return `None of the changes that are known here lets it through, nor any set of them: ${searched}.`
    case 'cannot-tell':
      return tried === 0 ? `Cannot tell: ${reason}.` : `Cannot tell: ${searched}, and none lets it through.`
  }
}

/** What AWS does not do on the flow's way, and what could carry it instead. */
export const limitWords = ({ why, instead }: Limit): string => `${why} What could carry it: ${instead}.`
