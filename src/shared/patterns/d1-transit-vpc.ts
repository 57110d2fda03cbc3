import { drawAppliance, drawSoftwareVpn } from './pieces/appliance.ts'
import { drawSite, drawVpn, drawVpnDevice } from './pieces/customer.ts'
import { reachAll } from './pieces/hub.ts'
import { drawInternetGateway } from './pieces/internet.ts'
import { Sheet } from './pieces/sheet.ts'
import { drawMainTable, drawVpc, drawVpcWithGateway } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

/** Transit VPC. */
export const transitVpc = definePattern({
  id: 'd1-transit-vpc',
  title: 'Transit VPC',
  figures: ['I23'],
  useCase: 'Many VPCs and sites meet in one hub that the company runs itself, with the routers of a vendor of its choice. Traffic is filtered or translated there.',
  advantages: 'VPCs of any Region or account join with plain VPN connections, and sites with a tunnel to the routers. Two routers in two zones survive the loss of either.',
  limitations: 'Routers have to be licensed, patched and watched, and tunnels limit the throughput. The gateways of the VPCs need different ASNs, or they drop the routes of each other.',
  build: (names) => {
    const sheet = new Sheet(names)
    const spokes = ['Production', 'Development'].map((name) => drawVpcWithGateway(sheet, name))
    const site = drawSite(sheet, 'Headquarters', 'headquarters')
    const devices = [1, 2].map(() => drawVpnDevice(sheet, site))
    const vpc = drawVpc(sheet, 'Transit')
    drawMainTable(sheet, vpc, { routes: [['0.0.0.0/0', drawInternetGateway(sheet, vpc)]] })
    // One ASN for both: what one of them told a spoke does not come back by way of the other.
    const asn = names.siteAsn()
    const routers = vpc.subnets.map((id, position) =>
      drawAppliance(sheet, {
        wanted: `${vpc.name} router ${position + 1}`,
        vpc,
        subnet: { id, block: vpc.blocks[position] ?? vpc.block },
        asn,
        address: names.publicAddress(),
        // The addresses of AWS's ends are known once the connections are made.
        peers: [undefined],
        announced: [site.prefix, ...spokes.map(({ block }) => block)],
      }),
    )
    for (const router of routers) {
      for (const { gateway } of spokes) drawVpn(sheet, router, { VpnGatewayId: gateway })
      for (const device of devices) drawSoftwareVpn(sheet, device.id, router.id)
    }
    reachAll(sheet, [site.id, ...spokes.map(({ id }) => id)])
    return sheet.content
  },
})
