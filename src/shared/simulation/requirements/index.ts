import type { Intent } from '../../document/design.ts'
import { outcomes } from '../fail/outcomes.ts'
import type { Simulation } from '../index.ts'
import { pairsOf } from '../intents/pairs.ts'
import { JUDGES } from './judges.ts'
import { REQUIREMENTS, type RequirementName, type RequirementVerdict } from './requirement.ts'

export type { RequirementName, RequirementVerdict } from './requirement.ts'

/** What an intent asks for beside being reached, as ends of a sentence: "survive any one failure", "carry 1 Gbps". */
export function requirementsOf(intent: Intent): readonly { readonly requirement: RequirementName; readonly asked: string }[] {
  if (intent.expect !== 'reach') return []
  return REQUIREMENTS.flatMap((requirement) => {
    const asked = JUDGES[requirement].asked(intent)
    return asked === undefined ? [] : [{ requirement, asked }]
  })
}

/**
 * How an intent meets its requirements with the whole network up. Empty for one that does not hold, or asks for nothing more: what
 * does not arrive is told by its own verdict. Costs up to a simulation of each failure of what the flows depend on.
 */
export function judgeRequirements(simulation: Simulation, intent: Intent): readonly RequirementVerdict[] {
  const asked = requirementsOf(intent)
  if (asked.length === 0 || simulation.judge(intent).holds !== true) return []
  const baseline = outcomes(pairsOf(simulation.network, intent), (flow, failed) => simulation.trace(flow, failed), [])
  return asked.map(({ requirement, asked: words }) => ({ requirement, asked: words, resources: [], elements: [], ...JUDGES[requirement].judge({ simulation, intent, baseline }) }))
}
