import { drawSite, drawVpn, drawVpnDevice } from './pieces/customer.ts'
import { Sheet } from './pieces/sheet.ts'
import { drawVpcWithGateway } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

/** Managed VPN with watched tunnels. */
export const vpnMonitoring = definePattern({
  id: 'd3-vpn-monitoring',
  title: 'Managed VPN with watched tunnels',
  figures: ['I2', 'I3'],
  useCase: 'An office depends on its VPN and wants to hear of a tunnel that fails while the other one still carries the traffic. Alarms watch every tunnel.',
  advantages: 'A lost tunnel or a silent one is known before the next failure hurts. Metrics for the state and the volume of each tunnel come with the service.',
  limitations: 'Alarms repair nothing, and somebody must answer them. A tunnel without traffic may look down though nothing is wrong.',
  build: (names) => {
    const sheet = new Sheet(names)
    const vpc = drawVpcWithGateway(sheet, 'Production')
    const site = drawSite(sheet, 'Headquarters', 'headquarters')
    for (let count = 0; count < 2; count++) drawVpn(sheet, drawVpnDevice(sheet, site), { VpnGatewayId: vpc.gateway }, { monitored: true })
    sheet.reach(site.id, vpc.id)
    return sheet.content
  },
})
