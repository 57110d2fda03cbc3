import type { IntentState } from '../../shared/drawing/intent-lines.ts'
import { REQUIREMENTS } from '../../shared/simulation/requirements/requirement.ts'
import type { Analysis } from '../worker/index.ts'

const RULES: ReadonlySet<string> = new Set(REQUIREMENTS.map((name) => `intent-${name}`))

/** How each intent is judged, by id: by its verdict and, where it holds, by what the rules say of what else it asks for. */
export function intentStates({ verdicts, findings, failed }: Analysis): ReadonlyMap<string, IntentState> {
  const unmet = new Map<string, 'short' | 'unsure'>()
  for (const { rule, verdict, intents = [] } of findings) {
    if (!RULES.has(rule)) continue
    for (const id of intents) if (unmet.get(id) !== 'short') unmet.set(id, verdict === 'violated' ? 'short' : 'unsure')
  }
  return new Map(verdicts.map(({ id, holds, endpointLost, intent }): [string, IntentState] => {
    if (endpointLost === 'all') return [id, 'lost']
    if (holds === null) return [id, 'unsure']
    if (!holds) return [id, 'broken']
    return [id, unmet.get(id) ?? (failed.length > 0 || intent.survives !== undefined ? 'survives' : 'holds')]
  }))
}
