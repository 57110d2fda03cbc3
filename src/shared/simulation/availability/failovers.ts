import type { Intent } from '../../document/design.ts'
import type { Simulation } from '../index.ts'
import { timelineOf } from '../time/timeline.ts'
import type { AvailabilityOptions, Reliability } from './reliability.ts'

/** What the change to another way costs when an element fails that breaks nothing for long (F-AVL-25). */
export interface Failover {
  readonly label: string
  /** Failures per month of 30 days times the silent loss of each; undefined: how long the change takes cannot be told. */
  readonly minutesPerMonth: number | undefined
}

const HOURS_PER_MONTH = 720

/** Failovers of the elements whose mean times are stated: a commitment says nothing of how often something fails. */
export function failoversOf(simulation: Simulation, intent: Intent, inputs: readonly Reliability[], options: AvailabilityOptions): Failover[] {
  return inputs.flatMap(({ element, label, failuresPerHour }): Failover[] => {
    if (failuresPerHour === undefined) return []
    const played = timelineOf(simulation, { element, manner: 'silent' }, { ...options, intents: [intent] })
    const timeline = played.ok ? played.value.intents[0] : undefined
    // What stays lost until the repair is in the estimate already.
    if (!timeline || (timeline.lostMs === undefined && timeline.untoldMs === 0)) return []
    if (timeline.lostMs === undefined || timeline.untoldMs !== 0) return [{ label, minutesPerMonth: undefined }]
    return timeline.lostMs === 0 ? [] : [{ label, minutesPerMonth: (failuresPerHour * HOURS_PER_MONTH * timeline.lostMs) / 60_000 }]
  })
}
