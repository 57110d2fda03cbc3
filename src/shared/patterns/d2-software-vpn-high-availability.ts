import { drawAppliance, drawMonitor, drawSoftwareVpn } from './pieces/appliance.ts'
import { drawSite, drawVpnDevice } from './pieces/customer.ts'
import { drawOpenTable, drawOpenVpc } from './pieces/internet.ts'
import { Sheet } from './pieces/sheet.ts'
import { drawMainTable, ZONES } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

/** Highly available software VPN. */
export const softwareVpnHighAvailability = definePattern({
  id: 'd2-software-vpn-high-availability',
  title: 'Software VPN in two zones, with a monitor',
  figures: ['F14', 'I24'],
  useCase: 'An office and its VPC are joined by appliances of the company, and the loss of an instance or a zone must not cut them apart. A monitor moves the routes.',
  advantages: 'Each zone uses the appliance of its own, so both carry traffic. When one fails, the monitor turns its routes to the other and back once both work again.',
  limitations: 'The monitor is for the company to write, to run and to watch; without it each appliance cuts off its zone. The device and the line of the office are still single.',
  build: (names) => {
    const sheet = new Sheet(names)
    const vpc = drawOpenVpc(sheet, 'Production', { count: ZONES.length })
    const site = drawSite(sheet, 'Headquarters', 'headquarters')
    const device = drawVpnDevice(sheet, site)
    const asn = names.siteAsn()
    const appliances = vpc.open.map((subnet) =>
      drawAppliance(sheet, { wanted: 'VPN appliance 1', vpc, subnet, asn, address: names.publicAddress(), peers: [device.address] }),
    )
    drawMainTable(sheet, vpc, {})
    for (const [position, { id }] of appliances.entries()) {
      drawSoftwareVpn(sheet, device.id, id)
      const [zone, open] = [ZONES[position], vpc.open[position]]
      sheet.add('route-table', `${vpc.name} private ${zone}`, { VpcId: vpc.id, Associations: [{ SubnetId: vpc.subnets[position] }], Routes: [{ DestinationCidrBlock: site.prefix, target: id }] })
      if (open) drawOpenTable(sheet, vpc, { subnets: [open], routes: [[site.prefix, id]] })
    }
    drawMonitor(sheet, vpc, appliances, names.publicAddress())
    sheet.reach(site.id, vpc.id)
    return sheet.content
  },
})
