import type { IntentTimeline } from '../../../shared/simulation/time/timeline.ts'
import type { Segment } from '../../../shared/simulation/time/segments.ts'

/** Where moments are drawn: 0 is the left edge, 1 the right one. */
export interface TimeScale {
  /** Every moment at which something changes, in milliseconds, the failure first. */
  readonly moments: readonly number[]
  readonly at: (ms: number) => number
  /** Left edge and width of a segment; one that never ends reaches the right edge. */
  readonly spanOf: (segment: Pick<Segment, 'from' | 'to'>) => { readonly left: number; readonly width: number }
}

/** Room of the stretch after the last change, which never ends, against that of an hour. */
const REST_SECONDS = 3600

/**
 * Seconds and hours in one picture: a stretch between two changes is as wide as the logarithm of its length, so that an outage of a
 * second can be seen beside a repair of hours.
 */
export function timeScale(intents: readonly IntentTimeline[]): TimeScale {
  const moments = [...new Set([0, ...intents.flatMap(({ segments }) => segments.map(({ from }) => from))])].sort((a, b) => a - b)
  const room = (ms: number) => 1 + Math.log10(1 + ms / 1000)
  const widths = moments.map((moment, index) => room((moments[index + 1] ?? moment + REST_SECONDS * 1000) - moment))
  const sum = widths.reduce((total, width) => total + width, 0)
  const starts = new Map<number, number>()
  let left = 0
  for (const [index, moment] of moments.entries()) {
    starts.set(moment, left / sum)
    left += widths[index] ?? 0
  }
  const at = (ms: number) => starts.get(ms) ?? 1
  return { moments, at, spanOf: ({ from, to }) => ({ left: at(from), width: (to === undefined ? 1 : at(to)) - at(from) }) }
}
