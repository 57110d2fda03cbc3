import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import { vpnGatewaysOf } from '../readings/connections.ts'
import type { VpcEnd } from '../readings/intent-ends.ts'
import { nameOf } from '../readings/names.ts'
import { referrersOf } from '../readings/sessions.ts'
import { wantsOf } from '../readings/wants.ts'
import { statementOf } from '../../simulation/intents/statement.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'vpcs-joined-by-router',
  catalogue: 'R-DX-45',
  title: 'VPCs joined by the customer router over Direct Connect',
  severity: 'advice',
  profiles: ['seed-caveats'],
  appliesTo: ['customer-gateway'],
  why: 'With one virtual interface for each VPC the customer router can pass traffic between them. It leaves AWS and comes back, is charged on the way out, and takes the router and its lines with it when they fail.',
  remedy: 'Join the VPCs by peering or a transit gateway, and keep this way only where traffic has to pass the router.',
  sources: [{ fact: 'F-DX-80', checked: CHECKED }],
  messages: { joined: '{from} reaches {to} only by way of {router}, over a virtual interface of each VPC.' },
  *check(context) {
    const { index } = context
    const routersOf = ({ vpc }: VpcEnd): ResourceId[] => vpnGatewaysOf(index, vpc.id).flatMap(({ id }) => referrersOf(index, 'virtual-interface', id)).map(({ customerRouter }) => customerRouter)
    const said = new Set<string>()
    for (const { intent, from, to, connections } of wantsOf(context)) {
      if (from?.type !== 'vpc' || to?.type !== 'vpc' || from.vpc.id === to.vpc.id || connections.length > 0) continue
      const far = new Set(routersOf(to))
      const router = routersOf(from).find((id) => far.has(id))
      const pair = [from.vpc.id, to.vpc.id].sort().join(' ')
      if (router === undefined || said.has(pair)) continue
      said.add(pair)
      const slots = { from: displayName(from.vpc), to: displayName(to.vpc), router: nameOf(index, router) }
      yield { message: 'joined', slots, resources: [router, from.vpc.id, to.vpc.id], intents: [intent.id], evidence: [{ what: 'intent', value: statementOf(index, intent) }] }
    }
  },
})
