import { reachAll } from './pieces/hub.ts'
import { drawVpcsWithTunnel } from './pieces/vpcs-with-tunnel.ts'
import { Sheet } from './pieces/sheet.ts'
import { definePattern } from './pattern.ts'

/** Software VPN between VPCs across Regions. */
export const softwareVpnBetweenRegions = definePattern({
  id: 'b4-software-vpn-between-regions',
  title: 'Software VPN between VPCs across Regions',
  figures: ['F8', 'I16'],
  useCase: 'Two VPCs in different Regions are to be joined with encryption that the company runs itself. The tunnel joins the public addresses of two appliances.',
  advantages: 'The company picks protocol, cipher and vendor, and can use the same in every Region. Nothing of the customer network takes part.',
  limitations: 'Each appliance and its zone cut the VPCs apart. Whether the packets leave the network of AWS on their way cannot be told.',
  build: (names) => {
    const sheet = new Sheet(names)
    const vpcs = drawVpcsWithTunnel(sheet, [{ wanted: 'Production', region: 'eu-west-1' }, { wanted: 'Recovery', region: 'us-east-1' }])
    reachAll(sheet, vpcs)
    return sheet.content
  },
})
