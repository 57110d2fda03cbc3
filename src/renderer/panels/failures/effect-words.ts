import type { Effect } from '../../../shared/simulation/impact/effect.ts'
import type { Glyph } from '../../controls/glyphs.ts'
import type { Analysis } from '../../worker/index.ts'

/** The sign beside an effect's word. */
export const EFFECT_GLYPHS: Readonly<Record<Effect, Glyph>> = {
  broken: 'error',
  'cannot-tell': 'unsure',
  'endpoint-lost': 'power',
  healed: 'good',
  rerouted: 'route',
  unaffected: 'check',
}

const SENTENCE: readonly (readonly [Effect, string])[] = [
  ['broken', 'broken'],
  ['cannot-tell', 'cannot be told'],
  ['endpoint-lost', 'without an endpoint'],
  ['rerouted', 'rerouted'],
  ['healed', 'working only now'],
]

/** How many intents, suggested ones included, the state of failure touches, in words; undefined while nothing is down. */
export function effectCounts(analysis: Analysis | undefined): string | undefined {
  if (!analysis || analysis.failed.length === 0) return undefined
  const effects = [...analysis.effects.values()].map(({ effect }) => effect)
  const parts = SENTENCE.flatMap(([effect, words]) => {
    const count = effects.filter((other) => other === effect).length
    return count === 0 ? [] : [`${count} ${words}`]
  })
  const total = `${analysis.verdicts.length} ${analysis.verdicts.length === 1 ? 'intent' : 'intents'}`
  return parts.length === 0 ? (analysis.verdicts.length === 1 ? 'The intent is not affected.' : `None of ${total} is affected.`) : `Of ${total}: ${parts.join(', ')}.`
}
