import { type Effect, EFFECTS, type FlowsEffect } from './effect.ts'
import { detourOf, qualityChanges, qualityWords, type Way } from './way.ts'

/** What a failure does, in a word or two. */
export const EFFECT_WORDS: Readonly<Record<Effect, string>> = {
  broken: 'Broken',
  'cannot-tell': 'Cannot tell',
  'endpoint-lost': 'Endpoint lost',
  healed: 'Works now',
  rerouted: 'Rerouted',
  unaffected: 'Unaffected',
}

/** A way as one line. */
export function wayWords({ hops, reply }: Way): string {
  const back = reply === undefined ? '' : reply.length === 0 ? ' (no reply)' : ` (reply: ${reply.join(' › ')})`
  return `${hops.join(' › ')}${back}`
}

/** The effect that something is filed under: flows of which some lost an end count as such when nothing worse happens. */
export function filedUnder({ effect, flows }: FlowsEffect): Effect {
  return effect === 'unaffected' && flows['endpoint-lost'] > 0 ? 'endpoint-lost' : effect
}

/** What happens, in a word or two. */
export function effectTitle(effect: FlowsEffect): string {
  return filedUnder(effect) === effect.effect ? EFFECT_WORDS[effect.effect] : 'Some ends lost'
}

/** What happens, in one line: the part of the way that is left and the one taken instead, or why nothing works. */
export function effectText({ effect, flows, witness }: FlowsEffect): string {
  const total = EFFECTS.reduce((sum, each) => sum + flows[each], 0)
  const share = flows[effect] === total ? '' : ` (${flows[effect]} of ${total} flows)`
  if (effect === 'unaffected') return flows['endpoint-lost'] > 0 ? `${flows['endpoint-lost']} of ${total} flows lose an end; the others go on as before` : 'nothing changes'
  if (effect === 'endpoint-lost') return 'an end goes down itself: nothing is asked of it'
  if (effect === 'rerouted' && witness?.before && witness.after) {
    const { ofReply, left, taken } = detourOf(witness.before, witness.after)
    const words = (hops: readonly string[]) => (hops.length === 0 ? 'directly' : hops.join(' › '))
    return left.length === 0 && taken.length === 0 ? `the same places${share}` : `${ofReply ? 'reply: ' : ''}${words(left)} → ${words(taken)}${share}`
  }
  if (effect === 'healed' && witness?.after) return `${wayWords(witness.after)}${share}`
  return `${witness?.reason ?? ''}${share}`.trim()
}

/** What the way that takes over is worth: what changes, else that nothing does. Undefined where nothing takes over. */
export function worthText({ effect, witness }: FlowsEffect): string | undefined {
  if (effect !== 'rerouted' || !witness?.before || !witness.after) return undefined
  const changes = qualityChanges(witness.before, witness.after)
  return changes.length > 0 ? changes.join(' · ') : `Worth the same: ${qualityWords(witness.after.quality).join(', ')}`
}
