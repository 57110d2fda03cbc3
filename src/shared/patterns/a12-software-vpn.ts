import { drawAppliance, drawSoftwareVpn } from './pieces/appliance.ts'
import { drawSite, drawVpnDevice } from './pieces/customer.ts'
import { drawOpenTable, drawOpenVpc } from './pieces/internet.ts'
import { Sheet } from './pieces/sheet.ts'
import { drawMainTable } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

/** Software site-to-site VPN. */
export const softwareVpn = definePattern({
  id: 'a12-software-vpn',
  title: 'Software site-to-site VPN',
  figures: ['F6', 'I13'],
  useCase: 'An office needs a protocol or a vendor that the managed VPN does not offer, or must hold both ends itself. An appliance on EC2 ends the tunnel.',
  advantages: 'Any protocol, device and cipher can be used, and both ends are under control. No gateway of AWS has to be set up for it.',
  limitations: 'The lone appliance and its zone cut the office off, and keeping it up and patched is on the company. Its instance also limits the throughput.',
  build: (names) => {
    const sheet = new Sheet(names)
    const vpc = drawOpenVpc(sheet, 'Production')
    const site = drawSite(sheet, 'Headquarters', 'headquarters')
    const device = drawVpnDevice(sheet, site)
    const appliance = drawAppliance(sheet, { wanted: 'VPN appliance 1', vpc, subnet: vpc.open[0], asn: names.siteAsn(), address: names.publicAddress(), peers: [device.address] })
    drawSoftwareVpn(sheet, device.id, appliance.id)
    drawMainTable(sheet, vpc, { routes: [[site.prefix, appliance.id]] })
    drawOpenTable(sheet, vpc, { routes: [[site.prefix, appliance.id]] })
    sheet.reach(site.id, vpc.id)
    return sheet.content
  },
})
