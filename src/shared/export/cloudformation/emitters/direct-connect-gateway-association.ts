import { displayName } from '../../../document/query.ts'
import { attachedVpcs, attachmentId } from '../attachment.ts'
import { canonical, defineEmitter } from '../emitter.ts'

/** The association of a Direct Connect gateway with a VGW or transit gateway (F-CFN-56, F-CFN-13). */
export const directConnectGatewayAssociation = defineEmitter({
  kind: 'direct-connect-gateway-association',
  refuse(association, index) {
    if ((association.VpnGatewayId === undefined) === (association.TransitGatewayId === undefined)) return 'it needs either a virtual private gateway or a transit gateway'
    const gateway = index.getOf('vpn-gateway', association.VpnGatewayId)
    return gateway && gateway.VpcAttachments.length === 0 ? `${displayName(gateway)} is not attached to a VPC, which the association needs` : undefined
  },
  emit(association, to) {
    const { VpnGatewayId: vpn, TransitGatewayId: transit } = association
    const gateway = vpn ?? transit
    if (gateway === undefined) return
    const label = displayName(association)
    const prefixes = [...new Set(association.AllowedPrefixes.map(canonical))]
    const asked = transit !== undefined && prefixes.length === 0
    const vgw = to.index.getOf('vpn-gateway', vpn)
    const owner = to.places.main(association.DirectConnectGatewayId).account
    const elsewhere = owner !== '' && owner !== to.template.place.account
    to.add(
      to.names.of(association.id),
      'AWS::DirectConnect::DirectConnectGatewayAssociation',
      {
        DirectConnectGatewayId: to.ref(association.DirectConnectGatewayId),
        AssociatedGatewayId: to.ref(gateway),
        AllowedPrefixesToDirectConnectGateway: asked
          ? to.parameter(to.names.part(association.id, 'AllowedPrefixes'), { type: 'CommaDelimitedList', description: `Prefixes that ${label} announces to the customer network; the design says none, and a transit gateway needs some.` })
          : prefixes.length > 0
            ? prefixes
            : undefined,
        AcceptDirectConnectGatewayAssociationProposalRoleArn: elsewhere
          ? to.parameter(to.names.part(association.id, 'AcceptRoleArn'), { type: 'String', pattern: '^arn:aws[a-z-]*:iam::[0-9]{12}:role/.+$', description: `Role of account ${owner} that accepts the association proposal of ${label}.` })
          : undefined,
      },
      vgw ? attachedVpcs(vgw).map((vpc) => attachmentId(to, vgw.id, vpc)) : [],
    )
  },
})
