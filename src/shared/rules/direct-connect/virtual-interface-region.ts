import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { defineRule } from '../rule.ts'

/** The Region of a virtual private gateway, which is that of its VPC when it does not say. */
function regionOf(index: DesignIndex, gateway: ResourceOf<'vpn-gateway'>): string | undefined {
  return gateway.Region ?? index.getOf('vpc', gateway.VpcAttachments[0]?.VpcId)?.Region
}

export default defineRule({
  id: 'virtual-interface-region',
  catalogue: 'R-DX-09',
  title: 'Private virtual interface ends on a virtual private gateway of another Region',
  severity: 'error',
  appliesTo: ['virtual-interface'],
  why: 'A private virtual interface reaches a virtual private gateway directly only in the Region that its port belongs to. AWS offers no gateway of another Region when the interface is made.',
  remedy: 'End the interface on a Direct Connect gateway and associate that with the virtual private gateway.',
  sources: [{ fact: 'F-DX-21', checked: CHECKED }],
  messages: { elsewhere: '{vif} runs over {connection}, which belongs to {region}, but {gateway} is in {gatewayRegion}.' },
  *check({ index }) {
    for (const vif of index.all('virtual-interface')) {
      const gateway = index.getOf('vpn-gateway', vif.VirtualGatewayId)
      const connection = index.getOf('direct-connect-connection', vif.ConnectionId) ?? index.getOf('direct-connect-lag', vif.ConnectionId)
      const gatewayRegion = gateway && regionOf(index, gateway)
      const region = connection?.Region
      if (!gateway || !connection || region === undefined || gatewayRegion === undefined || region === gatewayRegion) continue
      yield {
        message: 'elsewhere',
        slots: { vif: displayName(vif), connection: displayName(connection), region, gateway: displayName(gateway), gatewayRegion },
        resources: [vif.id, connection.id, gateway.id],
        field: 'VirtualGatewayId',
      }
    }
  },
})
