import type { Found, ImportContext } from '../context.ts'
import { cidrIn, nameOf, oneOf, unique } from '../fields.ts'
import { networkInterfaces } from '../items/host.ts'
import { attachments, propagatedRoutes, transitGateways, vpcAttachments } from '../items/transit-gateway.ts'
import { subnets, vpcs } from '../items/vpc.ts'
import { addPlaceholderVpc } from './vpc.ts'

/** VPC attachments that only the list of all attachments names become items like the others. */
export function addListedAttachments(context: ImportContext): void {
  for (const listed of context.all(attachments)) {
    const { item } = listed
    if (item.ResourceType !== 'vpc' || context.find(vpcAttachments, listed.awsId)) continue
    const place = { ...(listed.account === undefined ? {} : { account: listed.account }), ...(listed.region === undefined ? {} : { region: listed.region }) }
    const fields = { TransitGatewayAttachmentId: listed.awsId, TransitGatewayId: item.TransitGatewayId, VpcId: item.ResourceId, VpcOwnerId: item.ResourceOwnerId, Tags: item.Tags }
    context.add(vpcAttachments, listed.awsId, vpcAttachments.schema.parse(fields), place)
  }
}

/** A VPC of another account that only its attachment shows: its blocks are those that its attachment propagates. */
export function addAttachedPlaceholders(context: ImportContext): void {
  for (const found of context.all(vpcAttachments)) {
    const { VpcId, VpcOwnerId } = found.item
    if (!VpcId || VpcId.length > 120 || context.find(vpcs, VpcId) || context.isGone(VpcId)) continue
    const routes = context.all(propagatedRoutes).flatMap(({ item }) => item.Routes).filter((route) => route.TransitGatewayAttachments.some((to) => to.TransitGatewayAttachmentId === found.awsId))
    const blocks = unique(routes.map((route) => cidrIn(route.DestinationCidrBlock, 4)))
    if (blocks.length === 0) continue
    addPlaceholderVpc(context, VpcId, { account: VpcOwnerId, region: found.region }, blocks)
    context.note(found, `assumed: ${VpcId} of account ${VpcOwnerId ?? 'unknown'} is a placeholder with the CIDRs that its attachment propagates`)
  }
}

/** Subnets of the attachment: stated, else those of its interfaces, else one of every zone. */
function subnetsOf(found: Found<Parameters<typeof vpcAttachments.identify>[0]>, context: ImportContext) {
  const { SubnetIds, VpcId } = found.item
  if (SubnetIds && SubnetIds.length > 0) return SubnetIds.flatMap((id) => context.ref(subnets, id, found) ?? [])
  const seen = context.all(networkInterfaces).filter(({ item }) => item.InterfaceType === 'transit_gateway' && item.Description?.includes(found.awsId) === true)
  const ofInterfaces = seen.flatMap(({ item }) => context.ref(subnets, item.SubnetId, found) ?? [])
  if (ofInterfaces.length > 0) return [...new Set(ofInterfaces)]
  const byZone = new Map(context.all(subnets).filter(({ item }) => item.VpcId === VpcId).reverse().map((subnet) => [subnet.item.AvailabilityZone ?? subnet.item.AvailabilityZoneId ?? '', subnet.id]))
  if (byZone.size > 0) context.note(found, 'assumed: it has a subnet in every zone of its VPC, because the import does not say which')
  return [...byZone.values()]
}

/** Attachments of VPCs to transit gateways. */
export function importVpcAttachments(context: ImportContext): void {
  for (const found of context.all(vpcAttachments)) {
    const { item } = found
    const TransitGatewayId = context.ref(transitGateways, item.TransitGatewayId, found)
    const VpcId = context.ref(vpcs, item.VpcId, found)
    if (TransitGatewayId === undefined || VpcId === undefined) {
      context.skip(found, TransitGatewayId === undefined ? context.missing('transit gateway', item.TransitGatewayId) : context.missing('VPC', item.VpcId))
      continue
    }
    context.put('transit-gateway-vpc-attachment', found, {
      name: nameOf(found, item.Tags),
      TransitGatewayId,
      VpcId,
      SubnetIds: subnetsOf(found, context),
      ApplianceModeSupport: oneOf(item.Options?.ApplianceModeSupport, ['enable', 'disable']),
      SecurityGroupReferencingSupport: oneOf(item.Options?.SecurityGroupReferencingSupport, ['disable']),
    })
  }
}
