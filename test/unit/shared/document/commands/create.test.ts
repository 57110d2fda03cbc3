import { describe, expect, it } from 'vitest'
import { createBox } from '../../../../../src/shared/document/commands/boxes.ts'
import { setField, setFields } from '../../../../../src/shared/document/commands/set-fields.ts'
import { parseDesign } from '../../../../../src/shared/document/parse.ts'
import { DrawingBoard } from './drawing-board.ts'

describe('setFields', () => {
  it('changes what differs, takes away what is undefined, and is empty when nothing differs', () => {
    const board = new DrawingBoard()
    const vpc = board.add('vpc', undefined, { notes: 'old' })
    const edit = setFields(board.index, vpc, { name: 'VPC 1', notes: undefined, CidrBlocks: ['10.9.0.0/16'] })
    expect(edit.changes).toHaveLength(2)
    expect(new Set(edit.changes)).toEqual(new Set([
      { op: 'set', collection: 'resources', id: vpc, field: 'CidrBlocks', before: ['10.0.0.0/16'], after: ['10.9.0.0/16'] },
      { op: 'set', collection: 'resources', id: vpc, field: 'notes', before: 'old' },
    ]))
    expect(setFields(board.index, vpc, { name: 'VPC 1', CidrBlocks: ['10.0.0.0/16'] }).changes).toEqual([])
    expect(setField(board.index, vpc, 'CidrBlocks', []).label).toBe('Change IPv4 CIDR blocks of VPC 1')
  })
})

describe('createResource', () => {
  it('gives VPCs names and blocks that nothing else has, and the main route table that AWS makes', () => {
    const board = new DrawingBoard()
    const ids = [board.add('vpc'), board.add('vpc'), board.add('vpc')]
    const vpcs = ids.map((id) => board.get('vpc', id))
    expect(vpcs.map((vpc) => vpc.name)).toEqual(['VPC 1', 'VPC 2', 'VPC 3'])
    expect(vpcs.map((vpc) => vpc.CidrBlocks)).toEqual([['10.0.0.0/16'], ['10.1.0.0/16'], ['10.2.0.0/16']])
    expect(ids.map((id) => board.index.mainTableOf(id)?.name)).toEqual(['VPC 1 main', 'VPC 2 main', 'VPC 3 main'])
  })

  it('gives instances addresses of their subnet that nothing else there has', () => {
    const board = new DrawingBoard()
    const subnet = board.add('subnet', board.add('vpc'))
    board.add('nat-gateway', subnet, { NatGatewayAddresses: [{ PrivateIp: '10.0.0.11' }] })
    expect(['10.0.0.10', '10.0.0.12']).toEqual([board.add('instance', subnet), board.add('instance', subnet)].map((id) => board.get('instance', id).PrivateIpAddress))
  })

  it('steers clear of the sites: their prefixes are taken too', () => {
    const board = new DrawingBoard()
    board.add('site', undefined, { prefixes: ['10.0.0.0/15'] })
    expect(board.get('vpc', board.add('vpc')).CidrBlocks).toEqual(['10.2.0.0/16'])
    expect(board.get('site', board.add('site')).prefixes).toEqual(['192.168.0.0/24'])
    expect(board.get('site', board.add('site')).prefixes).toEqual(['192.168.1.0/24'])
  })

  it('numbers subnets through their VPC and takes the zone from the box they are dropped into', () => {
    const board = new DrawingBoard()
    const vpc = board.add('vpc', undefined, { Region: 'eu-west-1' })
    const zone = createBox(board.index, 'zone', { x: 0, y: 0, width: 300, height: 200 }, vpc)
    board.perform(zone.edit)
    board.add('subnet', vpc)
    const subnet = board.get('subnet', board.add('subnet', zone.ids[0]))
    expect(subnet).toMatchObject({ CidrBlock: '10.0.1.0/24', AvailabilityZone: 'eu-west-1a', VpcId: vpc })
  })

  it('takes a smaller block when the VPC is nearly full, and none when it is', () => {
    const board = new DrawingBoard()
    const vpc = board.add('vpc', undefined, { CidrBlocks: ['10.0.0.0/25'] })
    const first = board.add('subnet', vpc, { CidrBlock: '10.0.0.0/26' })
    expect(board.get('subnet', first).CidrBlock).toBe('10.0.0.0/26')
    expect(board.get('subnet', board.add('subnet', vpc)).CidrBlock).toBe('10.0.0.64/26')
    expect(board.get('subnet', board.add('subnet', vpc)).CidrBlock).toBeUndefined()
  })

  it('gives each gateway an ASN of its own, and the devices of one site the same', () => {
    const board = new DrawingBoard()
    const [a, b] = [board.add('site'), board.add('site')]
    const ids = (['vpn-gateway', 'transit-gateway', 'direct-connect-gateway'] as const).map((kind) => board.add(kind))
    expect(ids.map((id) => board.design.resources[id])).toMatchObject([64_512, 64_513, 64_514].map((AmazonSideAsn) => ({ AmazonSideAsn })))
    const devices = [board.add('customer-gateway', a), board.add('customer-gateway', a), board.add('customer-gateway', b)]
    expect(devices.map((id) => board.get('customer-gateway', id).BgpAsn)).toEqual([65_000, 65_000, 65_001])
  })

  it('attaches gateways that are dropped into a VPC, and gives them its Region', () => {
    const board = new DrawingBoard()
    const vpc = board.add('vpc', undefined, { Region: 'us-west-2' })
    expect(board.get('vpn-gateway', board.add('vpn-gateway', vpc))).toMatchObject({ VpcAttachments: [{ VpcId: vpc }], Region: 'us-west-2' })
    expect(board.get('internet-gateway', board.add('internet-gateway', vpc))).toMatchObject({ Attachments: [{ VpcId: vpc }] })
    expect(parseDesign(board.design).ok).toBe(true)
  })
})
