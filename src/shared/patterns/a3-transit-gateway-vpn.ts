import { drawSite, drawVpn, drawVpnDevice } from './pieces/customer.ts'
import { attachVpcs, drawHub, drawHubTable, reachAll } from './pieces/hub.ts'
import { Sheet } from './pieces/sheet.ts'
import { drawVpc } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

/** Transit gateway and VPN, one customer gateway. */
export const transitGatewayVpn = definePattern({
  id: 'a3-transit-gateway-vpn',
  title: 'Transit gateway and VPN, one customer gateway',
  figures: ['I4'],
  useCase: 'One office uses several VPCs of a Region, and more are to come. One VPN connection is to serve them all.',
  advantages: 'A new VPC is one more attachment, and the office changes nothing. With BGP several tunnels can carry traffic together.',
  limitations: 'The hub is paid for by attachment and by traffic. The device and its ISP link remain the weak spots of the office.',
  build: (names) => {
    const sheet = new Sheet(names)
    const hub = drawHub(sheet)
    const vpcs = ['Production', 'Development'].map((name) => drawVpc(sheet, name))
    const site = drawSite(sheet, 'Headquarters', 'headquarters')
    const vpn = drawVpn(sheet, drawVpnDevice(sheet, site), { TransitGatewayId: hub.id })
    drawHubTable(sheet, hub, [...attachVpcs(sheet, hub, vpcs, [site.prefix]), vpn])
    reachAll(sheet, [site.id, ...vpcs.map(({ id }) => id)])
    return sheet.content
  },
})
