import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { nameOf } from '../readings/names.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'bgp-device',
  catalogue: 'R-VPN-05',
  title: 'IPsec and BGP of a VPN connection end on different devices',
  severity: 'error',
  appliesTo: ['vpn-connection'],
  why: 'The BGP session of a VPN connection runs inside its tunnels and is single-hop. It comes up only on the device that ends IPsec.',
  remedy: 'End IPsec and BGP on the same device.',
  sources: [{ fact: 'F-VPN-5', checked: CHECKED }],
  messages: { different: '{connection} ends IPsec on {device} but BGP on {bgpDevice}.' },
  *check({ index }) {
    for (const connection of index.all('vpn-connection')) {
      const { bgpDevice, CustomerGatewayId: device } = connection
      if (connection.StaticRoutesOnly || bgpDevice === undefined || bgpDevice === device) continue
      const slots = { connection: displayName(connection), device: nameOf(index, device), bgpDevice: nameOf(index, bgpDevice) }
      yield { message: 'different', slots, resources: [connection.id, device, bgpDevice], field: 'bgpDevice', fixes: [fix(`End BGP of ${slots.connection} on ${slots.device}`, setField(connection, 'bgpDevice', undefined))] }
    }
  },
})
