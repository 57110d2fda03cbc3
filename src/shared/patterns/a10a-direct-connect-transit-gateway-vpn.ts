import { drawRouter, drawSite, drawVpn } from './pieces/customer.ts'
import { drawLine, drawPublicInterface, DUBLIN } from './pieces/direct-connect.ts'
import { attachVpcs, drawHub, drawHubTable, reachAll } from './pieces/hub.ts'
import { Sheet } from './pieces/sheet.ts'
import { drawVpc } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

/** Direct Connect, transit gateway and VPN over a public virtual interface. */
export const directConnectTransitGatewayVpn = definePattern({
  id: 'a10a-direct-connect-transit-gateway-vpn',
  title: 'Direct Connect, transit gateway and VPN',
  figures: ['I11'],
  useCase: 'A data center reaches many VPCs of one Region over a private line, encrypted all the way to the hub. Public addresses for the tunnels are at hand.',
  advantages: 'One VPN connection to the hub serves every attached VPC. With BGP several tunnels can share the load.',
  limitations: 'It serves the Region of the hub only, and each tunnel limits what it carries. A public virtual interface also opens the way to the public services of AWS, which has to be filtered.',
  build: (names) => {
    const sheet = new Sheet(names)
    const hub = drawHub(sheet)
    const vpcs = ['Production', 'Development'].map((name) => drawVpc(sheet, name))
    const site = drawSite(sheet, 'Data center', 'data-center')
    const router = drawRouter(sheet, site, names.publicAddress())
    drawPublicInterface(sheet, router, drawLine(sheet, site, DUBLIN))
    const vpn = drawVpn(sheet, router, { TransitGatewayId: hub.id })
    drawHubTable(sheet, hub, [...attachVpcs(sheet, hub, vpcs, [site.prefix]), vpn])
    reachAll(sheet, [site.id, ...vpcs.map(({ id }) => id)])
    return sheet.content
  },
})
