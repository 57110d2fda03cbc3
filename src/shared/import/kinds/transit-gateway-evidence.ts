import type { Found, ImportContext } from '../context.ts'
import { associations, attachments, propagatedRoutes, propagations, staticRoutes, transitGatewayRouteTables } from '../items/transit-gateway.ts'
import { AttachmentIndex } from '../tgw-attachments.ts'

/** Counts the answers about transit gateway tables and attachments as shown by what they went into. */
export function countTransitGatewayEvidence(context: ImportContext): void {
  const index = new AttachmentIndex(context)
  for (const found of context.all(attachments)) {
    const attachment = index.find({ TransitGatewayAttachmentId: found.awsId, ResourceId: found.item.ResourceId, ResourceType: found.item.ResourceType, State: undefined }, found.item.TransitGatewayId ?? '')
    if (attachment && context.resources.has(attachment.id)) context.merge(found, attachment.id)
    else context.skip(found, context.missing(found.item.ResourceType ?? 'resource', found.item.ResourceId))
  }
  const ofTables: readonly Found<{ readonly TransitGatewayRouteTableId: string }>[] = [...context.all(propagations), ...context.all(associations), ...context.all(staticRoutes), ...context.all(propagatedRoutes)]
  for (const found of ofTables) {
    const table = context.ref(transitGatewayRouteTables, found.item.TransitGatewayRouteTableId, found)
    if (table) context.merge(found, table)
    else context.skip(found, context.missing('table', found.item.TransitGatewayRouteTableId))
  }
}
