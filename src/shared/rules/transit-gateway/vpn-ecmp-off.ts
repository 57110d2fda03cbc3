import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { file } from '../readings/group.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { placeOf, referrersOf } from '../readings/sessions.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'vpn-ecmp-off',
  catalogue: 'R-TGW-15',
  title: 'Several VPN connections of a site without ECMP',
  severity: 'warning',
  appliesTo: ['transit-gateway', 'vpn-connection'],
  after: ['load-sharing'],
  why: 'A transit gateway spreads traffic over all tunnels that announce the same prefix with the same AS path, when it is told to. With ECMP off one tunnel carries everything, whatever else is up.',
  remedy: 'Turn on VPN ECMP support of the transit gateway.',
  sources: [{ fact: 'F-VPN-13', checked: CHECKED }],
  messages: { off: '{gateway} has {connections} to {place} with BGP, but VPN ECMP is off, so one tunnel carries all traffic to it.' },
  checkEach: {
    *'transit-gateway'(gateway, { index }) {
      if (gateway.VpnEcmpSupport === 'enable') return
      const byPlace = new Map<ResourceId, ResourceOf<'vpn-connection'>[]>()
      for (const connection of referrersOf(index, 'vpn-connection', gateway.id)) {
        const device = index.getOf('customer-gateway', connection.CustomerGatewayId)
        if (!connection.StaticRoutesOnly) file(byPlace, device ? placeOf(device) : connection.CustomerGatewayId, connection)
      }
      const several = [...byPlace].filter(([, connections]) => connections.length > 1)
      if (several.length === 0) return
      const connections = several.flatMap(([, all]) => all)
      yield {
        message: 'off',
        slots: { gateway: displayName(gateway), connections: sentence(connections.map(displayName)), place: sentence(several.map(([place]) => nameOf(index, place))) },
        resources: [gateway.id, ...connections.map(({ id }) => id)],
        field: 'VpnEcmpSupport',
        fixes: [fix(`Turn on VPN ECMP of ${displayName(gateway)}`, setField(gateway, 'VpnEcmpSupport', 'enable'))],
      }
    },
  },
})
