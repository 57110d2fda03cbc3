import { drawSite, drawVpn, drawVpnDevice } from './pieces/customer.ts'
import { Sheet } from './pieces/sheet.ts'
import { drawVpcWithGateway } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

/** Managed VPN, several customer gateways. */
export const managedVpnRedundant = definePattern({
  id: 'a2-managed-vpn-redundant',
  title: 'Managed VPN, several customer gateways',
  figures: ['F2', 'I3'],
  useCase: 'An office depends on its VPC and must not lose it with one device or one line. Private lines are still not wanted.',
  advantages: 'Either device and either ISP may fail. BGP moves the traffic by itself, and devices can be serviced one at a time.',
  limitations: 'Both ways still cross the internet. AWS sends each prefix through one tunnel at a time, so the second line adds no bandwidth in that direction.',
  build: (names) => {
    const sheet = new Sheet(names)
    const vpc = drawVpcWithGateway(sheet, 'Production')
    const site = drawSite(sheet, 'Headquarters', 'headquarters')
    for (let count = 0; count < 2; count++) drawVpn(sheet, drawVpnDevice(sheet, site), { VpnGatewayId: vpc.gateway })
    sheet.reach(site.id, vpc.id)
    return sheet.content
  },
})
