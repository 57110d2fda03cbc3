import { displayName } from '../../../document/query.ts'
import type { ResourceOf } from '../../../model/index.ts'
import type { Emission } from '../emission.ts'
import { asnText, defineEmitter, directConnectName, directConnectTags, isIpv6 } from '../emitter.ts'
import type { Value } from '../value.ts'

type Interface = ResourceOf<'virtual-interface'>

/** The BGP peer of the customer's router; the MD5 key is AWS's choice and never written (F-CFN-111, F-CFN-113). */
function peerOf(vif: Interface, to: Emission): Value {
  const families = [vif.AmazonAddress, vif.CustomerAddress].flatMap((address) => (address === undefined ? [] : [isIpv6(address)]))
  const ipv6 = families.length > 0 && families.every(Boolean)
  return {
    AddressFamily: ipv6 ? 'ipv6' : 'ipv4',
    Asn: asnText(vif, vif.Asn, to),
    // IPv6 peer addresses are assigned by AWS (F-ADDR-43).
    AmazonAddress: ipv6 ? undefined : vif.AmazonAddress,
    CustomerAddress: ipv6 ? undefined : vif.CustomerAddress,
  }
}

/** A private or transit virtual interface (F-CFN-57, F-CFN-58). */
export const virtualInterface = defineEmitter({
  kind: 'virtual-interface',
  refuse(vif) {
    if (vif.VirtualInterfaceType === 'public') return 'this version writes no template for public virtual interfaces'
    if (vif.VirtualInterfaceType === 'transit') return vif.DirectConnectGatewayId === undefined || vif.VirtualGatewayId !== undefined ? 'a transit virtual interface ends on a Direct Connect gateway alone' : undefined
    return (vif.DirectConnectGatewayId === undefined) === (vif.VirtualGatewayId === undefined) ? 'it needs either a Direct Connect gateway or a virtual private gateway' : undefined
  },
  emit(vif, to) {
    const label = displayName(vif)
    const connection =
      vif.ConnectionId === undefined || !to.isExported(vif.ConnectionId)
        ? to.parameter(to.names.part(vif.id, 'ConnectionId'), { type: 'String', pattern: '^dx(con|lag)-[a-z0-9]{8,21}$', description: `Connection (dxcon-...) or link aggregation group (dxlag-...) of virtual interface ${label}.` })
        : to.ref(vif.ConnectionId)
    to.add(to.names.of(vif.id), `AWS::DirectConnect::${vif.VirtualInterfaceType === 'transit' ? 'Transit' : 'Private'}VirtualInterface`, {
      VirtualInterfaceName: directConnectName(vif),
      ConnectionId: connection,
      DirectConnectGatewayId: vif.DirectConnectGatewayId === undefined ? undefined : to.ref(vif.DirectConnectGatewayId),
      VirtualGatewayId: vif.VirtualGatewayId === undefined ? undefined : to.ref(vif.VirtualGatewayId),
      Vlan: vif.Vlan,
      Mtu: vif.Mtu,
      BgpPeers: [peerOf(vif, to)],
      Tags: directConnectTags(vif.name),
    }, vif.ConnectionId === undefined || !to.isExported(vif.ConnectionId) ? [] : [to.names.of(vif.ConnectionId)]) // a group carries nothing before its connection
    const router = to.index.get(vif.customerRouter)
    to.manual(`Configure BGP for virtual interface ${label} on ${router ? displayName(router) : "the customer's router"} from its configuration file (aws directconnect describe-router-configuration)${vif.localPreference === undefined ? '' : `, and tag what it announces with community ${vif.localPreference}`}.`)
  },
})
