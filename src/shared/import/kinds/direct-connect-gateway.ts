import type { ImportContext } from '../context.ts'
import { cidrIn, nameOf, unique } from '../fields.ts'
import { vpnGateways } from '../items/gateway.ts'
import { directConnectAssociations, directConnectGateways } from '../items/hybrid.ts'
import { transitGateways } from '../items/transit-gateway.ts'
import { AttachmentIndex } from '../tgw-attachments.ts'

/** Direct Connect gateways. */
export function importDirectConnectGateways(context: ImportContext): void {
  for (const found of context.all(directConnectGateways)) {
    const { item } = found
    if (item.AmazonSideAsn === undefined) context.note(found, 'assumed: its Amazon side ASN is 64512, because the answer does not say')
    context.put('direct-connect-gateway', found, {
      name: nameOf(found, item.Tags, item.DirectConnectGatewayName),
      OwnerId: found.account,
      AmazonSideAsn: item.AmazonSideAsn ?? 64_512,
    })
  }
}

/** Associations of Direct Connect gateways; on a transit gateway each is an attachment. */
export function importDirectConnectAssociations(context: ImportContext): void {
  const index = new AttachmentIndex(context)
  for (const found of context.all(directConnectAssociations)) {
    const { item } = found
    const DirectConnectGatewayId = context.ref(directConnectGateways, item.DirectConnectGatewayId, found)
    const gateway = item.AssociatedGateway?.Id ?? item.VirtualGatewayId
    const VpnGatewayId = context.ref(vpnGateways, gateway)
    const TransitGatewayId = VpnGatewayId ? undefined : context.ref(transitGateways, gateway)
    if (!DirectConnectGatewayId || !(VpnGatewayId ?? TransitGatewayId)) {
      context.skip(found, DirectConnectGatewayId ? context.missing('gateway', gateway) : context.missing('Direct Connect gateway', item.DirectConnectGatewayId))
      continue
    }
    context.put('direct-connect-gateway-association', found, {
      name: found.awsId,
      DirectConnectGatewayId,
      VpnGatewayId,
      TransitGatewayId,
      TransitGatewayAttachmentId: index.attachmentIdOf(found.id)?.slice(0, 100),
      AllowedPrefixes: unique(item.AllowedPrefixesToDirectConnectGateway.map((prefix) => cidrIn(prefix.Cidr))),
    })
  }
}
