import { describe, expect, it } from 'vitest'
import { connectChoices, whyNoConnection } from '../../../../../src/shared/document/commands/connect-choices.ts'
import type { ResourceId } from '../../../../../src/shared/model/id.ts'
import { DrawingBoard } from './drawing-board.ts'

const labels = (board: DrawingBoard, from: ResourceId, to: ResourceId) => connectChoices(board.index, from, to).map((choice) => choice.label)

describe('connectChoices', () => {
  it('offers only links that make sense, in either direction', () => {
    const board = new DrawingBoard()
    const [device, tgw, vpc, dxgw] = [board.add('customer-gateway'), board.add('transit-gateway'), board.add('vpc'), board.add('direct-connect-gateway')]
    expect(labels(board, device, tgw)).toEqual(['VPN connection', 'Transit gateway Connect peer'])
    expect(labels(board, tgw, device)).toEqual(['VPN connection', 'Transit gateway Connect peer'])
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
})
