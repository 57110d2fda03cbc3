import type { ResourceId } from '../model/id.ts'
import type { Found, ImportContext } from './context.ts'
import { directConnectAssociations, vpnConnections } from './items/hybrid.ts'
import { attachments, type AttachedItem, vpcAttachments } from './items/transit-gateway.ts'

/** An attachment of a transit gateway: the link that stands for it, and the table that AWS says it uses. */
export interface Attachment {
  readonly id: ResourceId
  readonly transitGatewayId: string
  readonly attachmentId?: string | undefined
  /** Table it is associated with, by AWS id; undefined when the import does not say. */
  readonly table?: string | undefined
  readonly found: Found<unknown>
}

/** Attachments of the import's transit gateways, by every name that answers use for them. */
export class AttachmentIndex {
  readonly all: readonly Attachment[]
  readonly #byId = new Map<string, Attachment>()
  readonly #byResource = new Map<string, Attachment>()

  /** Joins the list of all attachments with the VPC attachments, VPN connections and associations that they are. */
  constructor(context: ImportContext) {
    const listed = context.all(attachments)
    const listOf = (type: string, resource: string | undefined, gateway: string) =>
      listed.find(({ item }) => item.ResourceType === type && item.ResourceId === resource && (item.TransitGatewayId ?? gateway) === gateway)
    const make = (found: Found<unknown>, transitGatewayId: string, type: string, resource: string | undefined, entry: Found<Parameters<typeof attachments.identify>[0]> | undefined): Attachment => {
      const attachment = { id: found.id, transitGatewayId, attachmentId: entry?.awsId, table: tableOf(entry?.item), found }
      if (attachment.attachmentId) this.#byId.set(attachment.attachmentId, attachment)
      if (resource) this.#byResource.set(JSON.stringify([type, resource, transitGatewayId]), attachment)
      return attachment
    }
    const all: Attachment[] = []
    for (const found of context.all(vpcAttachments)) {
      const gateway = found.item.TransitGatewayId ?? ''
      const attachment = make(found, gateway, 'vpc', found.item.VpcId, context.find(attachments, found.awsId) ?? listOf('vpc', found.item.VpcId, gateway))
      this.#byId.set(found.awsId, attachment)
      all.push(attachment)
    }
    for (const found of context.all(vpnConnections)) {
      const gateway = found.item.TransitGatewayId
      if (gateway) all.push(make(found, gateway, 'vpn', found.awsId, listOf('vpn', found.awsId, gateway)))
    }
    for (const found of context.all(directConnectAssociations)) {
      const { AssociatedGateway, DirectConnectGatewayId } = found.item
      if (AssociatedGateway?.Type !== 'transitGateway' || !AssociatedGateway.Id) continue
      all.push(make(found, AssociatedGateway.Id, 'direct-connect-gateway', DirectConnectGatewayId, listOf('direct-connect-gateway', DirectConnectGatewayId, AssociatedGateway.Id)))
    }
    this.all = all
  }

  /** The attachment that a table's list or route names. */
  find(item: AttachedItem, transitGatewayId: string): Attachment | undefined {
    return (item.TransitGatewayAttachmentId ? this.#byId.get(item.TransitGatewayAttachmentId) : undefined) ?? this.#byResource.get(JSON.stringify([item.ResourceType, item.ResourceId, transitGatewayId]))
  }

  /** Attachments of one transit gateway. */
  of(transitGatewayId: string): Attachment[] {
    return this.all.filter((attachment) => attachment.transitGatewayId === transitGatewayId)
  }

  /** AWS's id of the attachment that a link is. */
  attachmentIdOf(link: ResourceId): string | undefined {
    return this.all.find((attachment) => attachment.id === link)?.attachmentId
  }
}

function tableOf(item: { readonly Association?: { readonly TransitGatewayRouteTableId?: string | undefined; readonly State?: string | undefined } | undefined } | undefined): string | undefined {
  const association = item?.Association
  return association?.State === 'disassociating' || association?.State === 'disassociated' ? undefined : association?.TransitGatewayRouteTableId
}
