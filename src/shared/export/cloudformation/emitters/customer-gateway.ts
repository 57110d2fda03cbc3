import { displayName } from '../../../document/query.ts'
import { defineEmitter, nameTags } from '../emitter.ts'

const EXTENDED = 2_147_483_648

/** A customer gateway: the AWS object that describes the device (F-CFN-47). */
export const customerGateway = defineEmitter({
  kind: 'customer-gateway',
  refuse(device, index) {
    const users = index.referrers(device.id).map((user) => user.resource)
    const hasVpn = users.some((user) => user.kind === 'vpn-connection' && user.CustomerGatewayId === device.id)
    return !hasVpn && users.some((user) => user.kind === 'virtual-interface') ? 'it ends Direct Connect only, for which AWS keeps no customer gateway' : undefined
  },
  emit(device, to) {
    const asn = device.BgpAsn
    const label = displayName(device)
    const usable = asn >= 1 && asn <= 4_294_967_294
    const asked = usable ? undefined : to.parameter(to.names.part(device.id, 'BgpAsn'), { type: 'Number', description: `BGP ASN of ${label} (1 to 2147483647); the design has ${asn}.` })
    to.add(to.names.of(device.id), 'AWS::EC2::CustomerGateway', {
      Type: 'ipsec.1',
      IpAddress: device.IpAddress ?? to.parameter(to.names.part(device.id, 'IpAddress'), { type: 'String', pattern: '^[0-9a-fA-F:.]+$', description: `Public IP address of customer gateway device ${label}; the design does not say it.` }),
      BgpAsn: asked ?? (asn < EXTENDED ? asn : undefined),
      BgpAsnExtended: usable && asn >= EXTENDED ? asn : undefined,
      DeviceName: device.DeviceName || undefined,
      Tags: nameTags(device.name),
    })
  },
})
