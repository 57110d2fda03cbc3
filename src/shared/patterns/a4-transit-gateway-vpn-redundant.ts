import { drawSite, drawVpn, drawVpnDevice } from './pieces/customer.ts'
import { attachVpcs, drawHub, drawHubTable, reachAll } from './pieces/hub.ts'
import { Sheet } from './pieces/sheet.ts'
import { drawVpc } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

/** Transit gateway and VPN, several customer gateways. */
export const transitGatewayVpnRedundant = definePattern({
  id: 'a4-transit-gateway-vpn-redundant',
  title: 'Transit gateway and VPN, several customer gateways',
  figures: ['I5'],
  useCase: 'One office uses several VPCs and may lose none of them with one device or line. The internet is good enough as the medium.',
  advantages: 'No single device, line, tunnel or zone cuts anything off. Equal paths can share the load when both connections speak BGP.',
  limitations: 'It takes BGP: a static route of the hub stays with its connection even when that is down. Throughput is bounded by tunnels and by the internet.',
  build: (names) => {
    const sheet = new Sheet(names)
    const hub = drawHub(sheet)
    const vpcs = ['Production', 'Development'].map((name) => drawVpc(sheet, name))
    const site = drawSite(sheet, 'Headquarters', 'headquarters')
    const vpns = [1, 2].map(() => drawVpn(sheet, drawVpnDevice(sheet, site), { TransitGatewayId: hub.id }))
    drawHubTable(sheet, hub, [...attachVpcs(sheet, hub, vpcs, [site.prefix]), ...vpns])
    reachAll(sheet, [site.id, ...vpcs.map(({ id }) => id)])
    return sheet.content
  },
})
