import { drawColocation, drawColocationRouter, drawSite } from './pieces/customer.ts'
import { drawCircuit, drawConnection, drawInterface, DUBLIN, LONDON } from './pieces/direct-connect.ts'
import { reachAll } from './pieces/hub.ts'
import { Sheet } from './pieces/sheet.ts'
import { drawVpcWithGateway } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

/** Direct Connect between VPCs of two Regions over the customer WAN. */
export const directConnectBetweenRegions = definePattern({
  id: 'b7b-direct-connect-between-regions',
  title: 'Direct Connect between VPCs of two Regions over the customer WAN',
  figures: ['F11', 'I19'],
  useCase: 'VPCs of two Regions exchange traffic over the wide area network of the company, which joins its cages in two Direct Connect locations. A data center uses both.',
  advantages: 'Private lines all the way, with the routers of the company in between. Each VPC is entered in a location of its own Region.',
  limitations: 'Both lines and the WAN link between the locations are single, and any of them cuts the VPCs apart. Long distance lines of the own network cost more than what AWS charges between Regions.',
  build: (names) => {
    const sheet = new Sheet(names)
    const site = drawSite(sheet, 'Data center', 'data-center')
    const sides = [{ wanted: 'Production', location: DUBLIN, cage: 'Dublin cage' }, { wanted: 'Recovery', location: LONDON, cage: 'London cage' }].map(({ wanted, location, cage }) => ({
      location,
      vpc: drawVpcWithGateway(sheet, wanted, location.region),
      cage: drawColocation(sheet, cage),
    }))
    const [near, far] = sides.map(({ cage }) => cage.id)
    if (near !== undefined) drawCircuit(sheet, site, { colocation: near })
    sheet.add('wan-link', 'WAN link 1', { site: near, peerSite: far, wanType: 'leased-line' })
    for (const { vpc, cage, location } of sides) {
      const beyond = sides.filter((other) => other.vpc !== vpc).map((other) => other.vpc.block)
      drawInterface(sheet, drawColocationRouter(sheet, cage, [site.prefix, ...beyond]), drawConnection(sheet, location), { VirtualGatewayId: vpc.gateway })
    }
    reachAll(sheet, [site.id, ...sides.map(({ vpc }) => vpc.id)])
    return sheet.content
  },
})
