import { displayName } from '../../../document/query.ts'
import type { ResourceOf } from '../../../model/index.ts'
import { containsPrefix, formatPrefix, parsePrefix } from '../../../net/prefix.ts'
import { emitTunnelAlarm } from '../alarm.ts'
import type { Emission } from '../emission.ts'
import { canonical, defineEmitter, isIpv6, nameTags } from '../emitter.ts'
import { prefixWord } from '../names.ts'
import { statedOptions } from '../tunnel-options.ts'
import { refTo, type Value } from '../value.ts'

type Vpn = ResourceOf<'vpn-connection'>

const INSIDE = [
  { pool: parsePrefix('169.254.0.0/16'), length: 30, property: 'TunnelInsideCidr' },
  { pool: parsePrefix('fd00::/8'), length: 126, property: 'TunnelInsideIpv6Cidr' },
] as const

/** Options and inside addresses of the tunnels, where the design has ones that AWS accepts (F-ADDR-40, F-ADDR-41). Pre-shared keys are never written (F-CFN-113). */
function tunnelOptions(vpn: Vpn, to: Emission): Value[] | undefined {
  const options = vpn.TunnelOptions.map((tunnel, number) => {
    const block = tunnel.TunnelInsideCidr === undefined ? undefined : parsePrefix(tunnel.TunnelInsideCidr)
    const { options: stated, refused } = statedOptions(tunnel)
    for (const name of refused) to.skip(vpn, `${name} of tunnel ${number + 1} is left out, AWS's default holds: it is outside what AWS takes`)
    if (!block) return stated
    const fit = INSIDE.find(({ pool, length }) => pool && containsPrefix(pool, block) && block.length === length)
    if (fit) return { [fit.property]: formatPrefix(block), ...stated }
    to.skip(vpn, `the inside CIDR ${formatPrefix(block)} of tunnel ${number + 1} is left out, AWS chooses one: it takes a /30 of 169.254.0.0/16 or a /126 of fd00::/8`)
    return stated
  })
  const last = options.findLastIndex((option) => Object.keys(option).length > 0)
  return last < 0 ? undefined : options.slice(0, last + 1)
}

function emitStaticRoutes(vpn: Vpn, to: Emission): void {
  const destinations = [...new Set(vpn.Routes.map((route) => canonical(route.DestinationCidrBlock)))]
  for (const destination of destinations) {
    if (!vpn.StaticRoutesOnly) to.skip(vpn, `its static route ${destination} is left out: the connection uses BGP`)
    else if (vpn.VpnGatewayId === undefined) to.skip(vpn, `its static route ${destination} is left out: on a transit gateway static routes belong in its route tables`)
    else if (isIpv6(destination)) to.skip(vpn, `its static route ${destination} is left out: a VPN connection to a virtual private gateway carries IPv4 only`)
    else to.add(to.names.part(vpn.id, `To${prefixWord(destination)}`), 'AWS::EC2::VPNConnectionRoute', { VpnConnectionId: refTo(to.names.of(vpn.id)), DestinationCidrBlock: destination })
  }
}

/** A VPN connection (F-CFN-50, F-CFN-51). */
export const vpnConnection = defineEmitter({
  kind: 'vpn-connection',
  refuse(vpn, index) {
    if (vpn.VpnGatewayId !== undefined && vpn.TransitGatewayId !== undefined) return 'it names both a virtual private gateway and a transit gateway, and a connection has one'
    if (vpn.CoreNetworkId !== undefined || vpn.OutsideIpAddressType === 'PrivateIpv4') return 'this version writes no template for VPN connections of core networks or over private addresses'
    return index.get(vpn.CustomerGatewayId)?.kind === 'instance' ? 'this version writes no customer gateway for an appliance on EC2' : undefined
  },
  emit(vpn, to) {
    const label = displayName(vpn)
    const device = to.index.get(vpn.CustomerGatewayId)
    to.add(to.names.of(vpn.id), 'AWS::EC2::VPNConnection', {
      Type: 'ipsec.1',
      CustomerGatewayId: to.ref(vpn.CustomerGatewayId),
      VpnGatewayId: vpn.VpnGatewayId === undefined ? undefined : to.ref(vpn.VpnGatewayId),
      TransitGatewayId: vpn.TransitGatewayId === undefined ? undefined : to.ref(vpn.TransitGatewayId),
      StaticRoutesOnly: vpn.StaticRoutesOnly,
      EnableAcceleration: vpn.EnableAcceleration === true ? true : undefined,
      OutsideIpAddressType: vpn.OutsideIpAddressType,
      TunnelBandwidth: vpn.TunnelBandwidth,
      TunnelInsideIpVersion: vpn.TunnelInsideIpVersion,
      VpnTunnelOptionsSpecifications: tunnelOptions(vpn, to),
      Tags: nameTags(vpn.name),
    })
    emitStaticRoutes(vpn, to)
    to.manual(
      `Configure both tunnels of VPN connection ${label} on ${device ? displayName(device) : 'the customer device'} from its configuration file (aws ec2 get-vpn-connection-device-sample-configuration): outside addresses and pre-shared keys are not in the template, and replacing the connection changes them.`,
    )
    emitTunnelAlarm(vpn, to)
  },
})
