import { attachVpcs, drawHub, drawHubTable, reachAll } from './pieces/hub.ts'
import { Sheet } from './pieces/sheet.ts'
import { drawVpc } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

/** Transit gateway hub of one Region. */
export const transitGatewayHub = definePattern({
  id: 'b2-transit-gateway-hub',
  title: 'Transit gateway hub of one Region',
  figures: ['I15'],
  useCase: 'Several VPCs of a Region reach each other, and their number grows. Who meets whom is to be decided in one place.',
  advantages: 'Each VPC needs one attachment instead of one peering to each other. Route tables can separate groups of VPCs later.',
  limitations: 'Attachments and traffic are charged. Blocks must not overlap, and subnets in a zone without an attachment cannot send.',
  build: (names) => {
    const sheet = new Sheet(names)
    const hub = drawHub(sheet)
    const vpcs = ['Production', 'Development', 'Shared services'].map((name) => drawVpc(sheet, name))
    drawHubTable(sheet, hub, attachVpcs(sheet, hub, vpcs, []))
    reachAll(sheet, vpcs.map(({ id }) => id))
    return sheet.content
  },
})
