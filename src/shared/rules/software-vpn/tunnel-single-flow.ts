import { displayName } from '../../document/query.ts'
import { SINGLE_FLOW_MBPS } from '../../facts/software-vpn.ts'
import { linesOf, tunnelsOf } from '../readings/appliances.ts'
import { sentence } from '../readings/names.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'tunnel-single-flow',
  catalogue: 'C-SW-01',
  title: 'Appliance counts on more than its tunnels carry',
  severity: 'warning',
  profiles: ['seed-caveats'],
  appliesTo: ['instance', 'software-vpn'],
  why: 'For EC2 an IPsec or GRE tunnel is one flow, and of one flow it carries a fixed rate whatever the size of the instance. Only more tunnels bring more.',
  remedy: 'Spread traffic over several tunnels with ECMP, or use a transit gateway with VPN ECMP or Direct Connect.',
  sources: [SINGLE_FLOW_MBPS],
  messages: { over: '{appliance} is to forward {rate} Mbps, but its tunnels ({tunnels}) carry {limit} Mbps at most, {flow} each.' },
  checkEach: {
    *instance(appliance, { index }) {
      const rate = appliance.bandwidthMbps ?? 0
      const tunnels = tunnelsOf(index, appliance.id).filter(({ protocol }) => protocol === 'ipsec' || protocol === 'gre')
      const limit = tunnels.length * SINGLE_FLOW_MBPS.value
      if (appliance.role !== 'vpn-appliance' || tunnels.length === 0 || tunnels.length < linesOf(index, appliance.id).length || rate <= limit) return
      yield { message: 'over', slots: { appliance: displayName(appliance), rate, tunnels: sentence(tunnels.map(displayName)), limit, flow: SINGLE_FLOW_MBPS.value }, resources: [appliance.id, ...tunnels.map(({ id }) => id)], field: 'bandwidthMbps' }
    },
  },
})
