import { drawRouter, drawSite } from './pieces/customer.ts'
import { drawDirectConnectGateway, drawInterface, drawLine, drawVpcBehind, DUBLIN } from './pieces/direct-connect.ts'
import { Sheet } from './pieces/sheet.ts'
import { REGION } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

/** Direct Connect, two devices at one location. */
export const directConnectTwoDevices = definePattern({
  id: 'a6a-direct-connect-two-devices',
  title: 'Direct Connect, two devices at one location',
  figures: ['I7'],
  useCase: 'A private line must outlive the failure or the maintenance of an AWS device. A second location is out of reach or not worth its price.',
  advantages: 'Connections and AWS devices may fail one at a time. Both lines carry traffic in normal times.',
  limitations: 'The location is still shared, and so is the router until a second one is added. Without a second carrier circuit that is shared too.',
  build: (names) => {
    const sheet = new Sheet(names)
    const gateway = drawDirectConnectGateway(sheet)
    const vpc = drawVpcBehind(sheet, gateway, 'Production', REGION)
    const site = drawSite(sheet, 'Data center', 'data-center')
    const router = drawRouter(sheet, site)
    for (let count = 0; count < 2; count++) drawInterface(sheet, router, drawLine(sheet, site, DUBLIN), { DirectConnectGatewayId: gateway })
    sheet.reach(site.id, vpc)
    return sheet.content
  },
})
