import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { parseAddress } from '../../net/address.ts'
import { containsAddress, parsePrefixes } from '../../net/prefix.ts'
import { nameOf } from '../readings/names.ts'
import { referrersOf } from '../readings/sessions.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Report } from '../rule.ts'

type Connection = ResourceOf<'vpn-connection'>

/** The public virtual interface of the device that announces its address, so that the tunnels would run over it. */
function publicLine(index: DesignIndex, device: ResourceOf<'customer-gateway'>): ResourceOf<'virtual-interface'> | undefined {
  const address = parseAddress(device.IpAddress ?? '')
  if (!address) return undefined
  const routers = device.site === undefined ? [device] : index.childrenOf('customer-gateway', device.site)
  const lines = routers.flatMap(({ id }) => referrersOf(index, 'virtual-interface', id)).filter(({ VirtualInterfaceType }) => VirtualInterfaceType === 'public')
  return lines.find(({ RouteFilterPrefixes = [] }) => parsePrefixes(RouteFilterPrefixes).some((prefix) => containsAddress(prefix, address)))
}

function* check(index: DesignIndex, connection: Connection): Generator<Report> {
  const name = displayName(connection)
  const off = fix(`Take the acceleration off ${name}`, setField(connection, 'EnableAcceleration', false))
  const common = { resources: [connection.id] as const, field: 'EnableAcceleration' }
  if (connection.VpnGatewayId !== undefined) return yield { message: 'gateway', slots: { connection: name, gateway: nameOf(index, connection.VpnGatewayId) }, ...common, fixes: [off] }
  const device = index.getOf('customer-gateway', connection.CustomerGatewayId)
  const line = device && publicLine(index, device)
  if (device && line) return yield { message: 'public', slots: { connection: name, line: displayName(line), device: displayName(device) }, ...common, resources: [connection.id, line.id, device.id], fixes: [off] }
  if (connection.TunnelOptions.some(({ StartupAction }) => StartupAction === 'start')) {
    const add = connection.TunnelOptions.map((tunnel) => ({ ...tunnel, StartupAction: 'add' as const }))
    return yield { message: 'start', slots: { connection: name, device: nameOf(index, connection.CustomerGatewayId) }, ...common, field: 'TunnelOptions', fixes: [fix(`Let the device open the tunnels of ${name}`, setField(connection, 'TunnelOptions', add))] }
  }
  if (!device || device.natTraversal === true || device.behindNat === true) return
  const slots = { connection: name, device: displayName(device) }
  const resources = [connection.id, device.id] as const
  if (device.natTraversal === false) yield { message: 'nat', slots, ...common, resources, fixes: [fix(`Turn NAT traversal of ${slots.device} on`, setField(device, 'natTraversal', true))] }
  else yield { message: 'unknown', slots, ...common, resources, verdict: 'cannot-tell', severity: 'advice' }
}

export default defineRule({
  id: 'accelerated-vpn',
  catalogue: 'R-VPN-15',
  title: 'Accelerated VPN that cannot work',
  severity: 'error',
  appliesTo: ['vpn-connection'],
  after: ['large-tunnel'],
  why: 'An accelerated connection enters the AWS network at an edge location. It ends on transit gateways only, needs NAT traversal and a device that opens the tunnels, and does not run over Direct Connect.',
  remedy: 'Meet these conditions, or make a connection without acceleration: it cannot be changed later.',
  sources: [{ fact: 'F-VPN-62', checked: CHECKED }],
  messages: {
    gateway: '{connection} is accelerated, which {gateway} does not offer: a virtual private gateway has no acceleration.',
    public: '{connection} is accelerated, but {line} announces the address of {device}, so its tunnels would run over Direct Connect.',
    start: '{connection} is accelerated, but AWS is to open its tunnels; {device} has to.',
    nat: '{connection} is accelerated, which needs NAT traversal, and {device} does without.',
    unknown: '{connection} is accelerated, which needs NAT traversal: say whether {device} uses it.',
  },
  checkEach: {
    *'vpn-connection'(connection, { index }) {
      if (connection.EnableAcceleration === true) yield* check(index, connection)
    },
  },
})
