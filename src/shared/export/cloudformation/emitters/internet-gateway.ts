import { emitAttachments } from '../attachment.ts'
import { defineEmitter, nameTags } from '../emitter.ts'

/** An internet gateway and its attachment (F-CFN-31, F-CFN-33). */
export const internetGateway = defineEmitter({
  kind: 'internet-gateway',
  emit(gateway, to) {
    to.add(to.names.of(gateway.id), 'AWS::EC2::InternetGateway', { Tags: nameTags(gateway.name) })
    emitAttachments(gateway, to)
  },
})
