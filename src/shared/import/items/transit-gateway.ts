import { z } from 'zod'
import { awsIdentifier, flag, list, optionalList, part, tags, text, whole } from '../aws-item.ts'
import { defineItems, goneState } from './items.ts'

const DEAD = ['deleted', 'deleting', 'failed', 'failing', 'rejected', 'rejecting']

/** Transit gateways of DescribeTransitGateways. */
export const transitGateways = defineItems({
  type: 'TransitGateway',
  keys: ['TransitGateways'],
  kind: 'transit-gateway',
  schema: z.object({
    TransitGatewayId: awsIdentifier,
    OwnerId: text,
    State: text,
    Options: part({
      AmazonSideAsn: whole,
      TransitGatewayCidrBlocks: list(z.string()),
      VpnEcmpSupport: text,
      DefaultRouteTableAssociation: text,
      DefaultRouteTablePropagation: text,
      AssociationDefaultRouteTableId: text,
      PropagationDefaultRouteTableId: text,
      SecurityGroupReferencingSupport: text,
      MulticastSupport: text,
      EncryptionSupport: part({ EncryptionState: text }),
    }),
    Tags: tags,
  }),
  identify: (item) => ({ awsId: item.TransitGatewayId, owner: item.OwnerId, gone: goneState(item.State, ...DEAD) }),
})

/** VPC attachments of DescribeTransitGatewayVpcAttachments. */
export const vpcAttachments = defineItems({
  type: 'TransitGatewayVpcAttachment',
  keys: ['TransitGatewayVpcAttachments'],
  kind: 'transit-gateway-vpc-attachment',
  schema: z.object({
    TransitGatewayAttachmentId: awsIdentifier,
    TransitGatewayId: text,
    VpcId: text,
    VpcOwnerId: text,
    SubnetIds: optionalList(z.string()),
    Options: part({ ApplianceModeSupport: text, SecurityGroupReferencingSupport: text }),
    State: text,
    Tags: tags,
  }),
  identify: (item) => ({ awsId: item.TransitGatewayAttachmentId, owner: item.VpcOwnerId, shared: true, gone: goneState(item.State, ...DEAD) }),
})

const ATTACHMENT_TYPES = ['vpc', 'vpn', 'direct-connect-gateway']

/** Attachments of every type, of DescribeTransitGatewayAttachments: what they join and which table serves them. */
export const attachments = defineItems({
  type: 'TransitGatewayAttachment',
  keys: ['TransitGatewayAttachments'],
  schema: z.object({
    TransitGatewayAttachmentId: awsIdentifier,
    TransitGatewayId: text,
    ResourceId: text,
    ResourceType: text,
    ResourceOwnerId: text,
    Association: part({ TransitGatewayRouteTableId: text, State: text }),
    State: text,
    Tags: tags,
  }),
  identify: (item) => ({
    awsId: item.TransitGatewayAttachmentId,
    owner: item.ResourceOwnerId,
    shared: true,
    gone: goneState(item.State, ...DEAD) ?? (ATTACHMENT_TYPES.includes(item.ResourceType ?? '') ? undefined : `attachments of type ${item.ResourceType ?? 'unknown'} are not modelled yet`),
  }),
})

/** Tables of DescribeTransitGatewayRouteTables. */
export const transitGatewayRouteTables = defineItems({
  type: 'TransitGatewayRouteTable',
  keys: ['TransitGatewayRouteTables'],
  kind: 'transit-gateway-route-table',
  schema: z.object({ TransitGatewayRouteTableId: awsIdentifier, TransitGatewayId: text, DefaultAssociationRouteTable: flag, DefaultPropagationRouteTable: flag, State: text, Tags: tags }),
  identify: (item) => ({ awsId: item.TransitGatewayRouteTableId, shared: true, gone: goneState(item.State, ...DEAD) }),
})

const attached = z.object({ TransitGatewayAttachmentId: text, ResourceId: text, ResourceType: text, State: text })

/** An attachment as a table's lists and routes name it. */
export type AttachedItem = z.output<typeof attached>

/** GetTransitGatewayRouteTablePropagations with the table's id added. */
export const propagations = defineItems({
  type: 'TransitGatewayPropagation',
  keys: ['TransitGatewayPropagations'],
  schema: z.object({ TransitGatewayRouteTableId: awsIdentifier, TransitGatewayRouteTablePropagations: list(attached) }),
  identify: (item) => ({ awsId: item.TransitGatewayRouteTableId, shared: true }),
})

/** GetTransitGatewayRouteTableAssociations with the table's id added. */
export const associations = defineItems({
  type: 'TransitGatewayAssociation',
  keys: ['TransitGatewayAssociations', 'TransitGatewayRouteTableAssociations'],
  schema: z.object({ TransitGatewayRouteTableId: awsIdentifier, Associations: list(attached) }),
  identify: (item) => ({ awsId: item.TransitGatewayRouteTableId, shared: true }),
})

const tableRoute = z.object({ DestinationCidrBlock: text, TransitGatewayAttachments: list(attached), Type: text, State: text })

/** A route of a transit gateway route table as AWS lists it. */
export type TableRouteItem = z.output<typeof tableRoute>

const tableRoutes = z.object({ TransitGatewayRouteTableId: awsIdentifier, Routes: z.array(z.unknown()).pipe(list(tableRoute)), AdditionalRoutesAvailable: flag })

/** SearchTransitGatewayRoutes with the table's id added: static routes. */
export const staticRoutes = defineItems({
  type: 'TransitGatewayStaticRoute',
  keys: ['TransitGatewayStaticRoutes', 'TransitGatewayRoutes'],
  schema: tableRoutes,
  identify: (item) => ({ awsId: item.TransitGatewayRouteTableId, shared: true }),
})

/** SearchTransitGatewayRoutes with the table's id added: propagated routes, evidence of what the customer announces. */
export const propagatedRoutes = defineItems({
  type: 'TransitGatewayPropagatedRoute',
  keys: ['TransitGatewayPropagatedRoutes'],
  schema: tableRoutes,
  identify: (item) => ({ awsId: item.TransitGatewayRouteTableId, shared: true }),
})
