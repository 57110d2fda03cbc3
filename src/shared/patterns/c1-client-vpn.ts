import { drawSecurityGroup } from './pieces/security-group.ts'
import { Sheet } from './pieces/sheet.ts'
import { drawMainTable, drawVpc } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

/** AWS Client VPN. */
export const clientVpn = definePattern({
  id: 'c1-client-vpn',
  title: 'AWS Client VPN',
  figures: ['I21'],
  useCase: 'People at home or on the road work with a VPC. The company does not want to run servers for that.',
  advantages: 'AWS runs and scales the endpoint, and rules decide which group may go where. With a subnet in two zones the loss of one zone is survived.',
  limitations: 'Only clients of the OpenVPN family fit. Users appear under addresses of the endpoint, so they cannot be told apart behind it.',
  build: (names) => {
    const sheet = new Sheet(names)
    const vpc = drawVpc(sheet, 'Production')
    drawMainTable(sheet, vpc, {})
    const { id: users } = sheet.add('user-group', 'Remote team', {})
    const { id: endpoint } = sheet.add('client-vpn-endpoint', `${vpc.name} Client VPN`, {
      Region: vpc.region,
      VpcId: vpc.id,
      ClientCidrBlock: names.clientBlock(),
      ClientVpnTargetNetworks: vpc.subnets.map((SubnetId) => ({ SubnetId })),
      SecurityGroupIds: [drawSecurityGroup(sheet, vpc, `${vpc.name} Client VPN group`, [])],
      AuthorizationRules: [{ DestinationCidr: vpc.block }],
    })
    sheet.add('remote-access', 'Remote access 1', { users, ClientVpnEndpointId: endpoint })
    sheet.reachOneWay(users, vpc.id)
    return sheet.content
  },
})
