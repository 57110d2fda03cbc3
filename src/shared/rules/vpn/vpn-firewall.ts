import { displayName } from '../../document/query.ts'
import { VPN_PORTS } from '../../facts/vpn.ts'
import { sentence } from '../readings/names.ts'
import { connectionsOf } from '../readings/sessions.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

const LABELS = { 'udp-500': 'UDP 500', 'udp-4500': 'UDP 4500', esp: 'ESP (protocol 50)' } as const

export default defineRule({
  id: 'vpn-firewall',
  catalogue: 'R-VPN-16',
  title: 'Firewall in front of the VPN device blocks IPsec',
  severity: 'error',
  profiles: ['seed-caveats'],
  appliesTo: ['customer-gateway'],
  why: 'Keys are agreed on UDP 500 and traffic travels as ESP, or in UDP 4500 behind a translating device. If one of them is blocked in either direction, the tunnels do not come up.',
  remedy: 'Open it in both directions between the device and the outside addresses of the tunnels.',
  sources: [VPN_PORTS],
  messages: { blocked: 'The firewall in front of {device} does not let {missing} through, as {connections} would need.' },
  checkEach: {
    *'customer-gateway'(device, { index }) {
      const passes = device.firewallPasses ?? []
      if (passes.length === 0) return
      const connections = connectionsOf(index, device.id)
      if (connections.length === 0) return
      const isTranslated = device.behindNat === true || device.natTraversal === true || connections.some(({ EnableAcceleration }) => EnableAcceleration === true)
      const { always, plain, natTraversal } = VPN_PORTS.value
      const missing = [...always, isTranslated ? natTraversal : plain].filter((one) => !passes.includes(one))
      if (missing.length === 0) return
      const text = sentence(missing.map((one) => LABELS[one]))
      yield {
        message: 'blocked',
        slots: { device: displayName(device), missing: text, connections: sentence(connections.map(displayName)) },
        resources: [device.id, ...connections.map(({ id }) => id)],
        field: 'firewallPasses',
        fixes: [fix(`Let ${text} through to ${displayName(device)}`, setField(device, 'firewallPasses', [...passes, ...missing]))],
      }
    },
  },
})
