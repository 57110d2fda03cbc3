import { displayName } from '../../document/query.ts'
import { QUOTAS } from '../../facts/quotas.ts'
import type { ResourceOf } from '../../model/index.ts'
import { file } from '../readings/group.ts'
import { overQuota } from '../readings/over-quota.ts'
import { referrersOf } from '../readings/sessions.ts'
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
      const over = overQuota(context, 'vpn-connections-per-vpn-gateway', referrersOf(index, 'vpn-connection', gateway.id).length)
      if (over) yield { message: 'gateway', slots: { gateway: displayName(gateway), ...over.slots }, resources: [gateway.id], severity: over.severity }
    }
    const regions = new Map<string, ResourceOf<'vpn-connection'>[]>()
    for (const connection of index.all('vpn-connection')) {
      const vgw = index.getOf('vpn-gateway', connection.VpnGatewayId)
      const end = vgw ?? index.getOf('transit-gateway', connection.TransitGatewayId)
      const region = end?.Region ?? index.getOf('vpc', vgw?.VpcAttachments[0]?.VpcId)?.Region
      if (region !== undefined) file(regions, `${region}${end?.OwnerId === undefined ? '' : ` of account ${end.OwnerId}`}`, connection)
    }
    for (const [region, connections] of regions) {
      const over = overQuota(context, 'vpn-connections-per-region', connections.length)
      const [first] = connections
      if (over && first) yield { message: 'region', slots: { region, ...over.slots }, resources: [first.id], severity: over.severity }
    }
  },
})
