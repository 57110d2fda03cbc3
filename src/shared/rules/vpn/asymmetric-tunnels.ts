import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { sentence } from '../readings/names.ts'
import { connectionsOf, referrersOf } from '../readings/sessions.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'asymmetric-tunnels',
  catalogue: 'R-VPN-33',
  title: 'Device does not take replies over another tunnel',
  severity: 'warning',
  appliesTo: ['customer-gateway'],
  after: ['tunnel-not-configured'],
  why: 'AWS picks the tunnel for what it sends, and may pick another than the device uses, also only for as long as one end is serviced. A firewall that ties a connection to one tunnel drops the replies.',
  remedy: 'Let the device take traffic over all its tunnels, or steer both directions to the same one with BGP attributes.',
  sources: [{ fact: 'F-VPN-57', checked: CHECKED }],
  messages: { drops: '{device} does not take asymmetric traffic, but has several tunnels ({connections}), and AWS may answer over another one than it uses.' },
  checkEach: {
    *'customer-gateway'(device, { index }) {
      if (device.acceptsAsymmetric !== false) return
      const connections = connectionsOf(index, device.id)
      const tunnels = connections.flatMap(({ TunnelOptions }) => TunnelOptions.filter(({ configured }) => configured)).length
      if (tunnels + referrersOf(index, 'virtual-interface', device.id).length < 2 || connections.length === 0) return
      yield { message: 'drops', slots: { device: displayName(device), connections: sentence(connections.map(displayName)) }, resources: [device.id, ...connections.map(({ id }) => id)], field: 'acceptsAsymmetric' }
    },
  },
})
