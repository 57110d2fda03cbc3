import { describe, expect, it } from 'vitest'
import { reconnect, whyNoReconnection } from '../../../../../src/shared/document/commands/reconnect.ts'
import type { ResourceId } from '../../../../../src/shared/model/id.ts'
import { endsOf } from '../../../../../src/shared/model/link.ts'
import { reconnectOptions } from '../../../../../src/renderer/canvas/reconnect-options.ts'
import { DrawingBoard } from './drawing-board.ts'

function network() {
  const board = new DrawingBoard()
  const site = board.add('site')
  const [device, spare] = [board.add('customer-gateway', site), board.add('customer-gateway', site)]
  const [one, two] = [board.add('vpc', undefined, { Region: 'us-east-1' }), board.add('vpc', undefined, { Region: 'us-east-1' })]
  const [near, far] = [board.add('subnet', one), board.add('subnet', two)]
  const vgw = board.add('vpn-gateway', one)
  const [hub, other] = [board.add('transit-gateway', undefined, { Region: 'us-east-1' }), board.add('transit-gateway', undefined, { Region: 'us-east-1' })]
  const vpn = board.link(device, vgw)
  const attachment = board.link(one, hub)
  return { board, site, device, spare, one, two, near, far, vgw, hub, other, vpn, attachment }
}

describe('reconnect', () => {
  it('moves a VPN to another device, and to a transit gateway instead of its VGW', () => {
    const { board, vpn, device, spare, vgw, hub } = network()
    board.perform(reconnect(board.index, vpn, 0, spare))
    expect(endsOf(board.index.get(vpn) as never)).toEqual([spare, vgw])
    board.perform(reconnect(board.index, vpn, 1, hub))
    expect(board.index.get(vpn)).toMatchObject({ CustomerGatewayId: spare, TransitGatewayId: hub })
    expect(board.index.get(vpn)).not.toHaveProperty('VpnGatewayId')
    expect(whyNoReconnection(board.index, board.index.get(vpn) as never, 0, device)).toBeUndefined()
  })

  it('takes a container to mean what acts for it', () => {
    const { board, vpn, one, two, vgw, spare, site } = network()
    board.perform(reconnect(board.index, vpn, 0, site))
    expect(endsOf(board.index.get(vpn) as never)).toEqual([spare, vgw])
    expect(whyNoReconnection(board.index, board.index.get(vpn) as never, 1, two)).toMatch(/virtual private gateway|transit gateway/)
    expect(one).not.toBe(two)
  })

  it('gives an attachment subnets of its new VPC, and takes it out of the tables of its old hub', () => {
    const { board, attachment, two, far, hub, other } = network()
    board.perform(reconnect(board.index, attachment, 0, two))
    expect(board.index.get(attachment)).toMatchObject({ VpcId: two, SubnetIds: [far] })
    const table = board.add('transit-gateway-route-table', hub, { Associations: [attachment], Propagations: [attachment] })
    board.perform(reconnect(board.index, attachment, 1, other))
    expect(board.index.get(attachment)).toMatchObject({ TransitGatewayId: other })
    expect(board.index.get(table)).toMatchObject({ Associations: [], Propagations: [] })
  })

  it('says why it cannot', () => {
    const { board, vpn, device, vgw, attachment, one, two } = network()
    const resource = board.index.get(vpn) as never
    expect(whyNoReconnection(board.index, resource, 0, device)).toMatch(/already/)
    expect(whyNoReconnection(board.index, resource, 0, vgw)).toMatch(/other end/)
    expect(whyNoReconnection(board.index, resource, 0, two)).toBeTruthy()
    expect(whyNoReconnection(board.index, board.index.get(attachment) as never, 1, two)).toMatch(/cannot end at/)
    expect(reconnect(board.index, vpn, 0, one).changes).toEqual([])
  })

  it('offers exactly what works, for both ends', () => {
    const { board, vpn, spare, hub, other } = network()
    const options = reconnectOptions(board.index, vpn)
    expect(options.map(({ end, to }) => [end, to]).sort()).toEqual([[0, spare], [1, hub], [1, other]].sort())
    for (const { end, to } of options) {
      const before = board.design
      board.perform(reconnect(board.index, vpn, end, to))
      expect(endsOf(board.index.get(vpn) as never)?.[end]).toBe(to as ResourceId)
      board.design = before
    }
  })
})
