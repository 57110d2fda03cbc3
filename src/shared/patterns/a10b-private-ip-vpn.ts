import { hostOf } from './pieces/appliance.ts'
import { drawRouter, drawSite, drawVpn } from './pieces/customer.ts'
import { drawDirectConnectGateway, drawInterface, drawLine, DUBLIN } from './pieces/direct-connect.ts'
import { attachVpcs, drawHub, drawHubTable, reachAll } from './pieces/hub.ts'
import { Sheet } from './pieces/sheet.ts'
import { drawVpc } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

/** Private IP VPN over a transit virtual interface. */
export const privateIpVpn = definePattern({
  id: 'a10b-private-ip-vpn',
  title: 'Private IP VPN over Direct Connect',
  figures: ['I11'],
  useCase: 'A data center reaches many VPCs of one Region over a private line with IPsec, and no public address may be involved. The hub takes part with addresses of its own.',
  advantages: 'The tunnels run between private addresses, so nothing is exposed to the internet. One VPN connection serves every attached VPC.',
  limitations: 'There is no way around the line over the internet. Routes must be kept off the plain line, because the hub prefers it to the tunnels and then nothing is encrypted.',
  build: (names) => {
    const sheet = new Sheet(names)
    const block = names.transitBlock()
    const hub = drawHub(sheet, { blocks: [block] })
    const vpcs = ['Production', 'Development'].map((name) => drawVpc(sheet, name))
    const gateway = drawDirectConnectGateway(sheet)
    const { id: transport } = sheet.add('direct-connect-gateway-association', 'DX association 1', { DirectConnectGatewayId: gateway, TransitGatewayId: hub.id, AllowedPrefixes: [block] })
    const site = drawSite(sheet, 'Data center', 'data-center')
    const router = drawRouter(sheet, site, hostOf(site.prefix))
    drawInterface(sheet, router, drawLine(sheet, site, DUBLIN), { DirectConnectGatewayId: gateway }, { type: 'transit' })
    const vpn = drawVpn(sheet, router, { TransitGatewayId: hub.id }, { OutsideIpAddressType: 'PrivateIpv4', TransportTransitGatewayAttachmentId: transport })
    // A table of its own for the plain line: in the hub's table its routes would beat those of the tunnels.
    sheet.add('transit-gateway-route-table', `${hub.name} transport table`, { TransitGatewayId: hub.id, Associations: [transport], Propagations: [transport] })
    drawHubTable(sheet, hub, [...attachVpcs(sheet, hub, vpcs, [site.prefix]), vpn])
    reachAll(sheet, [site.id, ...vpcs.map(({ id }) => id)])
    return sheet.content
  },
})
