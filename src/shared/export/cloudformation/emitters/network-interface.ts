import { displayName } from '../../../document/query.ts'
import { defineEmitter, nameTags } from '../emitter.ts'
import { emitPublicAddress, interfaceProperties } from '../interface.ts'
import { refTo } from '../value.ts'

/** A network interface that belongs to no instance of the design (F-CFN-90). */
export const networkInterface = defineEmitter({
  kind: 'network-interface',
  emit(own, to) {
    const id = to.names.of(own.id)
    to.add(id, 'AWS::EC2::NetworkInterface', { Description: own.Description || undefined, ...interfaceProperties(own, to), Tags: nameTags(own.name) })
    if (own.PublicIpAddress !== undefined) emitPublicAddress(own, '', { NetworkInterfaceId: refTo(id) }, to)
    to.manual(`Attach network interface ${displayName(own)} to what uses it, or delete it where a service (load balancer, database, function) makes its own.`)
  },
})
