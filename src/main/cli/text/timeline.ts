import type { IntentTimeline, Timeline } from '../../../shared/simulation/time/timeline.ts'
import type { TimerUse } from '../../../shared/simulation/time/timers.ts'
import { durationText, lossText, segmentText, timerGradeText, timerLabel } from '../../../shared/simulation/time/wording.ts'
import { count, table } from './table.ts'

function intentText(timeline: IntentTimeline, width: number): string {
  const { statement, suggested, segments } = timeline
  const rows = segments.map((segment) => [durationText(segment.from), segment.to === undefined ? 'on' : `to ${durationText(segment.to)}`, segmentText(segment)])
  return [table([[`${statement}${suggested ? ' (suggested)' : ''}: ${lossText(timeline)}`]], { indent: '', width }), table(rows, { indent: '   ', width })].join('\n')
}

function timerRow({ label, ms, grade, fact, planning }: TimerUse): string[] {
  return [label, ms === undefined ? '?' : durationText(ms), `${timerGradeText(grade)} (${fact})${ms === undefined && planning !== undefined ? `; ${durationText(planning)} to plan with` : ''}`]
}

/** A failure's timeline for people: events, then every intent that it touches, then the timers. */
export function timelineText({ label, failure, events, intents, untouched, timers, takenAtOnce }: Timeline, width: number): string {
  const how = failure.manner === 'silent' ? 'fails silently' : 'fails cleanly'
  const repair = failure.repairAfterMs === undefined ? 'is not repaired' : `works again after ${durationText(failure.repairAfterMs)}`
  const told = untouched === 0 ? '' : `; it does not touch ${count(untouched, 'other')} that ${untouched === 1 ? 'holds' : 'hold'}`
  return [
    `${label} ${how} and ${repair}`,
    table(events.map(({ at, kind, text, timer }) => [durationText(at), text + (timer === undefined || kind === 'tables' ? '' : ` (${timerLabel(timer)})`)]), { indent: '  ', width }),
    ...intents.map((intent) => intentText(intent, width)),
    ...(timers.length === 0 ? [] : [`Timers, each taken at its full length\n${table(timers.map(timerRow), { indent: '  ', width })}`]),
    ...(takenAtOnce.length === 0 ? [] : [`Taken to happen at once\n${table(takenAtOnce.map(({ text, fact }) => [`${text} (${fact})`]), { indent: '  ', width })}`]),
    `It touches ${count(intents.length, 'intent')}${told}`,
  ].join('\n\n')
}
