import type { Intent } from '../../document/design.ts'
import type { IntentId } from '../../model/id.ts'
import { statementOf } from '../../simulation/intents/statement.ts'
import type { Evidence, RuleContext } from '../rule.ts'
import type { End } from './intent-ends.ts'
import { remember } from './remember.ts'
import { wantsOf } from './wants.ts'

/** An accepted intent that something must be reached, which the simulation does not find to hold. */
export interface Demand {
  readonly intent: Intent
  /** The intent as a sentence, for evidence. */
  readonly statement: string
  readonly from: End
  readonly to: End
  /** False: it fails. Null: the simulation cannot tell. */
  readonly holds: false | null
}

/** The accepted intents that ask for something to be reached and are not met, in order of id. */
export const unmetDemands = remember((context: RuleContext): readonly Demand[] =>
  wantsOf(context).flatMap(({ intent, from, to }): Demand[] => {
    const { holds } = context.simulation.judge(intent)
    return holds === true || !from || !to ? [] : [{ intent, statement: statementOf(context.index, intent), from, to, holds }]
  }),
)

/** The accepted intents that fail for certain. */
export const brokenDemands = remember((context: RuleContext): readonly Demand[] => unmetDemands(context).filter((demand) => demand.holds === false))

/** A demand seen from one of its ends. `opens`: this end starts conversations, else it only replies. */
export interface Side {
  readonly demand: Demand
  readonly here: End
  readonly there: End
  readonly opens: boolean
}

/** Both ends of each demand. */
export function sidesOf(demands: readonly Demand[]): Side[] {
  return demands.flatMap((demand): Side[] => [
    { demand, here: demand.from, there: demand.to, opens: true },
    { demand, here: demand.to, there: demand.from, opens: demand.intent.direction === 'both' },
  ])
}

/** The intents that sides belong to, each once. */
export const intentsOf = (sides: readonly Side[]): readonly IntentId[] => [...new Set(sides.map(({ demand }) => demand.intent.id))]

/** The intents behind a finding as evidence, the first ten of them. */
export function brokenIntents(sides: readonly Side[]): Evidence[] {
  return sides.slice(0, 10).map(({ demand }) => ({ what: 'broken intent', value: demand.statement }))
}
