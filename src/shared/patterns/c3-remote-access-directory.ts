import { hostOf } from './pieces/appliance.ts'
import { drawSite, drawVpn, drawVpnDevice } from './pieces/customer.ts'
import { drawOpenTable, drawOpenVpc } from './pieces/internet.ts'
import { drawRemoteUsers } from './pieces/remote-access.ts'
import { Sheet } from './pieces/sheet.ts'
import { drawGateway, drawMainTable } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

/** Remote-access server and on-premises directory. */
export const remoteAccessDirectory = definePattern({
  id: 'c3-remote-access-directory',
  title: 'Remote-access server with the directory at the office',
  figures: ['F13'],
  useCase: 'Remote users sign in to a server in the VPC with the accounts that they have at the office already. A VPN connection joins the server to the directory there.',
  advantages: 'Accounts are kept in one place, and who leaves the company loses access at once. Users reach the VPC and the office through one door.',
  limitations: 'A new sign-in needs the server and the whole way to the directory. Whoever is signed in already goes on until the session ends.',
  build: (names) => {
    const sheet = new Sheet(names)
    const vpc = drawOpenVpc(sheet, 'Production')
    const gateway = drawGateway(sheet, vpc)
    drawMainTable(sheet, vpc, { gateways: [gateway] })
    drawOpenTable(sheet, vpc, { gateways: [gateway] })
    const site = drawSite(sheet, 'Headquarters', 'headquarters')
    drawVpn(sheet, drawVpnDevice(sheet, site), { VpnGatewayId: gateway })
    const { id: directory } = sheet.add('directory', 'Directory', { site: site.id, IpAddress: hostOf(site.prefix), port: 636 })
    const users = drawRemoteUsers(sheet, vpc, { directory })
    sheet.reachOneWay(users, vpc.id)
    sheet.reachOneWay(users, site.id)
    return sheet.content
  },
})
