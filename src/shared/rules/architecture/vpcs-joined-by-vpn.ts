import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import { statementOf } from '../../simulation/intents/statement.ts'
import { vpnGatewaysOf } from '../readings/connections.ts'
import type { VpcEnd } from '../readings/intent-ends.ts'
import { nameOf } from '../readings/names.ts'
import { referrersOf } from '../readings/sessions.ts'
import { wantsOf } from '../readings/wants.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'vpcs-joined-by-vpn',
  catalogue: 'R-ARCH-01',
  title: 'VPCs joined by the customer router over VPN',
  severity: 'advice',
  profiles: ['seed-caveats'],
  appliesTo: ['customer-gateway'],
  after: ['vpcs-joined-by-router'],
  why: 'What one VPC sends to the other leaves AWS, crosses the internet to the router and comes back the same way. It is slower than the way inside AWS, paid for on the way out, and gone with the router.',
  remedy: 'Join the VPCs by peering or a transit gateway, and keep this way only where traffic has to pass the router.',
  sources: [
    { fact: 'F-PEER-2', checked: CHECKED },
    { fact: 'F-TGW-1', checked: CHECKED },
  ],
  messages: { joined: '{from} and {to} have no peering or transit gateway in common: what they exchange goes out to {router} and back, over a VPN connection of each.' },
  *check(context) {
    const { index, simulation } = context
    const routersOf = ({ vpc }: VpcEnd): ResourceId[] =>
      vpnGatewaysOf(index, vpc.id).flatMap(({ id }) => referrersOf(index, 'vpn-connection', id)).flatMap(({ CustomerGatewayId }) => index.getOf('customer-gateway', CustomerGatewayId)?.id ?? [])
    const said = new Set<string>()
    for (const { intent, from, to, connections } of wantsOf(context)) {
      if (from?.type !== 'vpc' || to?.type !== 'vpc' || from.vpc.id === to.vpc.id || connections.length > 0) continue
      const far = new Set(routersOf(to))
      const router = routersOf(from).find((id) => far.has(id))
      const pair = [from.vpc.id, to.vpc.id].sort().join(' ')
      if (router === undefined || said.has(pair) || simulation.judge(intent).holds !== true) continue
      said.add(pair)
      const slots = { from: displayName(from.vpc), to: displayName(to.vpc), router: nameOf(index, router) }
      yield { message: 'joined', slots, resources: [router, from.vpc.id, to.vpc.id], intents: [intent.id], evidence: [{ what: 'intent', value: statementOf(index, intent) }] }
    }
  },
})
