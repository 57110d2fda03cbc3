import type { CustomerNetwork } from '../customer/network.ts'
import type { ImportContext } from '../context.ts'
import { cidrIn, nameOf } from '../fields.ts'
import { vpnGateways } from '../items/gateway.ts'
import { connections, directConnectGateways, virtualInterfaces } from '../items/hybrid.ts'

/** Private and transit virtual interfaces. */
export function importVirtualInterfaces(context: ImportContext, network: CustomerNetwork): void {
  for (const found of context.all(virtualInterfaces)) {
    const { item } = found
    const router = network.routerOf(found.awsId)
    const DirectConnectGatewayId = context.ref(directConnectGateways, item.DirectConnectGatewayId, found)
    const VirtualGatewayId = DirectConnectGatewayId ? undefined : context.ref(vpnGateways, item.VirtualGatewayId, found)
    if (!router || !(DirectConnectGatewayId ?? VirtualGatewayId)) {
      context.skip(found, context.missing('gateway', item.DirectConnectGatewayId || item.VirtualGatewayId))
      continue
    }
    const peer = item.BgpPeers.find((other) => cidrIn(other.AmazonAddress)) ?? item.BgpPeers[0]
    context.put('virtual-interface', found, {
      name: nameOf(found, item.Tags, item.VirtualInterfaceName),
      VirtualInterfaceType: item.VirtualInterfaceType === 'transit' ? 'transit' : 'private',
      ConnectionId: context.ref(connections, item.ConnectionId),
      customerRouter: router.id,
      DirectConnectGatewayId,
      VirtualGatewayId,
      Vlan: item.Vlan !== undefined && item.Vlan >= 0 && item.Vlan <= 4095 ? item.Vlan : 0,
      Asn: router.asn,
      AmazonAddress: cidrIn(item.AmazonAddress) ?? cidrIn(peer?.AmazonAddress),
      CustomerAddress: cidrIn(item.CustomerAddress) ?? cidrIn(peer?.CustomerAddress),
      SiteLinkEnabled: item.SiteLinkEnabled === true ? true : undefined,
      Mtu: item.Mtu !== undefined && item.Mtu >= 1500 && item.Mtu <= 9001 ? item.Mtu : undefined,
    })
  }
}
