import { drawSite, drawVpn, drawVpnDevice } from './pieces/customer.ts'
import { reachAll } from './pieces/hub.ts'
import { Sheet } from './pieces/sheet.ts'
import { drawVpcWithGateway } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

/** Managed VPN between VPCs through the customer router. */
export const managedVpnBetweenVpcs = definePattern({
  id: 'b6-managed-vpn-between-vpcs',
  title: 'Managed VPN between VPCs through the customer router',
  figures: ['F10', 'I18'],
  useCase: 'Traffic between VPCs has to pass the inspection or the policy of the company itself. VPN connections to the VPCs exist already.',
  advantages: 'The company decides on its own router what passes between the VPCs. Regions and accounts make no difference.',
  limitations: 'Each packet crosses the internet twice, and the one router carries everything. It must announce each VPC to the other gateway, and the gateways need different ASNs.',
  build: (names) => {
    const sheet = new Sheet(names)
    const vpcs = ['Production', 'Development'].map((name) => drawVpcWithGateway(sheet, name))
    const site = drawSite(sheet, 'Headquarters', 'headquarters')
    const device = drawVpnDevice(sheet, site, vpcs.map(({ block }) => block))
    for (const { gateway } of vpcs) drawVpn(sheet, device, { VpnGatewayId: gateway })
    reachAll(sheet, [site.id, ...vpcs.map(({ id }) => id)])
    return sheet.content
  },
})
