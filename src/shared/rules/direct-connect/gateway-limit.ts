import { type DesignIndex, displayName } from '../../document/query.ts'
import { QUOTAS, type QuotaName } from '../../facts/quotas.ts'
import type { Resource } from '../../model/index.ts'
import type { ResourceId } from '../../model/id.ts'
import { sentence } from '../readings/names.ts'
import { referrersOf } from '../readings/sessions.ts'
import { defineRule, type Report, type ResourceContext } from '../rule.ts'

function limit(resource: Resource, name: QuotaName, others: readonly ResourceId[], { quota }: ResourceContext): Report[] {
  const { value } = quota(name)
  if (others.length <= value) return []
  const { label } = QUOTAS[name]
  return [{ message: 'count', slots: { resource: displayName(resource), count: others.length, what: label, limit: value }, resources: [resource.id], evidence: [{ what: label, value: String(value) }] }]
}

/** The Direct Connect gateways that a gateway is associated with, each once. */
const joinedBy = (index: DesignIndex, gateway: ResourceId) => [...new Set(referrersOf(index, 'direct-connect-gateway-association', gateway).map(({ DirectConnectGatewayId }) => DirectConnectGatewayId))]

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
      const associations = referrersOf(context.index, 'direct-connect-gateway-association', gateway.id)
      yield* limit(gateway, 'vpn-gateways-per-direct-connect-gateway', associations.flatMap(({ VpnGatewayId }) => VpnGatewayId ?? []), context)
      yield* limit(gateway, 'transit-gateways-per-direct-connect-gateway', associations.flatMap(({ TransitGatewayId }) => TransitGatewayId ?? []), context)
      yield* limit(gateway, 'interfaces-per-direct-connect-gateway', referrersOf(context.index, 'virtual-interface', gateway.id).map(({ id }) => id), context)
    },
    *'vpn-gateway'(gateway, { index }) {
      const joined = joinedBy(index, gateway.id)
      const names = joined.flatMap((id) => index.get(id) ?? []).map(displayName)
      if (joined.length > 1) yield { message: 'several', slots: { resource: displayName(gateway), gateways: sentence(names) }, resources: [gateway.id, ...joined] }
    },
    *'transit-gateway'(gateway, context) {
      yield* limit(gateway, 'direct-connect-gateways-per-transit-gateway', joinedBy(context.index, gateway.id), context)
    },
  },
})
