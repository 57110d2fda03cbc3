import { emitAttachments } from '../attachment.ts'
import { asnOrParameter, defineEmitter, nameTags } from '../emitter.ts'

/** A virtual private gateway and its attachment (F-CFN-48, F-CFN-33). */
export const vpnGateway = defineEmitter({
  kind: 'vpn-gateway',
  emit(gateway, to) {
    to.add(to.names.of(gateway.id), 'AWS::EC2::VPNGateway', {
      Type: 'ipsec.1',
      AmazonSideAsn: asnOrParameter(gateway, gateway.AmazonSideAsn, to),
      Tags: nameTags(gateway.name),
    })
    emitAttachments(gateway, to)
  },
})
