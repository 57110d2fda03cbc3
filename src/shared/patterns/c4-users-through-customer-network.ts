import { drawRemoteAccessDevice, drawSite, drawVpn, drawVpnDevice } from './pieces/customer.ts'
import { Sheet } from './pieces/sheet.ts'
import { drawVpcWithGateway } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

/** Users through the customer network. */
export const usersThroughCustomerNetwork = definePattern({
  id: 'c4-users-through-customer-network',
  title: 'Users through the customer network',
  figures: ['I21'],
  useCase: 'Staff in the office and those who dial in to it all work with a VPC. The office has remote access and a connection to AWS already.',
  advantages: 'Nothing new is needed in the VPC, and the rules of the office hold for everybody. Users keep the clients that they have.',
  limitations: 'Remote users make a detour over the office, whose device and line carry them twice. Their addresses must be announced to AWS like those of the office.',
  build: (names) => {
    const sheet = new Sheet(names)
    const vpc = drawVpcWithGateway(sheet, 'Production')
    const site = drawSite(sheet, 'Headquarters', 'headquarters')
    const pool = names.clientBlock()
    drawVpn(sheet, drawVpnDevice(sheet, site, [pool]), { VpnGatewayId: vpc.gateway })
    const dialIn = drawRemoteAccessDevice(sheet, site, pool)
    const { id: office } = sheet.add('user-group', 'Office team', { site: site.id })
    const { id: remote } = sheet.add('user-group', 'Remote team', {})
    sheet.add('remote-access', 'Remote access 1', { users: remote, device: dialIn.id })
    for (const users of [office, remote]) sheet.reachOneWay(users, vpc.id)
    return sheet.content
  },
})
