import { drawRouter, drawSite, drawVpn } from './pieces/customer.ts'
import { drawLine, drawPublicInterface, DUBLIN } from './pieces/direct-connect.ts'
import { Sheet } from './pieces/sheet.ts'
import { drawVpcWithGateway } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

/** Direct Connect and VPN. */
export const directConnectVpn = definePattern({
  id: 'a9-direct-connect-vpn',
  title: 'Direct Connect and VPN',
  figures: ['F4', 'I10'],
  useCase: 'Traffic between a data center and one VPC must be encrypted from end to end, and still have the steady delay of a private line. A VPN connection runs over a public virtual interface.',
  advantages: 'It joins the predictability of Direct Connect with IPsec that AWS ends. No other network of the company has to change.',
  limitations: 'The line and the VPN both have to be run, and tunnels limit the throughput. Every single element of the line still cuts the site off, unless an internet line stands by.',
  build: (names) => {
    const sheet = new Sheet(names)
    const vpc = drawVpcWithGateway(sheet, 'Production')
    const site = drawSite(sheet, 'Data center', 'data-center')
    const router = drawRouter(sheet, site, names.publicAddress())
    drawPublicInterface(sheet, router, drawLine(sheet, site, DUBLIN))
    drawVpn(sheet, router, { VpnGatewayId: vpc.gateway })
    sheet.reach(site.id, vpc.id)
    return sheet.content
  },
})
