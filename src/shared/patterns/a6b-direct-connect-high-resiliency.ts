import { drawRouter, drawSite } from './pieces/customer.ts'
import { drawDirectConnectGateway, drawInterface, drawLine, drawVpcBehind, DUBLIN, LONDON } from './pieces/direct-connect.ts'
import { Sheet } from './pieces/sheet.ts'
import { REGION } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

/** Direct Connect, two locations (high resiliency). */
export const directConnectHighResiliency = definePattern({
  id: 'a6b-direct-connect-high-resiliency',
  title: 'Direct Connect, two locations (high resiliency)',
  figures: ['I7'],
  useCase: 'Workloads that matter need a private line that survives the loss of a whole location. A short dip in capacity is acceptable then.',
  advantages: 'Any one location, device, connection or router may fail. BGP finds the other way without help.',
  limitations: 'After a failure all traffic shares one line, so each must be large enough for everything. Two locations mean two sets of fees and carriers.',
  build: (names) => {
    const sheet = new Sheet(names)
    const gateway = drawDirectConnectGateway(sheet)
    const vpc = drawVpcBehind(sheet, gateway, 'Production', REGION)
    const site = drawSite(sheet, 'Data center', 'data-center')
    for (const location of [DUBLIN, LONDON]) drawInterface(sheet, drawRouter(sheet, site), drawLine(sheet, site, location), { DirectConnectGatewayId: gateway })
    sheet.reach(site.id, vpc)
    return sheet.content
  },
})
