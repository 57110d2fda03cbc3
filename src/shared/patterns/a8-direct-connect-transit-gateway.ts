import { drawRouter, drawSite } from './pieces/customer.ts'
import { drawDirectConnectGateway, drawInterface, drawLine, DUBLIN } from './pieces/direct-connect.ts'
import { attachVpcs, drawHub, drawHubTable, reachAll } from './pieces/hub.ts'
import { Sheet } from './pieces/sheet.ts'
import { drawVpc } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

/** Direct Connect and transit gateway. */
export const directConnectTransitGateway = definePattern({
  id: 'a8-direct-connect-transit-gateway',
  title: 'Direct Connect and transit gateway',
  figures: ['I9'],
  useCase: 'A data center uses many VPCs over a private line, and the VPCs use each other. All of them hang on one Regional hub.',
  advantages: 'One transit virtual interface is enough for every attached VPC. Which of them meet is decided in the tables of the hub.',
  limitations: 'Only stated prefixes are announced to the site, so a new VPC may need them extended. With one connection the line underneath is a chain of single elements.',
  build: (names) => {
    const sheet = new Sheet(names)
    const hub = drawHub(sheet)
    const vpcs = ['Production', 'Development'].map((name) => drawVpc(sheet, name))
    const gateway = drawDirectConnectGateway(sheet)
    const { id: association } = sheet.add('direct-connect-gateway-association', 'DX association 1', {
      DirectConnectGatewayId: gateway,
      TransitGatewayId: hub.id,
      AllowedPrefixes: vpcs.map(({ block }) => block),
    })
    const site = drawSite(sheet, 'Data center', 'data-center')
    drawInterface(sheet, drawRouter(sheet, site), drawLine(sheet, site, DUBLIN), { DirectConnectGatewayId: gateway }, { type: 'transit' })
    drawHubTable(sheet, hub, [...attachVpcs(sheet, hub, vpcs, [site.prefix]), association])
    reachAll(sheet, [site.id, ...vpcs.map(({ id }) => id)])
    return sheet.content
  },
})
