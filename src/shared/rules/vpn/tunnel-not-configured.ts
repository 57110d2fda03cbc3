import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { nameOf } from '../readings/names.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'tunnel-not-configured',
  catalogue: 'R-VPN-01',
  title: 'VPN device uses only one tunnel of a connection',
  severity: 'warning',
  profiles: ['seed-caveats', 'resilience-99-9'],
  appliesTo: ['vpn-connection'],
  why: 'AWS ends every VPN connection on two tunnels in different zones, and services them one at a time. With one tunnel configured, each such service interrupts the connection.',
  remedy: 'Configure the other tunnel on the device as well; it costs nothing more.',
  sources: [{ fact: 'F-VPN-2', checked: CHECKED }],
  messages: {
    one: '{device} uses only tunnel {used} of {connection}: when AWS services or loses that end, the connection is down.',
    none: '{device} uses neither tunnel of {connection}, so it carries nothing.',
  },
  checkEach: {
    *'vpn-connection'(connection, { index }) {
      const used = [1, 2].filter((tunnel) => connection.TunnelOptions[tunnel - 1]?.configured === true)
      if (used.length === 2) return
      const name = displayName(connection)
      const configured = connection.TunnelOptions.map((tunnel) => ({ ...tunnel, configured: true }))
      yield {
        message: used.length === 1 ? 'one' : 'none',
        slots: { device: nameOf(index, connection.CustomerGatewayId), used: used.join(), connection: name },
        resources: [connection.id, connection.CustomerGatewayId],
        field: 'TunnelOptions',
        fixes: [fix(`Configure both tunnels of ${name}`, setField(connection, 'TunnelOptions', configured))],
        ...(used.length === 0 ? { severity: 'error' } : {}),
      }
    },
  },
})
