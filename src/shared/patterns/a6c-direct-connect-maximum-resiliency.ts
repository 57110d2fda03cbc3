import { drawRouter, drawSite } from './pieces/customer.ts'
import { drawDirectConnectGateway, drawInterface, drawLine, drawVpcBehind, DUBLIN, LONDON } from './pieces/direct-connect.ts'
import { Sheet } from './pieces/sheet.ts'
import { REGION } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

/** Direct Connect, two locations, two devices each (maximum resiliency). */
export const directConnectMaximumResiliency = definePattern({
  id: 'a6c-direct-connect-maximum-resiliency',
  title: 'Direct Connect, two locations, two devices each (maximum resiliency)',
  figures: ['I7'],
  useCase: 'Critical workloads need redundancy left over while one location is down. Cost comes second.',
  advantages: 'Two connections on separate devices remain when a location is lost. Devices can be serviced without touching the other location.',
  limitations: 'Four ports and their circuits are paid for and mostly idle. More sessions and routes must be looked after.',
  build: (names) => {
    const sheet = new Sheet(names)
    const gateway = drawDirectConnectGateway(sheet)
    const vpc = drawVpcBehind(sheet, gateway, 'Production', REGION)
    const site = drawSite(sheet, 'Data center', 'data-center')
    for (const location of [DUBLIN, LONDON]) {
      const router = drawRouter(sheet, site)
      for (let count = 0; count < 2; count++) drawInterface(sheet, router, drawLine(sheet, site, location), { DirectConnectGatewayId: gateway })
    }
    sheet.reach(site.id, vpc)
    return sheet.content
  },
})
