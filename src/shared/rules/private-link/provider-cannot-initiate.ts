import { displayName, type DesignIndex } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import { statementOf } from '../../simulation/intents/statement.ts'
import { connectionsBetween } from '../readings/connections.ts'
import { readEnd } from '../readings/intent-ends.ts'
import { nameOf } from '../readings/names.ts'
import { type Endpoint, vpcOf } from '../readings/private-link.ts'
import { segmentsOf } from '../readings/segments.ts'
import { fix } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

/** An endpoint in the consumer's VPC for a service of the provider's. */
const endpointBetween = (index: DesignIndex, consumer: ResourceId, provider: ResourceId): Endpoint | undefined =>
  index.childrenOf('vpc-endpoint', consumer).find(({ service }) => service !== undefined && index.getOf('vpc-endpoint-service', service)?.VpcId === provider)

/** True when something drawn besides PrivateLink joins the two VPCs. */
function areJoined(index: DesignIndex, a: ResourceId, b: ResourceId): boolean {
  const [here, there] = [readEnd(index, a), readEnd(index, b)]
  if (here?.type !== 'vpc' || there?.type !== 'vpc') return true
  return connectionsBetween(index, here, there).length > 0 || (segmentsOf(index, here).length > 0 && segmentsOf(index, there).length > 0)
}

export default defineRule({
  id: 'provider-cannot-initiate',
  catalogue: 'R-PL-01',
  title: 'Provider of an endpoint service is to open connections to the consumer',
  severity: 'error',
  appliesTo: ['vpc-endpoint', 'vpc-endpoint-service'],
  why: 'PrivateLink goes one way: the consumer opens, and the provider answers. Nothing that the provider opens reaches the consumer\'s VPC.',
  remedy: 'Offer a service in the other direction as well, or join the VPCs by peering or a transit gateway.',
  sources: [{ fact: 'F-PL-4', checked: CHECKED }],
  messages: { opens: '{intent}: {provider} only offers a service that {consumer} reaches by {endpoint}, and cannot open connections to it.' },
  *check({ index, intents, simulation }) {
    for (const intent of intents) {
      const [from, to] = [vpcOf(index, intent.from), vpcOf(index, intent.to)]
      if (intent.expect !== 'reach' || from === undefined || to === undefined || from === to) continue
      const opened = [[from, to] as const, ...(intent.direction === 'both' ? [[to, from] as const] : [])]
      for (const [provider, consumer] of opened) {
        const endpoint = endpointBetween(index, consumer, provider)
        if (!endpoint || areJoined(index, provider, consumer) || simulation.judge(intent).holds === true) continue
        const oneWay = fix('Ask for it one way only', { op: 'set', collection: 'intents', id: intent.id, field: 'direction', before: intent.direction, after: 'one-way' })
        yield {
          message: 'opens',
          slots: { intent: statementOf(index, intent), provider: nameOf(index, provider), consumer: nameOf(index, consumer), endpoint: displayName(endpoint) },
          resources: [endpoint.id, provider, consumer],
          intents: [intent.id],
          fixes: provider === to ? [oneWay] : [],
        }
      }
    }
  },
})
