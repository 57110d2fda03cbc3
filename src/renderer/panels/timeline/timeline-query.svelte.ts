import { parseDuration } from '../../../shared/simulation/time/wording.ts'
import type { Failure } from '../../../shared/simulation/time/run.ts'
import type { Manner } from '../../../shared/simulation/time/watch.ts'
import type { ElementId } from '../../../shared/simulation/types.ts'

/** The failure that the timeline is asked for, as it is being typed. */
export class TimelineQuery {
  element = $state<ElementId | ''>('')
  manner = $state<Manner>('silent')
  /** Empty: it is never repaired. */
  repairAfter = $state('4 h')

  /** What is wrong with the time until the repair; undefined: nothing. */
  get complaint(): string | undefined {
    return this.repairAfter.trim() === '' || parseDuration(this.repairAfter) !== undefined ? undefined : 'Give a time such as 90 s, 30 min or 4 h, or leave it empty'
  }

  /** The failure; undefined while it is not fully said. */
  get failure(): Failure | undefined {
    if (this.element === '' || this.complaint !== undefined) return undefined
    const repairAfterMs = parseDuration(this.repairAfter)
    return { element: this.element, manner: this.manner, ...(repairAfterMs === undefined ? {} : { repairAfterMs }) }
  }
}
