import { attachVpcs, drawHub, drawHubTable, reachAll } from './pieces/hub.ts'
import { Sheet } from './pieces/sheet.ts'
import { drawVpc } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

/** Transit gateway peering across Regions. */
export const transitGatewayPeering = definePattern({
  id: 'b2b-transit-gateway-peering',
  title: 'Transit gateway hubs of two Regions, peered',
  figures: ['I15'],
  useCase: 'VPCs of several Regions reach each other, and each Region has a hub of its own. Traffic between the hubs is to stay on the network of AWS.',
  advantages: 'Two hubs need one peering, however many VPCs hang on them. What crosses between Regions is encrypted by AWS.',
  limitations: 'A peering learns no routes, so both tables need static ones for whatever lies beyond. Every byte between the Regions is charged on its way.',
  build: (names) => {
    const sheet = new Sheet(names)
    const regions = [{ region: 'eu-west-1', names: ['Production', 'Development'] }, { region: 'us-east-1', names: ['Recovery'] }]
    const sides = regions.map(({ region, names: wanted }) => ({ hub: drawHub(sheet, { region }), vpcs: wanted.map((name) => drawVpc(sheet, name, region)) }))
    const [near, far] = sides.map(({ hub }) => hub.id)
    const { id: peering } = sheet.add('transit-gateway-peering-attachment', 'TGW peering 1', { TransitGatewayId: near, PeerTransitGatewayId: far })
    for (const side of sides) {
      const beyond = sides.filter((other) => other !== side).flatMap(({ vpcs }) => vpcs.map(({ block }) => block))
      drawHubTable(sheet, side.hub, attachVpcs(sheet, side.hub, side.vpcs, beyond), { id: peering, routes: beyond })
    }
    reachAll(sheet, sides.flatMap(({ vpcs }) => vpcs.map(({ id }) => id)))
    return sheet.content
  },
})
