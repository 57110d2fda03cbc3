import type { Intent } from '../../document/design.ts'
import { statementOf } from '../../simulation/intents/statement.ts'
import type { RuleContext } from '../rule.ts'
import { type Campus, campusOfDevice, type Port, portsOf } from './campuses.ts'
import { readEnd } from './intent-ends.ts'
import { remember } from './remember.ts'

/** An accepted intent with an availability target, one end of which is a campus with Direct Connect lines. */
export interface Targeted {
  readonly intent: Intent
  readonly statement: string
  /** Share of time, such as 0.9999. */
  readonly target: number
  readonly campus: Campus
  readonly ports: readonly Port[]
}

/** Intents with an availability target that rely on Direct Connect, in order of id. */
export const targetedCampuses = remember(({ index, intents }: RuleContext): readonly Targeted[] =>
  intents.flatMap((intent): Targeted[] => {
    const { availabilityTarget: target, expect } = intent
    if (target === undefined || expect !== 'reach') return []
    for (const id of [intent.from, intent.to]) {
      const end = readEnd(index, id)
      const campus = end?.type === 'site' ? end.devices.flatMap((device) => campusOfDevice(index).get(device.id) ?? [])[0] : undefined
      const ports = campus ? portsOf(index, campus.interfaces) : []
      if (campus && ports.length > 0) return [{ intent, statement: statementOf(index, intent), target, campus, ports }]
    }
    return []
  }),
)
