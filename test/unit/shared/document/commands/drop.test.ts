import { describe, expect, it } from 'vitest'
import { changeBox, createBox, whyNoBox } from '../../../../../src/shared/document/commands/boxes.ts'
import { dropInto } from '../../../../../src/shared/document/commands/drop.ts'
import { canDrop, holderFor } from '../../../../../src/shared/document/commands/holding.ts'
import { moveBy, resizeContainer } from '../../../../../src/shared/document/commands/move.ts'
import { regionBoxId, zoneBoxId } from '../../../../../src/shared/document/groups.ts'
import type { BoxId } from '../../../../../src/shared/model/id.ts'
import { parseDesign } from '../../../../../src/shared/document/parse.ts'
import { DrawingBoard } from './drawing-board.ts'

const frame = { x: 0, y: 0, width: 400, height: 300 }

function boardWithRegions() {
  const board = new DrawingBoard()
  const east = createBox(board.index, 'region', frame, undefined)
  board.perform(east.edit)
  const west = createBox(board.index, 'region', { ...frame, x: 500 }, undefined)
  board.perform(west.edit)
  return { board, east: east.ids[0] as BoxId, west: west.ids[0] as BoxId }
}

describe('dropping', () => {
  it('sets the Region of a VPC, and its gateways and zones follow', () => {
    const { board, east, west } = boardWithRegions()
    const vpc = board.add('vpc', east)
    const zone = createBox(board.index, 'zone', frame, vpc)
    board.perform(zone.edit)
    const subnet = board.add('subnet', zone.ids[0])
    const vgw = board.add('vpn-gateway', vpc)
    expect([board.get('vpc', vpc).Region, board.get('subnet', subnet).AvailabilityZone]).toEqual(['us-east-1', 'us-east-1a'])
    board.perform(dropInto(board.index, [vpc], west))
    expect([board.get('vpc', vpc).Region, board.get('vpn-gateway', vgw).Region, board.get('subnet', subnet).AvailabilityZone]).toEqual(['eu-west-1', 'eu-west-1', 'eu-west-1a'])
    expect(Object.keys(board.design.boxes).sort()).toEqual([east, west, zoneBoxId(vpc, 'eu-west-1a')].sort())
    board.perform(dropInto(board.index, [vpc], undefined))
    expect(board.get('vpc', vpc).Region).toBeUndefined()
  })

  it('moves a subnet to another VPC: a block that fits, no ties to the old VPC', () => {
    const board = new DrawingBoard()
    const [a, b] = [board.add('vpc'), board.add('vpc')]
    const subnet = board.add('subnet', a)
    const group = board.add('security-group', a)
    const host = board.add('instance', subnet, { SecurityGroupIds: [group], PrivateIpAddress: '10.0.0.9' })
    const table = board.add('route-table', a, { Associations: [{ SubnetId: subnet }], Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: host }] })
    board.perform(dropInto(board.index, [subnet], b))
    expect(board.get('subnet', subnet)).toMatchObject({ VpcId: b, CidrBlock: '10.1.0.0/24' })
    expect(board.get('route-table', table)).toMatchObject({ Associations: [], Routes: [{ DestinationCidrBlock: '0.0.0.0/0' }] })
    expect(board.get('instance', host).SecurityGroupIds).toEqual([])
    expect(parseDesign(board.design).ok).toBe(true)
  })

  it('says where a kind belongs when it is dropped elsewhere', () => {
    const { board, east } = boardWithRegions()
    const vpc = board.add('vpc', east)
    const subnet = board.add('subnet', vpc)
    const device = board.add('customer-gateway')
    expect(canDrop(board.index, device, vpc)).toBe('A customer gateway device belongs in a site or on the bare canvas.')
    expect(canDrop(board.index, subnet, east)).toBe('A subnet belongs in a VPC or in an Availability Zone.')
    expect(canDrop(board.index, vpc, vpc)).toContain('into itself')
    expect(canDrop(board.index, vpc, undefined)).toBeUndefined()
    board.add('vpn-gateway', vpc)
    const second = board.add('vpn-gateway')
    expect(canDrop(board.index, second, vpc)).toContain('takes one virtual private gateway')
    expect(holderFor(board.index, 'vpn-gateway', subnet)).toHaveProperty('reason')
    expect(whyNoBox(board.index, 'zone', east)).toBeDefined()
    expect(whyNoBox(board.index, 'zone', vpc)).toBeUndefined()
  })

  it('hands a gateway dropped over a subnet to the VPC around it', () => {
    const board = new DrawingBoard()
    const vpc = board.add('vpc')
    const subnet = board.add('subnet', vpc)
    expect(holderFor(board.index, 'internet-gateway', subnet)).toEqual({ holder: vpc })
    expect(holderFor(board.index, 'transit-gateway', subnet)).toEqual({ reason: 'A transit gateway belongs in a Region or on the bare canvas.' })
  })
})

describe('moving and resizing', () => {
  it('moves a container with all it holds, placed boxes included', () => {
    const { board, east } = boardWithRegions()
    const vpc = board.add('vpc', east)
    const subnet = board.add('subnet', vpc)
    const before = board.design.placements[subnet]
    board.perform(moveBy(board.index, [east], 7, -3))
    expect(board.design.boxes[east]).toMatchObject({ x: 7, y: -3, width: 400 })
    expect(board.design.placements[subnet]).toEqual({ x: (before?.x ?? 0) + 7, y: (before?.y ?? 0) - 3 })
  })

  it('moves each thing once when a container and its content are both selected', () => {
    const board = new DrawingBoard()
    const vpc = board.add('vpc')
    const subnet = board.add('subnet', vpc)
    const { x } = board.design.placements[subnet] ?? { x: 0 }
    board.perform(moveBy(board.index, [vpc, subnet], 10, 0))
    expect(board.design.placements[subnet]?.x).toBe(x + 10)
  })

  it('gives a group box that nobody placed a frame of its own', () => {
    const board = new DrawingBoard()
    board.add('vpc', undefined, { Region: 'us-east-1' })
    const box = regionBoxId(undefined, 'us-east-1')
    board.perform(resizeContainer(board.index, box, frame))
    expect(board.design.boxes[box]).toMatchObject({ kind: 'region', Region: 'us-east-1', ...frame })
  })
})

describe('changeBox', () => {
  it('renames a Region for all that is in it, and keeps the box where it is', () => {
    const { board, east } = boardWithRegions()
    const [vpc, tgw] = [board.add('vpc', east), board.add('transit-gateway', east)]
    const changed = changeBox(board.index, east, { Region: 'ca-central-1' })
    board.perform(changed.edit)
    expect([board.get('vpc', vpc).Region, board.get('transit-gateway', tgw).Region]).toEqual(['ca-central-1', 'ca-central-1'])
    expect(board.design.boxes[changed.ids[0] as BoxId]).toMatchObject(frame)
    expect(board.design.boxes[east]).toBeUndefined()
  })

  it('a directory goes from a site into a subnet and back, each time by the field for it', () => {
    const board = new DrawingBoard()
    const [site, subnet] = [board.add('site'), board.add('subnet', board.add('vpc'))]
    const directory = board.add('directory', site)
    board.perform(dropInto(board.index, [directory], subnet))
    expect([board.get('directory', directory).site, board.get('directory', directory).SubnetId]).toEqual([undefined, subnet])
    board.perform(dropInto(board.index, [directory], site))
    expect([board.get('directory', directory).site, board.get('directory', directory).SubnetId]).toEqual([site, undefined])
  })
})
