import { drawSite, drawVpn, drawVpnDevice } from './pieces/customer.ts'
import { Sheet } from './pieces/sheet.ts'
import { drawVpcWithGateway } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

/** Managed VPN, one customer gateway. */
export const managedVpn = definePattern({
  id: 'a1-managed-vpn',
  title: 'Managed VPN, one customer gateway',
  figures: ['F1', 'I2'],
  useCase: 'One office needs a private way into one VPC soon. The line it already has to the internet will do.',
  advantages: 'Existing equipment and lines suffice, and AWS keeps its own end redundant. A tunnel that fails hands over to the other one without anybody acting.',
  limitations: 'Delay and uptime are those of the internet. The lone device and the lone ISP link each cut the office off when they fail.',
  build: (names) => {
    const sheet = new Sheet(names)
    const vpc = drawVpcWithGateway(sheet, 'Production')
    const site = drawSite(sheet, 'Headquarters', 'headquarters')
    drawVpn(sheet, drawVpnDevice(sheet, site), { VpnGatewayId: vpc.gateway })
    sheet.reach(site.id, vpc.id)
    return sheet.content
  },
})
