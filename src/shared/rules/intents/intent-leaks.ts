import { CHECKED } from '../../facts/fact.ts'
import { statementOf } from '../../simulation/intents/statement.ts'
import { endsOf } from '../readings/requirements.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'intent-leaks',
  catalogue: 'C-INT-02',
  title: 'Something must never be reached and is',
  severity: 'error',
  profiles: ['security'],
  appliesTo: ['site', 'vpc', 'subnet', 'instance', 'server', 'user-group'],
  why: 'The design says that no packet gets through here, and one does. Isolation that is only meant does not isolate.',
  remedy: 'Take away the route, the propagation or the filter rule that the trace shows.',
  sources: [{ fact: 'F-TGW-26', checked: CHECKED }],
  messages: {
    leaks: '{statement}: this does not hold. {reason}.',
    unknown: 'Whether {statement} cannot be told: {reason}.',
  },
  *check({ index, intents, simulation }) {
    for (const intent of intents) {
      if (intent.expect !== 'never') continue
      const { holds, reason = 'the design does not say enough', trace } = simulation.judge(intent)
      const [first, ...others] = endsOf(intent)
      if (holds === true || first === undefined) continue
      const way = trace?.forward.hops.map(({ name }) => name).join(' → ')
      yield {
        message: holds === false ? 'leaks' : 'unknown',
        slots: { statement: statementOf(index, intent), reason },
        resources: [first, ...others],
        intents: [intent.id],
        ...(holds === false && way !== undefined ? { evidence: [{ what: 'way', value: way }] } : {}),
        ...(holds === null ? { verdict: 'cannot-tell', severity: 'advice' } : {}),
      }
    }
  },
})
