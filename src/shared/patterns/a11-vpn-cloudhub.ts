import { drawSite, drawVpn, drawVpnDevice } from './pieces/customer.ts'
import { reachAll } from './pieces/hub.ts'
import { Sheet } from './pieces/sheet.ts'
import { drawVpcWithGateway } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

/** VPN CloudHub. */
export const vpnCloudHub = definePattern({
  id: 'a11-vpn-cloudhub',
  title: 'VPN CloudHub',
  figures: ['F5', 'I12'],
  useCase: 'Several branches with internet lines want to reach each other and a VPC. It may also stand by for an existing wide area network.',
  advantages: 'One gateway joins all branches with plain VPN connections. A new branch is one device and one connection.',
  limitations: 'Every branch needs its own ASN, prefixes of its own and BGP. Traffic between branches depends on the internet and on the Region of the gateway.',
  build: (names) => {
    const sheet = new Sheet(names)
    const vpc = drawVpcWithGateway(sheet, 'Production')
    const branches = ['Dublin branch', 'Paris branch', 'Milan branch'].map((name) => drawSite(sheet, name, 'branch'))
    for (const branch of branches) drawVpn(sheet, drawVpnDevice(sheet, branch), { VpnGatewayId: vpc.gateway })
    reachAll(sheet, [...branches.map(({ id }) => id), vpc.id])
    return sheet.content
  },
})
