import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { parsePrefixes } from '../../net/prefix.ts'
import { cloudHubs } from '../readings/cloud-hub-sites.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { overQuota } from '../readings/over-quota.ts'
import { countOf } from '../readings/quotas/counters.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'cloud-hub-limits',
  catalogue: 'R-VPN-25',
  title: 'VPN CloudHub beyond what a virtual private gateway carries',
  severity: 'warning',
  profiles: ['seed-caveats'],
  appliesTo: ['vpn-gateway'],
  after: ['vpn-ip-version'],
  why: 'The hub is one virtual private gateway and has its limits: ten connections unless AWS raises that, and one tunnel at a time for a prefix. It takes 100 prefixes of each site and carries IPv4 only.',
  remedy: 'Use a transit gateway or Cloud WAN for many, fast or dual-stack sites.',
  sources: [{ fact: 'F-VPN-66', checked: CHECKED }],
  messages: {
    connections: '{gateway} is a hub with {count} VPN connections; the quota is {quota} ({raise}).',
    ipv6: 'There are IPv6 prefixes at {sites}, but {gateway} is a hub that carries IPv4 only.',
  },
  *check(context) {
    const { index } = context
    for (const { gateway, sites } of cloudHubs(context)) {
      const over = overQuota(context, 'vpn-connections-per-vpn-gateway', countOf(index, 'vpn-connections-per-vpn-gateway', gateway))
      const dual = sites.filter(({ place }) => parsePrefixes(index.getOf('site', place)?.prefixes ?? []).some(({ family }) => family === 6))
      if (over) yield { message: 'connections', slots: { gateway: displayName(gateway), ...over.slots }, resources: [gateway.id], severity: over.severity }
      if (dual.length > 0) yield { message: 'ipv6', slots: { sites: sentence(dual.map(({ place }) => nameOf(index, place))), gateway: displayName(gateway) }, resources: [gateway.id, ...dual.map(({ place }) => place)] }
    }
  },
})
