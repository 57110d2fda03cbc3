import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import { statementOf } from '../../simulation/intents/statement.ts'
import type { Hop, Trace } from '../../simulation/types.ts'
import { endsOf } from '../readings/requirements.ts'
import { defineRule } from '../rule.ts'

/** Where a packet ended: the place, and the tables and filters that it was held against there. */
const placesOf = (hop: Hop | undefined): readonly ResourceId[] =>
  hop === undefined ? [] : [...(hop.resource === 'internet' ? [] : [hop.resource]), ...hop.steps.flatMap((step) => ('resource' in step && step.resource !== undefined ? [step.resource] : []))]

/** The hosts and subnets that the traced flow was between. */
const flowEnds = (trace: Trace | undefined): readonly ResourceId[] => [trace?.forward.hops[0]?.resource, trace?.forward.hops.at(-1)?.resource].flatMap((id) => (id === undefined || id === 'internet' ? [] : [id]))

export default defineRule({
  id: 'intent-broken',
  catalogue: 'C-INT-01',
  title: 'Something must be reached and is not',
  severity: 'error',
  appliesTo: ['site', 'vpc', 'subnet', 'instance', 'server', 'user-group'],
  after: 'every-error',
  why: 'The design says that this must work, and no packet gets through, or none comes back. The finding stands at the place where it ends.',
  remedy: 'Trace it, or ask what would let it through: both are one click away.',
  sources: [{ fact: 'F-RT-10', checked: CHECKED }],
  messages: {
    broken: '{statement}: this does not work. {reason}.',
    unknown: 'Whether {statement} cannot be told: {reason}.',
  },
  *check({ index, intents, simulation }) {
    for (const intent of intents) {
      const { holds, reason = 'the design does not say enough', trace } = simulation.judge(intent)
      if (holds === true || intent.expect !== 'reach') continue
      const path = trace?.forward.success ? trace.return : trace?.forward
      const places = placesOf(path?.hops.at(-1))
      const [first, ...others] = [...places.slice(0, 1), ...endsOf(intent)]
      if (first === undefined) continue
      yield {
        message: holds === false ? 'broken' : 'unknown',
        slots: { statement: statementOf(index, intent), reason },
        resources: [first, ...others],
        intents: [intent.id],
        // Whatever is wrong with an end explains it too.
        places: [...places, ...endsOf(intent), ...flowEnds(trace)],
        ...(holds === null ? { verdict: 'cannot-tell', severity: 'advice' } : {}),
      }
    }
  },
})
