import { drawRouter, drawSite } from './pieces/customer.ts'
import { drawDirectConnectGateway, drawInterface, drawLine, drawVpcBehind, DUBLIN } from './pieces/direct-connect.ts'
import { Sheet } from './pieces/sheet.ts'
import { definePattern } from './pattern.ts'

/** Direct Connect gateway to VPCs of several Regions. */
export const directConnectGateway = definePattern({
  id: 'a7-direct-connect-gateway',
  title: 'Direct Connect gateway to VPCs of several Regions',
  figures: ['I8'],
  useCase: 'One private line is to reach VPCs in several Regions or accounts. The VPCs have no business with each other.',
  advantages: 'One virtual interface serves them all, wherever they are. The gateway is global, redundant and free of charge.',
  limitations: 'It does not carry traffic from VPC to VPC, unless the site announces a block that covers them. The single line underneath is as fragile as before.',
  build: (names) => {
    const sheet = new Sheet(names)
    const gateway = drawDirectConnectGateway(sheet)
    const first = drawVpcBehind(sheet, gateway, 'Production', 'eu-west-1')
    const second = drawVpcBehind(sheet, gateway, 'Recovery', 'us-east-1')
    const site = drawSite(sheet, 'Data center', 'data-center')
    drawInterface(sheet, drawRouter(sheet, site), drawLine(sheet, site, DUBLIN), { DirectConnectGatewayId: gateway })
    sheet.reach(site.id, first)
    sheet.reach(site.id, second)
    sheet.never(first, second)
    return sheet.content
  },
})
