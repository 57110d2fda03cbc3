import { drawRouter, drawSite } from './pieces/customer.ts'
import { drawCircuit, drawInterface, drawLag, DUBLIN } from './pieces/direct-connect.ts'
import { Sheet } from './pieces/sheet.ts'
import { drawVpcWithGateway } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

/** Direct Connect, link aggregation group. */
export const directConnectLag = definePattern({
  id: 'a6d-direct-connect-lag',
  title: 'Direct Connect, link aggregation group',
  figures: ['I7'],
  useCase: 'One private line no longer has the capacity, and the extra ports are wanted as one. A port that fails must not end the traffic.',
  advantages: 'Up to four ports carry the traffic together, under one virtual interface. More can be added later without touching routes.',
  limitations: 'All ports end on one AWS device in one location, so it does not replace a second line. When the minimum of links equals the members, the loss of any port takes the whole group down.',
  build: (names) => {
    const sheet = new Sheet(names)
    const vpc = drawVpcWithGateway(sheet, 'Production')
    const site = drawSite(sheet, 'Data center', 'data-center')
    const lag = drawLag(sheet, DUBLIN, 2)
    drawCircuit(sheet, site, { ConnectionId: lag })
    drawInterface(sheet, drawRouter(sheet, site), lag, { VirtualGatewayId: vpc.gateway })
    sheet.reach(site.id, vpc.id)
    return sheet.content
  },
})
