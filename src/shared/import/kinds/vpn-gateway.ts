import type { ImportContext } from '../context.ts'
import { isLeaving, nameOf, placeFieldsOf } from '../fields.ts'
import { vpnGateways } from '../items/gateway.ts'
import { vpcs } from '../items/vpc.ts'

/** Virtual private gateways. */
export function importVpnGateways(context: ImportContext): void {
  for (const found of context.all(vpnGateways)) {
    const { item } = found
    const VpcAttachments = item.VpcAttachments.filter((attachment) => !isLeaving(attachment.State))
      .flatMap((attachment) => context.ref(vpcs, attachment.VpcId, found) ?? [])
      .map((VpcId) => ({ VpcId }))
    if (item.AmazonSideAsn === undefined) context.note(found, 'assumed: its Amazon side ASN is 64512, because the answer does not say')
    context.put('vpn-gateway', found, { name: nameOf(found, item.Tags), ...placeFieldsOf(found), AmazonSideAsn: item.AmazonSideAsn ?? 64_512, VpcAttachments })
  }
}
