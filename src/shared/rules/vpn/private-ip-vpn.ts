import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { parseAddress } from '../../net/address.ts'
import { containsPrefix, parsePrefixes } from '../../net/prefix.ts'
import { isPublicAddress } from '../../net/public.ts'
import { nameOf } from '../readings/names.ts'
import { referrersOf } from '../readings/sessions.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Report } from '../rule.ts'

type Connection = ResourceOf<'vpn-connection'>

function* checkHub(index: DesignIndex, connection: Connection, hub: ResourceOf<'transit-gateway'>): Generator<Report> {
  const transport = index.getOf('direct-connect-gateway-association', connection.TransportTransitGatewayAttachmentId)
  const name = displayName(connection)
  if (transport?.TransitGatewayId !== hub.id) {
    const [only, ...others] = referrersOf(index, 'direct-connect-gateway-association', hub.id)
    const fixes = only && others.length === 0 ? [fix(`Carry ${name} over ${displayName(only)}`, setField(connection, 'TransportTransitGatewayAttachmentId', only.id))] : []
    return yield { message: 'transport', slots: { connection: name, hub: displayName(hub) }, resources: [connection.id, hub.id], field: 'TransportTransitGatewayAttachmentId', fixes }
  }
  if (!referrersOf(index, 'virtual-interface', transport.DirectConnectGatewayId).some(({ VirtualInterfaceType }) => VirtualInterfaceType === 'transit')) {
    return yield { message: 'line', slots: { connection: name, gateway: nameOf(index, transport.DirectConnectGatewayId) }, resources: [connection.id, transport.DirectConnectGatewayId] }
  }
  if (hub.TransitGatewayCidrBlocks.length === 0) return // transit-gateway-cidr says so
  const allowed = parsePrefixes(transport.AllowedPrefixes)
  const missing = hub.TransitGatewayCidrBlocks.filter((block) => !parsePrefixes([block]).some((own) => allowed.some((prefix) => containsPrefix(prefix, own))))
  if (missing.length < hub.TransitGatewayCidrBlocks.length) return
  const slots = { connection: name, hub: displayName(hub), blocks: missing.join(', '), transport: displayName(transport) }
  yield { message: 'allowed', slots, resources: [connection.id, transport.id], field: 'TransportTransitGatewayAttachmentId', fixes: [fix(`Allow ${slots.blocks} in ${slots.transport}`, setField(transport, 'AllowedPrefixes', [...transport.AllowedPrefixes, ...missing]))] }
}

function* checkDevice(index: DesignIndex, connection: Connection): Generator<Report> {
  const device = index.getOf('customer-gateway', connection.CustomerGatewayId)
  const address = parseAddress(device?.IpAddress ?? '')
  if (!device || !address) return
  const slots = { connection: displayName(connection), device: displayName(device), address: device.IpAddress ?? '' }
  const line = referrersOf(index, 'virtual-interface', device.id).find(({ CustomerAddress }) => CustomerAddress?.split('/')[0] === device.IpAddress)
  if (isPublicAddress(address)) yield { message: 'public', slots, resources: [connection.id, device.id], field: 'OutsideIpAddressType' }
  else if (line) yield { message: 'peer', slots: { ...slots, line: displayName(line) }, resources: [connection.id, device.id, line.id], field: 'OutsideIpAddressType' }
}

export default defineRule({
  id: 'private-ip-vpn',
  catalogue: 'R-VPN-18',
  title: 'Private IP VPN that cannot come up',
  severity: 'error',
  profiles: ['seed-caveats'],
  appliesTo: ['vpn-connection'],
  after: ['transit-gateway-cidr'],
  why: "A VPN over private addresses runs inside a transit virtual interface: AWS's ends come from a block of the transit gateway, which the Direct Connect gateway must announce. The device's end is a private address of the site and not the one of the BGP session.",
  remedy: 'Name the association that carries it, give the transit gateway a block and allow that block there.',
  sources: [{ fact: 'F-VPN-70', checked: CHECKED }],
  messages: {
    gateway: '{connection} has private addresses outside, which {hub} does not offer: they need a transit gateway.',
    transport: '{connection} has private addresses outside, but names no association of {hub} with a Direct Connect gateway that carries it.',
    line: '{connection} is to run over {gateway}, which has no transit virtual interface.',
    allowed: "AWS's ends of {connection} come from {blocks} of {hub}, which {transport} does not allow: the device never learns of them.",
    public: '{connection} has private addresses outside, but {device} has the public address {address}.',
    peer: '{connection} ends on {address} of {device}, which is the BGP address of {line}; AWS does not take that.',
  },
  checkEach: {
    *'vpn-connection'(connection, { index }) {
      if (connection.OutsideIpAddressType !== 'PrivateIpv4') return
      const hub = index.getOf('transit-gateway', connection.TransitGatewayId)
      if (connection.VpnGatewayId !== undefined) yield { message: 'gateway', slots: { connection: displayName(connection), hub: nameOf(index, connection.VpnGatewayId) }, resources: [connection.id, connection.VpnGatewayId], field: 'OutsideIpAddressType' }
      else if (hub) yield* checkHub(index, connection, hub)
      yield* checkDevice(index, connection)
    },
  },
})
