import { type Effect, EFFECTS, type FlowsEffect } from '../../../shared/simulation/impact/effect.ts'
import { detourOf, qualityChanges, qualityWords, type Way } from '../../../shared/simulation/impact/way.ts'
import type { Glyph } from '../../controls/glyphs.ts'
import type { Analysis } from '../../worker/index.ts'

/** What a failure does, in a word. */
export const EFFECT_WORDS: Readonly<Record<Effect, string>> = {
  broken: 'Broken',
  'cannot-tell': 'Cannot tell',
  'endpoint-lost': 'Endpoint lost',
  healed: 'Works now',
  rerouted: 'Rerouted',
  unaffected: 'Unaffected',
}

/** The sign beside the word. */
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

/** How many accepted and suggested intents the state of failure touches, in words. */
export function effectCounts(analysis: Analysis | undefined): string | undefined {
  if (!analysis || analysis.failed.length === 0) return undefined
  const effects = [...analysis.effects.values()].map(({ effect }) => effect)
  const parts = SENTENCE.flatMap(([effect, words]) => {
    const count = effects.filter((other) => other === effect).length
    return count === 0 ? [] : [`${count} ${words}`]
  })
  const total = `${analysis.verdicts.length} ${analysis.verdicts.length === 1 ? 'intent' : 'intents'}`
  return parts.length === 0 ? `None of ${total} is affected.` : `Of ${total}: ${parts.join(', ')}.`
}

/** A way as one line. */
export function wayWords({ hops, reply }: Way): string {
  const back = reply === undefined ? '' : reply.length === 0 ? ' (no reply)' : ` (reply: ${reply.join(' › ')})`
  return `${hops.join(' › ')}${back}`
}

/** The effect a row is filed under: flows of which some lost an end count as such when nothing worse happens. */
export function filedUnder({ effect, flows }: FlowsEffect): Effect {
  return effect === 'unaffected' && flows['endpoint-lost'] > 0 ? 'endpoint-lost' : effect
}

/** The word of a row. */
export function effectTitle(effect: FlowsEffect): string {
  return effect.effect === 'unaffected' && effect.flows['endpoint-lost'] > 0 ? 'Some ends lost' : EFFECT_WORDS[effect.effect]
}

/** What happens, in one line: what takes over, or why nothing works. */
export function effectText({ effect, flows, witness }: FlowsEffect): string {
  const total = EFFECTS.reduce((sum, each) => sum + flows[each], 0)
  const share = flows[effect] === total ? '' : ` (${flows[effect]} of ${total} flows)`
  if (effect === 'unaffected') return `${flows['endpoint-lost']} of ${total} flows lose an end; the others go on as before`
  if (effect === 'endpoint-lost') return 'an end goes down itself: nothing is asked of it'
  if (!witness) return share.trim()
  if (effect === 'rerouted' && witness.before && witness.after) {
    const { ofReply, left, taken } = detourOf(witness.before, witness.after)
    const words = (hops: readonly string[]) => (hops.length === 0 ? 'directly' : hops.join(' › '))
    return `${ofReply ? 'reply: ' : ''}${words(left)} → ${words(taken)}${share}`
  }
  if (effect === 'healed' && witness.after) return `${wayWords(witness.after)}${share}`
  return `${witness.reason ?? ''}${share}`
}

/** What the way that takes over is worth: what changes, else that nothing does. Undefined where nothing takes over. */
export function worthText({ effect, witness }: FlowsEffect): string | undefined {
  if (effect !== 'rerouted' || !witness?.before || !witness.after) return undefined
  const changes = qualityChanges(witness.before, witness.after)
  return changes.length > 0 ? changes.join(' · ') : `Worth the same: ${qualityWords(witness.after.quality).join(', ')}`
}
