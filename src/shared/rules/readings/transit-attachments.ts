import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Kind, ResourceOf } from '../../model/index.ts'
import { ATTACHMENT_KINDS } from '../../model/kinds/transit-gateway-route-table.ts'

/** A link that is an attachment of a transit gateway. */
export type TransitAttachment = ResourceOf<(typeof ATTACHMENT_KINDS)[number]>

const isAttachment = (resource: { readonly kind: Kind }): resource is TransitAttachment => (ATTACHMENT_KINDS as readonly Kind[]).includes(resource.kind)

/** All attachments of a transit gateway, each once, in order of id. A Client VPN endpoint is one only while it names the gateway. */
export function transitAttachmentsOf(index: DesignIndex, gateway: ResourceId): TransitAttachment[] {
  const found = new Map<ResourceId, TransitAttachment>()
  for (const { resource, reference } of index.referrers(gateway)) {
    const field = reference.at[0]
    if ((field === 'TransitGatewayId' || field === 'PeerTransitGatewayId') && isAttachment(resource)) found.set(resource.id, resource)
  }
  return [...found.values()]
}
