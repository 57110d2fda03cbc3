import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { statementOf } from '../../simulation/intents/statement.ts'
import { nameOf } from '../readings/names.ts'
import { vpcOf } from '../readings/private-link.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'gateway-endpoint-remote',
  catalogue: 'R-PL-05',
  title: 'Gateway endpoint is to be used from outside its VPC',
  severity: 'error',
  appliesTo: ['vpc-endpoint'],
  after: ['edge-through-peering', 'edge-through-vpn-gateway'],
  why: 'A gateway endpoint is a route in tables of its VPC and serves only what lives there. Traffic that comes in over peering, VPN, Direct Connect or a transit gateway does not get through it.',
  remedy: 'Make an interface endpoint for the service, which other networks reach at its addresses.',
  sources: [{ fact: 'F-PL-30', checked: CHECKED }],
  messages: { outside: '{intent}: {endpoint} is a gateway endpoint and serves {vpc} alone, not {from}.' },
  *check({ index, intents, simulation }) {
    for (const intent of intents) {
      const endpoint = intent.expect === 'reach' && intent.to !== 'internet' ? index.getOf('vpc-endpoint', intent.to) : undefined
      if (endpoint?.VpcEndpointType !== 'Gateway' || vpcOf(index, intent.from) === endpoint.VpcId || simulation.judge(intent).holds === true) continue
      const from = intent.from === 'internet' ? 'the internet' : nameOf(index, intent.from)
      yield { message: 'outside', slots: { intent: statementOf(index, intent), endpoint: displayName(endpoint), vpc: nameOf(index, endpoint.VpcId), from }, resources: [endpoint.id, ...(intent.from === 'internet' ? [] : [intent.from])], intents: [intent.id] }
    }
  },
})
