import { displayName } from '../../../document/query.ts'
import { defineEmitter, nameTags } from '../emitter.ts'

/** A VPC's attachment to a transit gateway (F-CFN-61). */
export const transitGatewayVpcAttachment = defineEmitter({
  kind: 'transit-gateway-vpc-attachment',
  refuse(attachment, index) {
    const here = index.getOf('vpc', attachment.VpcId)?.Region
    const there = index.getOf('transit-gateway', attachment.TransitGatewayId)?.Region
    return here !== undefined && there !== undefined && here !== there ? `its VPC is in ${here} and its transit gateway in ${there}: a transit gateway takes VPCs of its own Region` : undefined
  },
  emit(attachment, to) {
    const subnets = attachment.SubnetIds
    const account = to.places.main(attachment.TransitGatewayId).account
    if (account !== to.places.main(attachment.VpcId).account) {
      const gateway = to.index.get(attachment.TransitGatewayId)
      to.prepare(`Share transit gateway ${gateway ? displayName(gateway) : attachment.TransitGatewayId} of account ${account} with account ${to.template.place.account} (AWS Resource Access Manager).`)
      to.manual(`Accept transit gateway attachment ${displayName(attachment)} in account ${account}, unless the transit gateway accepts by itself.`)
    }
    to.add(to.names.of(attachment.id), 'AWS::EC2::TransitGatewayVpcAttachment', {
      TransitGatewayId: to.ref(attachment.TransitGatewayId),
      VpcId: to.ref(attachment.VpcId),
      SubnetIds:
        subnets.length > 0
          ? to.refs(subnets)
          : to.parameter(to.names.part(attachment.id, 'SubnetIds'), { type: 'List<AWS::EC2::Subnet::Id>', description: `Subnets of attachment ${displayName(attachment)}, one in each Availability Zone that sends to the transit gateway.` }),
      Options: attachment.ApplianceModeSupport === undefined ? undefined : { ApplianceModeSupport: attachment.ApplianceModeSupport },
      Tags: nameTags(attachment.name),
    })
  },
})
