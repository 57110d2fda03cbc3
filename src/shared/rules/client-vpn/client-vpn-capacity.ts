import { displayName } from '../../document/query.ts'
import { CONNECTIONS_BY_ASSOCIATIONS } from '../../facts/client-vpn.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'client-vpn-capacity',
  catalogue: 'R-CVPN-11',
  title: 'More connections at peak than the associations take',
  severity: 'warning',
  appliesTo: ['client-vpn-endpoint'],
  why: 'Each associated subnet adds capacity to a Client VPN endpoint. Beyond it nobody else gets in.',
  remedy: 'Associate further subnets, or spread the users over several endpoints.',
  sources: [CONNECTIONS_BY_ASSOCIATIONS],
  messages: { over: '{endpoint} is to take {peak} connections at peak; with {count} associated subnets it takes {capacity}.' },
  checkEach: {
    *'client-vpn-endpoint'(endpoint) {
      const { peakConnections: peak = 0, ClientVpnTargetNetworks } = endpoint
      const [capacities, count] = [CONNECTIONS_BY_ASSOCIATIONS.value, ClientVpnTargetNetworks.length]
      const capacity = capacities[Math.min(count, capacities.length) - 1]
      if (capacity !== undefined && peak > capacity) yield { message: 'over', slots: { endpoint: displayName(endpoint), peak, count, capacity }, resources: [endpoint.id], field: 'peakConnections' }
    },
  },
})
