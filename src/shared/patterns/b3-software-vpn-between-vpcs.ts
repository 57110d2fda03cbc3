import { reachAll } from './pieces/hub.ts'
import { drawVpcsWithTunnel } from './pieces/vpcs-with-tunnel.ts'
import { Sheet } from './pieces/sheet.ts'
import { definePattern } from './pattern.ts'

/** Software VPN between VPCs of one Region. */
export const softwareVpnBetweenVpcs = definePattern({
  id: 'b3-software-vpn-between-vpcs',
  title: 'Software VPN between VPCs of one Region',
  figures: ['F7', 'I16'],
  useCase: 'Two VPCs of a Region are to be joined with encryption that the company runs itself. Peering or a managed gateway does not meet the rules it is bound to.',
  advantages: 'Both ends of the tunnel are under control, with any protocol. Within the Region the packets stay on the network of AWS.',
  limitations: 'Each appliance and its zone cut the VPCs apart, and somebody has to look after both. The instances may well be the bottleneck.',
  build: (names) => {
    const sheet = new Sheet(names)
    const vpcs = drawVpcsWithTunnel(sheet, [{ wanted: 'Application' }, { wanted: 'Database' }])
    reachAll(sheet, vpcs)
    return sheet.content
  },
})
