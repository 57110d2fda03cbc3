import type { ResourceId } from '../../model/id.ts'
import { hostOf } from './appliance.ts'
import type { DrawnOpenVpc } from './internet.ts'
import { drawSecurityGroup } from './security-group.ts'
import type { Sheet } from './sheet.ts'

/** Port of the server: TLS over TCP, and the datagram form of it. */
const PORT = 443

/** Draws remote users and the server that takes them into a VPC under its own address; with a directory its sign-ins ask that. */
export function drawRemoteUsers(sheet: Sheet, vpc: DrawnOpenVpc, { directory }: { readonly directory?: ResourceId }): ResourceId {
  const [subnet] = vpc.open
  const from = ['0.0.0.0/0']
  const group = drawSecurityGroup(sheet, vpc, 'Access server group', [{ protocol: 'tcp', port: PORT, from }, { protocol: 'udp', port: PORT, from }])
  const address = sheet.names.publicAddress()
  const { id: server } = sheet.add('instance', 'Access server', {
    SubnetId: subnet.id,
    PrivateIpAddress: hostOf(subnet.block),
    ...(address === undefined ? {} : { PublicIpAddress: address }),
    SecurityGroupIds: [group],
    role: 'remote-access-server',
    clientPool: sheet.names.clientBlock(),
    translatesClients: true,
    ...(directory === undefined ? {} : { directory }),
  })
  const { id: users } = sheet.add('user-group', 'Remote team', {})
  sheet.add('remote-access', 'Remote access 1', { users, server, protocol: 'ssl' })
  return users
}
