import { asnOrParameter, defineEmitter, directConnectName, nameTags } from '../emitter.ts'
import { attributeOf } from '../value.ts'

/** A Direct Connect gateway (F-CFN-55); `Ref` would be its ARN, so others take its id (F-CFN-11). */
export const directConnectGateway = defineEmitter({
  kind: 'direct-connect-gateway',
  emit(gateway, to) {
    const asn = asnOrParameter(gateway, gateway.AmazonSideAsn, to)
    to.add(to.names.of(gateway.id), 'AWS::DirectConnect::DirectConnectGateway', {
      DirectConnectGatewayName: directConnectName(gateway),
      AmazonSideAsn: typeof asn === 'number' ? String(asn) : asn,
      Tags: nameTags(gateway.name),
    })
  },
  refer: (gateway, to) => attributeOf(to.names.of(gateway.id), 'DirectConnectGatewayId'),
})
