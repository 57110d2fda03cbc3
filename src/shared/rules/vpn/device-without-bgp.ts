import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { formatPrefix } from '../../net/prefix.ts'
import { announcedOver } from '../readings/announcements.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'device-without-bgp',
  catalogue: 'R-VPN-06',
  title: 'Dynamic routing with a device that has no BGP',
  severity: 'error',
  profiles: ['seed-caveats'],
  appliesTo: ['vpn-connection', 'virtual-interface'],
  why: 'A connection with dynamic routing learns routes by a single-hop BGP session with the device that ends its tunnels. A device without BGP never opens one, so no route is ever exchanged.',
  remedy: 'Use static routes on the connection, or a device that supports BGP. A virtual interface cannot do without BGP.',
  sources: [{ fact: 'F-VPN-5', checked: CHECKED }],
  messages: {
    vpn: '{connection} uses BGP, but {device} does not support it.',
    interface: '{connection} needs BGP, but {device} does not support it.',
  },
  checkEach: {
    *'vpn-connection'(connection, { index }) {
      const device = index.getOf('customer-gateway', connection.CustomerGatewayId)
      if (connection.StaticRoutesOnly || device?.bgp !== false) return
      const name = displayName(connection)
      const prefixes = announcedOver(index, device, connection.id) ?? []
      const routes = connection.TransitGatewayId === undefined ? prefixes.map((prefix) => ({ DestinationCidrBlock: formatPrefix(prefix) })) : connection.Routes
      const useStatic = fix(`Use static routes on ${name}`, setField(connection, 'StaticRoutesOnly', true), setField(connection, 'Routes', routes))
      yield { message: 'vpn', slots: { connection: name, device: displayName(device) }, resources: [connection.id, device.id], field: 'StaticRoutesOnly', fixes: [useStatic] }
    },
    *'virtual-interface'(line, { index }) {
      const device = index.getOf('customer-gateway', line.customerRouter)
      if (device?.bgp === false) yield { message: 'interface', slots: { connection: displayName(line), device: displayName(device) }, resources: [line.id, device.id], field: 'customerRouter' }
    },
  },
})
