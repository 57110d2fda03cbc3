import { displayName } from '../../document/query.ts'
import { QUOTAS, type QuotaName } from '../../facts/quotas.ts'
import type { Resource } from '../../model/index.ts'
import { sentence } from '../readings/names.ts'
import { countOf } from '../readings/quotas/counters.ts'
import { joinedBy } from '../readings/quotas/of-direct-connect.ts'
import { defineRule, type Report, type ResourceContext } from '../rule.ts'

function limit(resource: Resource, name: QuotaName, { index, quota }: ResourceContext): Report[] {
  const { value } = quota(name)
  const count = countOf(index, name, resource)
  if (count <= value) return []
  const { label } = QUOTAS[name]
  return [{ message: 'count', slots: { resource: displayName(resource), count, what: label, limit: value }, resources: [resource.id], evidence: [{ what: label, value: String(value) }] }]
}

export default defineRule({
  id: 'gateway-limit',
  catalogue: 'R-DX-12',
  title: 'More associations or interfaces than a Direct Connect gateway takes',
  severity: 'error',
  profiles: ['seed-caveats'],
  appliesTo: ['direct-connect-gateway', 'vpn-gateway', 'transit-gateway'],
  why: 'A Direct Connect gateway takes 20 virtual private gateways or 6 transit gateways, and 30 virtual interfaces. A virtual private gateway joins one of them only, a transit gateway 20; none of this can be raised.',
  remedy: 'Divide the associations between several Direct Connect gateways.',
  sources: [QUOTAS['vpn-gateways-per-direct-connect-gateway'], { fact: 'F-DX-42', checked: QUOTAS['vpn-gateways-per-direct-connect-gateway'].checked }],
  messages: {
    count: '{resource} has {count} {what}; it takes {limit}, which nobody can raise.',
    several: '{resource} is associated with {gateways}; a virtual private gateway joins one Direct Connect gateway.',
  },
  checkEach: {
    *'direct-connect-gateway'(gateway, context) {
      yield* limit(gateway, 'vpn-gateways-per-direct-connect-gateway', context)
      yield* limit(gateway, 'transit-gateways-per-direct-connect-gateway', context)
      yield* limit(gateway, 'interfaces-per-direct-connect-gateway', context)
    },
    *'vpn-gateway'(gateway, { index }) {
      const joined = joinedBy(index, gateway.id)
      const names = joined.flatMap((id) => index.get(id) ?? []).map(displayName)
      if (joined.length > 1) yield { message: 'several', slots: { resource: displayName(gateway), gateways: sentence(names) }, resources: [gateway.id, ...joined] }
    },
    'transit-gateway': (gateway, context) => limit(gateway, 'direct-connect-gateways-per-transit-gateway', context),
  },
})
