import { TIMERS, type TimerName } from '../../facts/timers.ts'
import type { IntentTimeline } from './timeline.ts'
import type { Segment, SegmentState } from './segments.ts'
import type { TimerUse } from './timers.ts'

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
] as const

/** Milliseconds as people say them: `0 s`, `0.9 s`, `1 min 35 s`, `4 h 30 s`. */
export function durationText(ms: number): string {
  const parts: string[] = []
  let left = ms
  for (const [unit, size] of UNITS) {
    if (left < size) continue
    parts.push(`${Math.floor(left / size)} ${unit}`)
    left %= size
  }
  if (left > 0 || parts.length === 0) parts.push(`${left / 1000} s`)
  return parts.join(' ')
}

const MILLISECONDS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, min: 60_000, h: 3_600_000, d: 86_400_000 }

/** Milliseconds of a time that a person typed (`4h`, `90 s`, `1.5 min`, `1 min 35 s`, `900ms`); undefined when it is none, or longer than a year. */
export function parseDuration(text: string): number | undefined {
  if (!/^(\s*\d{1,9}(\.\d{1,6})?\s*(ms|s|min|m|h|d)\b)+\s*$/.test(text)) return undefined
  let ms = 0
  for (const [, number, unit = ''] of text.matchAll(/([\d.]+)\s*([a-z]+)/g)) ms += Number(number) * (MILLISECONDS[unit] ?? Number.NaN)
  return ms <= 365 * 86_400_000 ? Math.round(ms) : undefined
}

const STATES: Readonly<Record<SegmentState, string>> = { works: 'works', lost: 'lost', 'ends-lost': 'its ends are down', 'cannot-tell': 'cannot tell' }

/** A segment in words, without its time: `works by d1, tunnel 1 of v1`. */
export function segmentText({ state, ways, isFirstWay, reason }: Segment): string {
  if (state === 'works' && ways.length === 0) return reason === undefined ? STATES.works : `works, by which way cannot be told: ${reason}`
  if (state === 'works') return `works by ${ways.join(' and by ')}${isFirstWay ? ' (as before)' : ''}`
  return reason === undefined ? STATES[state] : `${STATES[state]}: ${reason}`
}

/** How long an intent is lost, in words. */
export function lossText({ lostMs, untoldMs }: IntentTimeline): string {
  if (lostMs === undefined) return 'lost until it is repaired'
  const untold = untoldMs === 0 ? [] : [untoldMs === undefined ? 'for how long altogether cannot be told' : `${durationText(untoldMs)} cannot be told`]
  return [lostMs === 0 && untoldMs !== 0 ? undefined : lostMs === 0 ? 'never lost' : `lost for ${durationText(lostMs)}`, ...untold].filter((part) => part !== undefined).join(', ')
}

const GRADES: Readonly<Record<TimerUse['grade'], string>> = {
  stated: 'your figure',
  documented: "AWS's documentation",
  historical: 'AWS sample configurations',
  'third-party': 'read second hand',
  'tool-assumption': "Causeway's assumption",
  none: 'nobody says',
}

/** How far a timer can be trusted, in words. */
export const timerGradeText = (grade: TimerUse['grade']): string => GRADES[grade]

/** What a timer says. */
export const timerLabel = (name: TimerName): string => TIMERS[name].label
