import type { SinglePointOfFailure } from '../../simulation/types.ts'
import type { Intent } from '../../document/design.ts'
import type { RuleContext } from '../rule.ts'
import { remember } from './remember.ts'

/** An element whose loss alone breaks accepted intents, with those intents. */
export interface SinglePoint {
  readonly point: SinglePointOfFailure
  readonly breaks: readonly { readonly intent: Intent; readonly consequence: string }[]
}

/** The single points of failure of the accepted intents in the state that is looked at, each element once, in order of intent. */
export const singlePoints = remember(({ intents, simulation, failed }: RuleContext): readonly SinglePoint[] => {
  const points = new Map<string, { point: SinglePointOfFailure; breaks: { intent: Intent; consequence: string }[] }>()
  for (const intent of intents) {
    // An intent that asks to survive failures has a rule of its own, which is harsher.
    if (intent.survives !== undefined) continue
    for (const point of simulation.judge(intent, failed).singlePointsOfFailure) {
      const known = points.get(point.element) ?? { point, breaks: [] }
      points.set(point.element, known)
      known.breaks.push({ intent, consequence: point.consequence })
    }
  }
  return [...points.values()]
})
