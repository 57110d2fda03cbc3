import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { QUOTAS } from '../../facts/quotas.ts'
import { nameOf } from '../readings/names.ts'
import { countOf } from '../readings/quotas/counters.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'vpn-prefix-limit',
  catalogue: 'R-VPN-08',
  title: 'VPN connection brings more prefixes than its gateway takes',
  severity: 'error',
  appliesTo: ['vpn-connection'],
  why: 'A virtual private gateway takes 100 prefixes of a connection and a transit gateway 1,000, and nobody can raise that. What becomes of a BGP session with more of them is not documented, so no flow over it can be relied on.',
  remedy: 'Summarise the prefixes, or announce a default route.',
  sources: [{ fact: 'F-VPN-60', checked: CHECKED }],
  messages: {
    bgp: '{device} announces {count} prefixes over {connection}; {gateway} takes {limit}, which nobody can raise. Whether the BGP session stays up then cannot be told.',
    static: '{connection} has {count} static routes; {gateway} takes {limit} of a connection, which nobody can raise.',
  },
  checkEach: {
    *'vpn-connection'(connection, { index, quota }) {
      const gateway = connection.VpnGatewayId ?? connection.TransitGatewayId
      if (gateway === undefined) return
      const slots = { device: nameOf(index, connection.CustomerGatewayId), connection: displayName(connection), gateway: nameOf(index, gateway) }
      const resources = [connection.id, connection.CustomerGatewayId, gateway] as const
      if (connection.StaticRoutesOnly) {
        const { value } = quota('static-routes-per-vpn-connection')
        const count = countOf(index, 'static-routes-per-vpn-connection', connection)
        const evidence = [{ what: QUOTAS['static-routes-per-vpn-connection'].label, value: String(value) }]
        if (connection.VpnGatewayId !== undefined && count > value) yield { message: 'static', slots: { ...slots, count, limit: value }, resources, field: 'Routes', evidence }
        return
      }
      const name = connection.VpnGatewayId === undefined ? 'bgp-routes-to-transit-gateway' : 'bgp-routes-to-vpn-gateway'
      const { value } = quota(name)
      const count = countOf(index, name, connection)
      if (count > value) yield { message: 'bgp', slots: { ...slots, count, limit: value }, resources, evidence: [{ what: QUOTAS[name].label, value: String(value) }] }
    },
  },
})
