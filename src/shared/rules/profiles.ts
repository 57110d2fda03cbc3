import type { Profile } from '../document/review.ts'
import type { Rule } from './rule.ts'

/** What each profile is for. */
export const PROFILE_LABELS: Readonly<Record<Profile, string>> = {
  everything: 'Everything',
  'seed-caveats': 'Caveats of the connectivity options',
  'aws-refuses': 'What AWS refuses or cannot work',
  'resilience-99-9': 'Resilience, target 99.9 %',
  'resilience-99-99': 'Resilience, target 99.99 %',
  security: 'Security',
  cost: 'Cost',
}

/** True when a profile holds the rule: errors are what AWS refuses or cannot work; the higher resilience target includes the lower. */
export function isInProfile(rule: Rule, profile: Profile): boolean {
  if (profile === 'everything') return true
  if (profile === 'aws-refuses' && rule.severity === 'error') return true
  if (rule.profiles?.includes(profile)) return true
  return profile === 'resilience-99-99' && rule.profiles?.includes('resilience-99-9') === true
}
