import { displayName } from '../../document/query.ts'
import { QUOTAS } from '../../facts/quotas.ts'
import { overQuota } from '../readings/over-quota.ts'
import { countOf, placesOf } from '../readings/quotas/counters.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'vpn-connection-quota',
  catalogue: 'R-VPN-36',
  title: 'More VPN connections than the quota',
  severity: 'warning',
  appliesTo: ['vpn-gateway', 'vpn-connection'],
  after: ['cloud-hub-limits'],
  why: 'AWS makes ten VPN connections to a virtual private gateway and fifty in a Region, unless the quota has been raised. The next one is refused.',
  remedy: 'Have the quota raised and record that, or end the connections on a transit gateway.',
  sources: [QUOTAS['vpn-connections-per-vpn-gateway'], QUOTAS['vpn-connections-per-region']],
  messages: {
    gateway: '{gateway} has {count} VPN connections; the quota is {quota} ({raise}).',
    region: 'There are {count} VPN connections in {region}; the quota is {quota} ({raise}).',
  },
  *check(context) {
    const { index } = context
    for (const gateway of index.all('vpn-gateway')) {
      const over = overQuota(context, 'vpn-connections-per-vpn-gateway', countOf(index, 'vpn-connections-per-vpn-gateway', gateway))
      if (over) yield { message: 'gateway', slots: { gateway: displayName(gateway), ...over.slots }, resources: [gateway.id], severity: over.severity }
    }
    for (const { place, isStated, resources: [first, ...others] } of placesOf(index, 'vpn-connections-per-region')) {
      const over = overQuota(context, 'vpn-connections-per-region', 1 + others.length)
      if (over && first && isStated) yield { message: 'region', slots: { region: place, ...over.slots }, resources: [first], severity: over.severity }
    }
  },
})
