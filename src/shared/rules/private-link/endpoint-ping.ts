import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { statementOf } from '../../simulation/intents/statement.ts'
import { fix } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

const PINGS: readonly (number | undefined)[] = [1, 58]
const TCP = { protocol: 6, port: 443 }

export default defineRule({
  id: 'endpoint-ping',
  catalogue: 'R-PL-11',
  title: 'Interface endpoint is to answer ping',
  severity: 'error',
  appliesTo: ['vpc-endpoint'],
  why: 'Interface endpoints do not answer ping, whatever their security groups allow. A health test that relies on it is always red.',
  remedy: 'Test the service itself: open a TCP connection to its port.',
  sources: [{ fact: 'F-PL-5', checked: CHECKED }],
  messages: { ping: '{intent}: {endpoint} is an interface endpoint and answers no ping.' },
  *check({ index, intents }) {
    for (const intent of intents) {
      const to = intent.to === 'internet' ? undefined : index.get(intent.to)
      const endpoint = to?.kind === 'vpc-endpoint' && to.VpcEndpointType === 'Interface' ? to : to?.kind === 'vpc-endpoint-service' ? to : undefined
      if (!endpoint || intent.expect !== 'reach' || !PINGS.includes(intent.protocol)) continue
      const set = (field: 'protocol' | 'port', after: number) => ({ op: 'set' as const, collection: 'intents' as const, id: intent.id, field, ...(intent[field] === undefined ? {} : { before: intent[field] }), after })
      yield { message: 'ping', slots: { intent: statementOf(index, intent), endpoint: displayName(endpoint) }, resources: [endpoint.id], intents: [intent.id], fixes: [fix(`Ask for TCP port ${TCP.port} instead`, set('protocol', TCP.protocol), set('port', TCP.port))] }
    }
  },
})
