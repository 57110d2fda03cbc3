import { displayName } from '../../document/query.ts'
import { INTERFACE_MTUS } from '../../facts/direct-connect.ts'
import { portOf } from '../readings/campuses.ts'
import { sentence } from '../readings/names.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'interface-mtu',
  catalogue: 'R-DX-25',
  title: 'MTU that a virtual interface cannot have',
  severity: 'error',
  appliesTo: ['virtual-interface'],
  why: 'A private virtual interface has an MTU of 1500 or 9001, a transit one of 1500 or 8500, a public one of 1500. Jumbo frames need a connection that carries them.',
  remedy: 'Choose one of these values, and jumbo frames only over a connection that is capable of them.',
  sources: [INTERFACE_MTUS],
  messages: {
    value: '{vif} has an MTU of {mtu}; a {type} virtual interface has {allowed}.',
    jumbo: '{vif} has an MTU of {mtu}, but {connection} does not carry jumbo frames.',
    unknown: '{vif} has an MTU of {mtu}: say whether {connection} carries jumbo frames.',
  },
  checkEach: {
    *'virtual-interface'(vif, { index }) {
      const { Mtu: mtu, VirtualInterfaceType: type } = vif
      if (mtu === undefined || mtu === INTERFACE_MTUS.value.public[0]) return
      const allowed: readonly number[] = INTERFACE_MTUS.value[type]
      const slots = { vif: displayName(vif), mtu, type, allowed: sentence(allowed.map(String)).replace(' and ', ' or '), connection: '' }
      const best = Math.max(...allowed.filter((size) => size <= mtu))
      // Some pages of AWS give 8500 for private interfaces too.
      const isDisputed = type === 'private' && INTERFACE_MTUS.value.transit.some((size) => size === mtu)
      if (!allowed.includes(mtu)) return yield { message: 'value', slots, resources: [vif.id], field: 'Mtu', fixes: [fix(`Give ${slots.vif} an MTU of ${best}`, setField(vif, 'Mtu', best))], ...(isDisputed ? { severity: 'warning' } : {}) }
      const port = portOf(index, vif)
      const connection = index.getOf('direct-connect-connection', vif.ConnectionId)
      if (connection?.JumboFrameCapable === true || (!connection && port.resource)) return
      const common = { slots: { ...slots, connection: port.name }, resources: [vif.id, port.id] as const, field: 'Mtu' }
      if (connection?.JumboFrameCapable === false) yield { message: 'jumbo', ...common, fixes: [fix(`Give ${slots.vif} an MTU of 1500`, setField(vif, 'Mtu', 1500))] }
      else if (connection) yield { message: 'unknown', ...common, resources: [connection.id, vif.id], verdict: 'cannot-tell', severity: 'advice' }
    },
  },
})
