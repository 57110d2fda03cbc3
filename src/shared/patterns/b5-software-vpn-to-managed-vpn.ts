import { drawAppliance } from './pieces/appliance.ts'
import { drawVpn } from './pieces/customer.ts'
import { drawOpenTable, drawOpenVpc } from './pieces/internet.ts'
import { Sheet } from './pieces/sheet.ts'
import { drawMainTable, drawVpcWithGateway } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

/** Software VPN to managed VPN. */
export const softwareVpnToManagedVpn = definePattern({
  id: 'b5-software-vpn-to-managed-vpn',
  title: 'Software VPN to managed VPN between VPCs',
  figures: ['F9', 'I17'],
  useCase: 'Two VPCs are to be joined by IPsec, and on one side AWS shall keep the end of the tunnels. An appliance in the other VPC plays the customer gateway.',
  advantages: 'The managed end is redundant without further work, and BGP can move between its two tunnels. Regions and accounts make no difference.',
  limitations: 'The managed end speaks IPsec only. The appliance and its zone remain single, and the company keeps it up.',
  build: (names) => {
    const sheet = new Sheet(names)
    const near = drawOpenVpc(sheet, 'Application')
    const far = drawVpcWithGateway(sheet, 'Database')
    // The addresses of AWS's ends are known once the connection is made.
    const appliance = drawAppliance(sheet, { wanted: 'VPN appliance 1', vpc: near, subnet: near.open[0], asn: names.siteAsn(), address: names.publicAddress(), peers: [undefined] })
    drawVpn(sheet, appliance, { VpnGatewayId: far.gateway })
    drawMainTable(sheet, near, { routes: [[far.block, appliance.id]] })
    drawOpenTable(sheet, near, { routes: [[far.block, appliance.id]] })
    sheet.reach(near.id, far.id)
    return sheet.content
  },
})
