import { asnOrParameter, canonical, defineEmitter, nameTags } from '../emitter.ts'
import { usesOwnDefaultTable } from '../transit.ts'

/**
 * A transit gateway (F-CFN-60). Its own default table cannot be referred to, so unless that table is all the design
 * asks for, the defaults are off and every association is said.
 */
export const transitGateway = defineEmitter({
  kind: 'transit-gateway',
  emit(gateway, to) {
    const hasTables = to.index.childrenOf('transit-gateway-route-table', gateway.id).length > 0
    const said = hasTables && !usesOwnDefaultTable(to.index, gateway)
    const blocks = [...new Set(gateway.TransitGatewayCidrBlocks.map(canonical))]
    to.add(to.names.of(gateway.id), 'AWS::EC2::TransitGateway', {
      AmazonSideAsn: asnOrParameter(gateway, gateway.AmazonSideAsn, to),
      TransitGatewayCidrBlocks: blocks.length > 0 ? blocks : undefined,
      VpnEcmpSupport: gateway.VpnEcmpSupport,
      DefaultRouteTableAssociation: said ? 'disable' : gateway.DefaultRouteTableAssociation,
      DefaultRouteTablePropagation: said ? 'disable' : gateway.DefaultRouteTablePropagation,
      SecurityGroupReferencingSupport: gateway.SecurityGroupReferencingSupport,
      Tags: nameTags(gateway.name),
    })
  },
})
