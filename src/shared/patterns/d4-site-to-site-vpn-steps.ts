import { hostOf } from './pieces/appliance.ts'
import { drawSite, drawVpn, drawVpnDevice } from './pieces/customer.ts'
import { drawSecurityGroup } from './pieces/security-group.ts'
import { Sheet } from './pieces/sheet.ts'
import { drawVpcWithGateway } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

const [TCP, ICMP] = [6, 1]
const [SSH, RDP] = [22, 3389]

/** Managed VPN set up in seven steps. */
export const siteToSiteVpnSteps = definePattern({
  id: 'd4-site-to-site-vpn-steps',
  title: 'Managed VPN, all seven steps done',
  figures: ['F1', 'I2'],
  useCase: 'A first VPN connection is set up step by step: both gateways, routing, security groups, the connection, and the device. Here is what it looks like when all is done.',
  advantages: 'Every step shows in the design, so a missing one is found before anybody waits for packets. Administrators reach a server from the office and nobody else does.',
  limitations: 'It is one device on one internet line, so it is a start rather than an end. The device has to be set up by somebody who knows it.',
  build: (names) => {
    const sheet = new Sheet(names)
    const vpc = drawVpcWithGateway(sheet, 'Production')
    const site = drawSite(sheet, 'Headquarters', 'headquarters')
    drawVpn(sheet, drawVpnDevice(sheet, site), { VpnGatewayId: vpc.gateway })
    const group = drawSecurityGroup(sheet, vpc, `${vpc.name} server group`, [
      { protocol: 'tcp', port: SSH, from: [site.prefix] },
      { protocol: 'tcp', port: RDP, from: [site.prefix] },
      { protocol: 'icmp', from: [site.prefix] },
    ])
    const { id: server } = sheet.add('instance', `${vpc.name} server`, { SubnetId: vpc.subnets[0], PrivateIpAddress: hostOf(vpc.blocks[0]), SecurityGroupIds: [group] })
    for (const traffic of [{ protocol: TCP, port: SSH }, { protocol: TCP, port: RDP }, { protocol: ICMP }]) sheet.reachOneWay(site.id, server, traffic)
    return sheet.content
  },
})
