import { drawColocation, drawColocationRouter, drawSite } from './pieces/customer.ts'
import { drawCircuit, drawConnection, drawInterface, DUBLIN } from './pieces/direct-connect.ts'
import { reachAll } from './pieces/hub.ts'
import { Sheet } from './pieces/sheet.ts'
import { drawVpcWithGateway } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

/** Direct Connect between VPCs through the customer router. */
export const directConnectBetweenVpcs = definePattern({
  id: 'b7-direct-connect-between-vpcs',
  title: 'Direct Connect between VPCs through the customer router',
  figures: ['F11', 'I19'],
  useCase: 'Traffic between VPCs has to pass a router of the company, with the steadiness of private lines. The router stands in the Direct Connect location.',
  advantages: 'Nothing crosses the internet, and one connection carries an interface for each VPC. The company controls what passes.',
  limitations: 'Traffic goes out to the location and back, and pays for it. The connection, its AWS device, the location and the router are all single, and so is the circuit to the data center.',
  build: (names) => {
    const sheet = new Sheet(names)
    const vpcs = ['Production', 'Development'].map((name) => drawVpcWithGateway(sheet, name))
    const site = drawSite(sheet, 'Data center', 'data-center')
    const cage = drawColocation(sheet, 'Colocation')
    drawCircuit(sheet, site, { colocation: cage.id })
    const router = drawColocationRouter(sheet, cage, [site.prefix, ...vpcs.map(({ block }) => block)])
    const connection = drawConnection(sheet, DUBLIN)
    for (const [position, { gateway }] of vpcs.entries()) drawInterface(sheet, router, connection, { VirtualGatewayId: gateway }, { vlan: 101 + position })
    reachAll(sheet, [site.id, ...vpcs.map(({ id }) => id)])
    return sheet.content
  },
})
