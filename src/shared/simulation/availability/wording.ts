import type { Interval } from './estimate.ts'
import type { Failover } from './failovers.ts'
import type { Reliability } from './reliability.ts'

/** A share of 1 as a percentage with two significant digits of what is missing to 100 %: `99.95 %`, `99.35 %`, `99.9995 %`. */
export function percentText(share: number): string {
  if (share >= 1) return '100 %'
  const digits = Math.min(9, Math.max(1, Math.ceil(-Math.log10(1 - share)) - 1))
  return `${(share * 100).toFixed(digits).replace(/\.?0+$/, '')} %`
}

/** Minutes as people say them: `0.04 min`, `21.6 min`, `3 h 36 min`. */
export function minutesText(minutes: number): string {
  if (minutes === 0) return '0 min'
  if (minutes < 0.01) return 'under 0.01 min'
  if (minutes < 10) return `${minutes.toFixed(2)} min`
  if (minutes < 120) return `${minutes.toFixed(1)} min`
  const whole = Math.round(minutes)
  return `${Math.floor(whole / 60)} h ${whole % 60} min`
}

/** Both ends of an interval in words; one where they read the same. */
export function intervalText({ lower, upper }: Interval, text: (value: number) => string): string {
  const [low, high] = [text(lower), text(upper)]
  return low === high ? low : `${low} to ${high}`
}

/** What failovers cost, in one sentence; undefined when no mean times are stated that would tell. */
export function failoverText(failovers: readonly Failover[]): string | undefined {
  const known = failovers.flatMap(({ minutesPerMonth }) => minutesPerMonth ?? [])
  const untold = failovers.filter(({ minutesPerMonth }) => minutesPerMonth === undefined).map(({ label }) => label)
  const parts = [
    ...(known.length > 0 ? [`changes to another way cost ${minutesText(known.reduce((sum, minutes) => sum + minutes, 0))} a month besides`] : []),
    ...(untold.length > 0 ? [`what the change costs when ${untold.join(', ')} fails cannot be told`] : []),
  ]
  return parts.length === 0 ? undefined : parts.join('; ')
}

const GRADES: Readonly<Record<Reliability['grade'], string>> = {
  stated: 'your figure',
  documented: 'AWS commitment',
  historical: 'AWS commitment of an earlier text',
  'third-party': 'AWS commitment, read second hand',
  'tool-assumption': "Causeway's planning value",
  included: 'included elsewhere',
  none: 'no figure',
}

/** How far a figure can be trusted, in words. */
export const gradeText = (grade: Reliability['grade']): string => GRADES[grade]
