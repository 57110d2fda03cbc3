import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { NO_LARGE_TUNNELS } from '../../facts/vpn.ts'
import { nameOf } from '../readings/names.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'large-tunnel',
  catalogue: 'R-VPN-10',
  title: 'Large tunnels where AWS has none',
  severity: 'error',
  appliesTo: ['vpn-connection'],
  why: 'Tunnels of large bandwidth exist on transit gateways and core networks only, for devices with a fixed address. They do not go together with acceleration, and a few Regions do not have them.',
  remedy: 'End the connection on a transit gateway without acceleration, or take standard tunnels.',
  sources: [{ fact: 'F-VPN-12', checked: CHECKED }, NO_LARGE_TUNNELS],
  messages: {
    gateway: '{connection} has large tunnels, which {gateway} does not offer: a virtual private gateway has standard ones only.',
    accelerated: '{connection} has large tunnels and acceleration, which AWS does not combine.',
    region: '{connection} has large tunnels, but {region} was without them on {checked}.',
    address: '{connection} has large tunnels, which need a device with a fixed public address: say in {device} which one it has.',
  },
  checkEach: {
    *'vpn-connection'(connection, { index }) {
      if (connection.TunnelBandwidth !== 'large') return
      const name = displayName(connection)
      const standard = fix(`Give ${name} standard tunnels`, setField(connection, 'TunnelBandwidth', 'standard'))
      const common = { resources: [connection.id] as const, field: 'TunnelBandwidth' }
      if (connection.VpnGatewayId !== undefined) return yield { message: 'gateway', slots: { connection: name, gateway: nameOf(index, connection.VpnGatewayId) }, ...common, fixes: [standard] }
      if (connection.EnableAcceleration === true) {
        return yield { message: 'accelerated', slots: { connection: name }, ...common, fixes: [standard, fix(`Take the acceleration off ${name}`, setField(connection, 'EnableAcceleration', false))] }
      }
      const region = index.getOf('transit-gateway', connection.TransitGatewayId)?.Region
      if (region !== undefined && NO_LARGE_TUNNELS.value.some((without) => without === region)) {
        return yield { message: 'region', slots: { connection: name, region, checked: NO_LARGE_TUNNELS.checked }, ...common, severity: 'warning', fixes: [standard] }
      }
      const device = index.getOf('customer-gateway', connection.CustomerGatewayId)
      if (device && device.IpAddress === undefined) yield { message: 'address', slots: { connection: name, device: displayName(device) }, ...common, verdict: 'cannot-tell', severity: 'advice' }
    },
  },
})
