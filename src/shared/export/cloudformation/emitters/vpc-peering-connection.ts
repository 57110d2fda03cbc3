import { displayName } from '../../../document/query.ts'
import { defineEmitter, nameTags } from '../emitter.ts'

/** A VPC peering connection, made on the requester's side (F-CFN-73, F-CFN-18). */
export const vpcPeeringConnection = defineEmitter({
  kind: 'vpc-peering-connection',
  refuse: (peering) => (peering.RequesterVpcId === peering.AccepterVpcId ? 'both of its ends are the same VPC' : undefined),
  emit(peering, to) {
    const label = displayName(peering)
    const here = to.template.place
    const there = to.places.main(peering.AccepterVpcId)
    const crossAccount = there.account !== here.account && there.account !== ''
    if (crossAccount) to.prepare(`Create a role in account ${there.account} that lets account ${here.account || 'of the requester'} call ec2:AcceptVpcPeeringConnection, for peering ${label}.`)
    to.add(to.names.of(peering.id), 'AWS::EC2::VPCPeeringConnection', {
      VpcId: to.ref(peering.RequesterVpcId),
      PeerVpcId: to.ref(peering.AccepterVpcId),
      PeerOwnerId: crossAccount ? there.account : undefined,
      PeerRoleArn: crossAccount ? to.parameter(to.names.part(peering.id, 'PeerRoleArn'), { type: 'String', pattern: '^arn:aws[a-z-]*:iam::[0-9]{12}:role/.+$', description: `Role of account ${there.account} that accepts peering ${label}.` }) : undefined,
      PeerRegion: there.region !== here.region && there.region !== '' ? there.region : undefined,
      Tags: nameTags(peering.name),
    })
  },
})
