import type { Waiver } from '../../../shared/document/review.ts'
import { PROFILE_LABELS } from '../../../shared/rules/profiles.ts'
import type { Finding } from '../../../shared/rules/index.ts'
import type { ReviewSettings } from '../../../shared/rules/settings.ts'

/** Until when a waiver lasts, as the end of a sentence; empty where it has no end. */
export const untilWords = ({ expires }: Waiver): string => (expires === undefined ? '' : `, until ${expires}`)

/** Who lives with a finding, and why; or whose waiver has run out; undefined where nobody does. */
export function waiverWords({ waiver, expiredWaiver }: Finding): string | undefined {
  if (waiver) return `${waiver.author}: ${waiver.reason}${untilWords(waiver)}`
  return expiredWaiver ? `no longer: the waiver of ${expiredWaiver.author} ran out on ${expiredWaiver.expires}` : undefined
}

/** What a design's own settings make of its review, by name; empty where everything is as Causeway has it. */
export function settingsWords({ profile, severities, recorded }: ReviewSettings): readonly (readonly [name: string, words: string])[] {
  return [
    ...(profile === 'everything' ? [] : [['profile', PROFILE_LABELS[profile]] as const]),
    ...(severities.size === 0 ? [] : [['severities', [...severities].map(([rule, severity]) => `${rule}: ${severity}`).join(', ')] as const]),
    ...(recorded.size === 0 ? [] : [['quotas', [...recorded].map(([name, { value }]) => `${name}: ${value}`).join(', ')] as const]),
  ]
}
