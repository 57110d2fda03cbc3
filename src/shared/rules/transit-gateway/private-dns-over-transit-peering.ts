import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { connectionsBetween } from '../readings/connections.ts'
import { readEnd } from '../readings/intent-ends.ts'
import { nameOf } from '../readings/names.ts'
import { statementOf } from '../../simulation/intents/statement.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'private-dns-over-transit-peering',
  catalogue: 'R-TGW-25',
  title: 'Private DNS name expected to work over a transit gateway peering',
  severity: 'warning',
  appliesTo: ['vpc-endpoint', 'transit-gateway-peering-attachment'],
  why: 'The private DNS name of an endpoint is known to the resolver of its own VPC alone, and a peering of transit gateways carries no DNS resolution. Clients behind the peering get the public address, or none.',
  remedy: 'Add Route 53 Resolver endpoints or a private hosted zone for the name in the VPC of the clients.',
  sources: [
    { fact: 'F-TGW-40', checked: CHECKED },
    { fact: 'F-PL-7', checked: CHECKED },
  ],
  messages: { dns: '{clients} is to use {endpoint} over {peering}, where the endpoint\'s private DNS name does not resolve.' },
  *check({ index, intents }) {
    const told = new Set<string>()
    for (const intent of intents) {
      const endpoint = intent.expect === 'reach' && intent.to !== 'internet' ? index.getOf('vpc-endpoint', intent.to) : undefined
      if (endpoint?.VpcEndpointType !== 'Interface' || endpoint.PrivateDnsEnabled !== true) continue
      const [from, to] = [readEnd(index, intent.from), readEnd(index, endpoint.id)]
      if (from?.type !== 'vpc' || !to || from.vpc.id === endpoint.VpcId) continue
      const connections = connectionsBetween(index, from, to)
      const [way] = connections.flatMap((connection) => (connection.type === 'transit' && connection.isPeered ? connection.there : []))
      if (way === undefined || connections.length > 1 || told.has(`${from.id} ${endpoint.id}`)) continue
      told.add(`${from.id} ${endpoint.id}`)
      const evidence = [{ what: 'intent', value: statementOf(index, intent) }]
      yield { message: 'dns', slots: { clients: displayName(from.vpc), endpoint: displayName(endpoint), peering: nameOf(index, way) }, resources: [endpoint.id, way, from.vpc.id], field: 'PrivateDnsEnabled', evidence, intents: [intent.id] }
    }
  },
})
