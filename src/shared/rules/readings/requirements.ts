import { judgeRequirements, type RequirementName, type RequirementVerdict } from '../../simulation/requirements/index.ts'
import type { Intent } from '../../document/design.ts'
import { statementOf } from '../../simulation/intents/statement.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Report, RuleContext } from '../rule.ts'
import { remember } from './remember.ts'

interface Required {
  readonly intent: Intent
  readonly verdict: RequirementVerdict
}

/** How the accepted intents that hold meet their requirements, in order of id. */
const requirements = remember(({ intents, simulation }: RuleContext): readonly Required[] => intents.flatMap((intent) => judgeRequirements(simulation, intent).map((verdict) => ({ intent, verdict }))))

/** The ends of an intent that are in the design. */
export const endsOf = ({ from, to }: Intent): readonly ResourceId[] => [from, to].flatMap((end) => (end === 'internet' ? [] : [end]))

/** A requirement that is not met (message `unmet`) or cannot be told (`unknown`) as reports with the slots statement, asked and reason. */
export function* reportRequirement(context: RuleContext, requirement: RequirementName): Generator<Report> {
  for (const { intent, verdict } of requirements(context)) {
    const [first, ...others] = [...new Set([...verdict.resources, ...endsOf(intent)])]
    if (verdict.requirement !== requirement || verdict.holds === true || first === undefined) continue
    yield {
      message: verdict.holds === false ? 'unmet' : 'unknown',
      slots: { statement: statementOf(context.index, intent), asked: verdict.asked, reason: verdict.reason ?? 'the design does not say enough' },
      resources: [first, ...others],
      intents: [intent.id],
      evidence: verdict.elements.slice(0, 10).flatMap((element) => context.simulation.elements.filter((one) => one.element === element).map(({ label, resource }) => ({ what: 'without it', value: label, ...(resource === undefined ? {} : { resource }) }))),
      ...(verdict.holds === null ? { verdict: 'cannot-tell', severity: 'advice' } : {}),
    }
  }
}
