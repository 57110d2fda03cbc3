import { describe, expect, it } from 'vitest'
import { connectChoices } from '../../../../../src/shared/document/commands/connect-choices.ts'
import { whyNoConnection } from '../../../../../src/shared/document/commands/why-no-connection.ts'
import type { ResourceId } from '../../../../../src/shared/model/id.ts'
import { DrawingBoard } from './drawing-board.ts'

const labels = (board: DrawingBoard, from: ResourceId, to: ResourceId) => connectChoices(board.index, from, to).map((choice) => choice.label)

describe('connectChoices', () => {
  it('offers only links that make sense, in either direction', () => {
    const board = new DrawingBoard()
    const [device, tgw, vpc, dxgw] = [board.add('customer-gateway'), board.add('transit-gateway'), board.add('vpc'), board.add('direct-connect-gateway')]
    expect(labels(board, device, tgw)).toEqual(['VPN connection'])
    expect(labels(board, tgw, device)).toEqual(['VPN connection'])
    expect(labels(board, vpc, tgw)).toEqual(['Transit gateway VPC attachment'])
    expect(labels(board, tgw, dxgw)).toEqual(['Direct Connect gateway association'])
    expect(labels(board, device, dxgw)).toEqual(['Virtual interface'])
    expect(labels(board, device, vpc)).toEqual([])
    expect(whyNoConnection(board.index, device, vpc)).toContain('attach one to the VPC first')
  })

  it('lets a site act through its devices and a VPC or subnet through its gateway', () => {
    const board = new DrawingBoard()
    const site = board.add('site')
    const vpc = board.add('vpc')
    const subnet = board.add('subnet', vpc)
    board.add('vpn-gateway', vpc)
    expect(whyNoConnection(board.index, site, vpc)).toContain('customer gateway device')
    board.add('customer-gateway', site)
    board.add('customer-gateway', site)
    expect(labels(board, site, subnet)).toEqual([
      'VPN connection (Customer gateway 1 to VGW 1)',
      'Virtual interface (Customer gateway 1 to VGW 1)',
      'VPN connection (Customer gateway 2 to VGW 1)',
      'Virtual interface (Customer gateway 2 to VGW 1)',
    ])
  })

  it('joins a pair of VPCs, or a VPC and a transit gateway, once only', () => {
    const board = new DrawingBoard()
    const [a, b, tgw] = [board.add('vpc'), board.add('vpc'), board.add('transit-gateway')]
    board.link(a, b)
    board.link(a, tgw)
    expect(labels(board, b, a)).toEqual([])
    expect(labels(board, tgw, a)).toEqual([])
    expect(labels(board, a, a)).toEqual([])
  })

  it('attaches a gateway to a VPC that has none, and not to one that has', () => {
    const board = new DrawingBoard()
    const [vpc, first, second] = [board.add('vpc'), board.add('internet-gateway'), board.add('internet-gateway')]
    expect(labels(board, first, vpc)).toEqual(['Attach IGW 1'])
    board.link(first, vpc)
    expect(board.get('internet-gateway', first).Attachments).toEqual([{ VpcId: vpc }])
    expect(labels(board, second, vpc)).toEqual([])
  })

  it('names the Direct Connect connection that a virtual interface runs over, with a VLAN of its own', () => {
    const board = new DrawingBoard()
    const [router, dxgw, one, two] = [board.add('customer-gateway'), board.add('direct-connect-gateway'), board.add('direct-connect-connection'), board.add('direct-connect-connection')]
    expect(labels(board, router, dxgw)).toEqual(['Virtual interface over DX connection 1', 'Virtual interface over DX connection 2'])
    expect(labels(board, one, router)).toEqual(['Virtual interface to DX gateway 1'])
    const vifs = [board.link(router, one), board.link(two, dxgw), board.link(router, one)].map((id) => board.get('virtual-interface', id))
    expect(vifs.map((vif) => [vif.ConnectionId, vif.Vlan])).toEqual([[one, 100], [two, 100], [one, 101]])
  })

  it('offers a LAG and its connections apart: members run over the LAG, and public interfaces lead to AWS services', () => {
    const board = new DrawingBoard()
    const [device, services, lag, member] = [board.add('customer-gateway', undefined, { IpAddress: '203.0.113.9' }), board.add('aws-public-services'), board.add('direct-connect-lag'), board.add('direct-connect-connection')]
    expect(labels(board, member, lag)).toEqual(['Member of LAG 1'])
    board.link(lag, member)
    expect(board.get('direct-connect-connection', member).LagId).toBe(lag)
    expect(labels(board, device, services)).toEqual(['Virtual interface over LAG 1'])
    const vif = board.get('virtual-interface', board.link(lag, device))
    expect([vif.VirtualInterfaceType, vif.ConnectionId, vif.RouteFilterPrefixes]).toEqual(['public', lag, ['203.0.113.9/32']])
  })

  it('joins sites by WAN links, and by circuits where one is a colocation; circuits also lead to ports', () => {
    const board = new DrawingBoard()
    const [office, branch, cage, port] = [board.add('site'), board.add('site'), board.add('site', undefined, { siteType: 'colocation' }), board.add('direct-connect-connection')]
    expect(labels(board, office, branch)).toEqual(['WAN link'])
    expect(labels(board, cage, office)).toEqual(['WAN link', 'Carrier circuit'])
    const circuit = board.get('carrier-circuit', board.link(cage, office, 1))
    expect([circuit.site, circuit.colocation]).toEqual([office, cage])
    expect(labels(board, port, office)).toEqual(['Carrier circuit'])
  })

  it('takes only instances of the right role for ends, and says which', () => {
    const board = new DrawingBoard()
    const subnet = board.add('subnet', board.add('vpc'))
    const [host, appliance, server] = [board.add('instance', subnet), board.add('instance', subnet, { role: 'vpn-appliance' }), board.add('instance', subnet, { role: 'remote-access-server' })]
    const [device, tgw, users, monitor] = [board.add('customer-gateway'), board.add('transit-gateway'), board.add('user-group'), board.add('instance', subnet, { role: 'vpn-monitor' })]
    expect(labels(board, device, appliance)).toEqual(['Software VPN'])
    expect(labels(board, appliance, tgw)).toEqual(['VPN connection', 'Transit gateway Connect peer'])
    expect(labels(board, users, server)).toEqual(['Remote access'])
    expect([labels(board, device, host), labels(board, host, tgw), labels(board, users, host), labels(board, users, appliance)]).toEqual([[], [], [], []])
    expect(whyNoConnection(board.index, device, host)).toContain('VPN appliance; give Instance 1')
    expect(whyNoConnection(board.index, users, host)).toContain('remote-access server; give Instance 1')
    expect(whyNoConnection(board.index, users, subnet)).toContain('Client VPN endpoint')
    board.link(appliance, monitor)
    expect(board.get('instance', monitor).watches).toEqual([appliance])
    expect(labels(board, monitor, appliance)).toEqual([])
  })

  it('offers a device of a site a Connect peer only where Direct Connect can carry it', () => {
    const board = new DrawingBoard()
    const [device, tgw, gateway] = [board.add('customer-gateway'), board.add('transit-gateway'), board.add('direct-connect-gateway')]
    expect(labels(board, device, tgw)).toEqual(['VPN connection'])
    board.link(gateway, tgw)
    expect(labels(board, device, tgw)).toEqual(['VPN connection', 'Transit gateway Connect peer'])
  })

  it('a Connect peer runs over the attachment of its VPC, with inside addresses of its own', () => {
    const board = new DrawingBoard()
    const [vpc, tgw] = [board.add('vpc'), board.add('transit-gateway')]
    const attachment = board.link(vpc, tgw)
    const subnet = board.add('subnet', vpc)
    const peers = [1, 2].map(() => board.get('transit-gateway-connect-peer', board.link(board.add('instance', subnet, { role: 'vpn-appliance' }), tgw, 1)))
    expect(peers.map(({ TransportTransitGatewayAttachmentId }) => TransportTransitGatewayAttachmentId)).toEqual([attachment, attachment])
    expect(peers.map(({ InsideCidrBlocks }) => InsideCidrBlocks[0])).toEqual(['169.254.6.0/29', '169.254.6.8/29'])
  })

  it('sets fields where there is no link: directories, associated subnets, power', () => {
    const board = new DrawingBoard()
    const vpc = board.add('vpc')
    const [subnet, other] = [board.add('subnet', vpc), board.add('subnet', board.add('vpc'))]
    const endpoint = board.add('client-vpn-endpoint', vpc)
    const directory = board.add('directory', subnet)
    board.link(directory, endpoint)
    board.link(endpoint, subnet)
    expect(board.get('client-vpn-endpoint', endpoint)).toMatchObject({ directory, ClientVpnTargetNetworks: [{ SubnetId: subnet }] })
    expect([labels(board, endpoint, other), labels(board, endpoint, subnet), labels(board, endpoint, board.add('transit-gateway'))]).toEqual([[], [], []])
    const site = board.add('site')
    const [device, supply] = [board.add('customer-gateway', site), board.add('power-domain', site)]
    board.link(device, supply)
    expect(board.get('customer-gateway', device).powerDomain).toBe(supply)
  })
})
