import { drawRouter, drawSite } from './pieces/customer.ts'
import { drawInterface, drawLine, DUBLIN } from './pieces/direct-connect.ts'
import { Sheet } from './pieces/sheet.ts'
import { drawVpcWithGateway } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

/** Direct Connect, one connection. */
export const directConnect = definePattern({
  id: 'a5-direct-connect',
  title: 'Direct Connect, one connection',
  figures: ['F3', 'I6'],
  useCase: 'A data center moves much data to and from one VPC, or needs steady delay. The VPC is in the Region of the location.',
  advantages: 'The line is private and predictable, and data leaves AWS at a lower price. Routes are exchanged by BGP over one virtual interface.',
  limitations: 'Location, AWS device, connection, router and the carrier circuit to the location each cut the site off. The line does not encrypt, and ordering it takes time.',
  build: (names) => {
    const sheet = new Sheet(names)
    const vpc = drawVpcWithGateway(sheet, 'Production')
    const site = drawSite(sheet, 'Data center', 'data-center')
    drawInterface(sheet, drawRouter(sheet, site), drawLine(sheet, site, DUBLIN), { VirtualGatewayId: vpc.gateway })
    sheet.reach(site.id, vpc.id)
    return sheet.content
  },
})
