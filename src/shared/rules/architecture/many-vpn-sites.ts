import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { VPN_CONCENTRATOR } from '../../facts/vpn.ts'
import type { ResourceId } from '../../model/id.ts'
import { placeOf, referrersOf } from '../readings/sessions.ts'
import { defineRule } from '../rule.ts'

const { sites: fewest, tunnelMbps } = VPN_CONCENTRATOR.value

export default defineRule({
  id: 'many-vpn-sites',
  catalogue: 'R-ARCH-05',
  title: 'Many sites have VPN connections to one transit gateway',
  severity: 'advice',
  profiles: ['cost', 'seed-caveats'],
  appliesTo: ['transit-gateway', 'vpn-connection'],
  why: 'Each connection of a small site is an attachment of its own, which is paid for by the hour and counts towards quotas. A VPN Concentrator takes many sites of low rate as one attachment.',
  remedy: 'Consider a VPN Concentrator for the sites that need little bandwidth and use BGP.',
  sources: [{ fact: VPN_CONCENTRATOR.fact, checked: CHECKED }],
  messages: { many: '{count} sites have VPN connections of their own to {gateway}; those that need less than {rate} Mbps could share a VPN Concentrator as one attachment.' },
  checkEach: {
    *'transit-gateway'(gateway, { index }) {
      const places = new Set<ResourceId>()
      for (const connection of referrersOf(index, 'vpn-connection', gateway.id)) {
        const device = index.getOf('customer-gateway', connection.CustomerGatewayId)
        const fits = !connection.StaticRoutesOnly && connection.OutsideIpAddressType !== 'PrivateIpv4' && connection.TunnelBandwidth !== 'large'
        if (device && fits) places.add(placeOf(device))
      }
      if (places.size >= fewest) yield { message: 'many', slots: { count: places.size, gateway: displayName(gateway), rate: tunnelMbps }, resources: [gateway.id, ...[...places].sort()] }
    },
  },
})
