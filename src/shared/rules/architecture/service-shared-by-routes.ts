import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { Intent } from '../../document/design.ts'
import type { ResourceId } from '../../model/id.ts'
import { statementOf } from '../../simulation/intents/statement.ts'
import { file } from '../readings/group.ts'
import type { VpcEnd } from '../readings/intent-ends.ts'
import { sentence } from '../readings/names.ts'
import { wantsOf } from '../readings/wants.ts'
import { defineRule } from '../rule.ts'

/** Consumer VPCs from which a service is better offered than routed to. Causeway's own. */
const SEVERAL = 2

export default defineRule({
  id: 'service-shared-by-routes',
  catalogue: 'R-ARCH-07',
  title: 'One service of a VPC is shared by routing whole networks',
  severity: 'advice',
  profiles: ['seed-caveats', 'security'],
  appliesTo: ['load-balancer', 'instance', 'vpc'],
  why: 'Peering and transit gateways join whole VPCs, whose blocks must not overlap and whose filters must shut out the rest. PrivateLink shows the other VPCs one service and nothing else, whatever their addresses.',
  remedy: 'Offer the service by PrivateLink, unless it has to open connections to its users as well.',
  sources: [{ fact: 'F-PL-4', checked: CHECKED }],
  messages: { shared: '{vpcs} need nothing of {provider} but {service}; PrivateLink would show them that alone.' },
  *check(context) {
    const { index } = context
    const wanted = new Map<ResourceId, { intent: Intent; from: VpcEnd; to: VpcEnd }[]>()
    const others = new Set<string>()
    for (const { intent, from, to } of wantsOf(context)) {
      if (from?.type !== 'vpc' || to?.type !== 'vpc' || from.vpc.id === to.vpc.id || intent.to === 'internet') continue
      const target = index.get(intent.to)
      const isService = intent.direction === 'one-way' && (target?.kind === 'load-balancer' || (target?.kind === 'instance' && (target.role ?? 'host') === 'host'))
      if (isService) file(wanted, target.id, { intent, from, to })
      else for (const pair of [`${from.vpc.id} ${to.vpc.id}`, `${to.vpc.id} ${from.vpc.id}`]) others.add(pair)
    }
    const services = new Map<string, Set<ResourceId>>()
    for (const [service, uses] of wanted) for (const { from, to } of uses) services.set(`${from.vpc.id} ${to.vpc.id}`, (services.get(`${from.vpc.id} ${to.vpc.id}`) ?? new Set()).add(service))
    for (const [id, uses] of wanted) {
      const service = index.get(id)
      const [provider] = uses.map(({ to }) => to.vpc)
      const only = uses.filter(({ from, to }) => !others.has(`${from.vpc.id} ${to.vpc.id}`) && !services.has(`${to.vpc.id} ${from.vpc.id}`) && services.get(`${from.vpc.id} ${to.vpc.id}`)?.size === 1)
      const vpcs = [...new Set(only.map(({ from }) => from.vpc))]
      if (!service || !provider || vpcs.length < SEVERAL) continue
      const slots = { vpcs: sentence(vpcs.map(displayName)), provider: displayName(provider), service: displayName(service) }
      yield { message: 'shared', slots, resources: [id, provider.id, ...vpcs.map((vpc) => vpc.id)], intents: only.map(({ intent }) => intent.id), evidence: only.map(({ intent }) => ({ what: 'intent', value: statementOf(index, intent) })) }
    }
  },
})
