import { asnText, defineEmitter, directConnectName, directConnectTags } from '../emitter.ts'
import { attributeOf } from '../value.ts'

/** A Direct Connect gateway (F-CFN-55); `Ref` would be its ARN, so others take its id (F-CFN-11). */
export const directConnectGateway = defineEmitter({
  kind: 'direct-connect-gateway',
  emit(gateway, to) {
    to.add(to.names.of(gateway.id), 'AWS::DirectConnect::DirectConnectGateway', {
      DirectConnectGatewayName: directConnectName(gateway),
      AmazonSideAsn: asnText(gateway, gateway.AmazonSideAsn, to),
      Tags: directConnectTags(gateway.name),
    })
  },
  refer: (gateway, to) => attributeOf(to.names.of(gateway.id), 'DirectConnectGatewayId'),
})
