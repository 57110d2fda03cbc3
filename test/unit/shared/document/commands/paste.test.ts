import { describe, expect, it } from 'vitest'
import { copyResources } from '../../../../../src/shared/document/commands/clipping.ts'
import { pasteClipping } from '../../../../../src/shared/document/commands/paste.ts'
import { parseDesign } from '../../../../../src/shared/document/parse.ts'
import { emptyDesign } from '../../../../../src/shared/document/design.ts'
import type { ResourceId } from '../../../../../src/shared/model/id.ts'
import { DrawingBoard } from './drawing-board.ts'

const shift = { dx: 20, dy: 20 }

describe('copy and paste', () => {
  it('copies a VPC with its inside, gives new names, clears identity and keeps references inside', () => {
    const board = new DrawingBoard()
    const vpc = board.add('vpc', undefined, { awsId: 'vpc-1', name: 'Prod' })
    const subnet = board.add('subnet', vpc)
    board.add('instance', subnet, { PrivateIpAddress: '10.0.0.5', PublicIpAddress: '203.0.113.9' })
    const tgw = board.add('transit-gateway')
    board.link(vpc, tgw)
    board.perform({ label: 'route', changes: [{ op: 'set', collection: 'resources', id: board.index.mainTableOf(vpc)?.id ?? '', field: 'Routes', before: [], after: [{ DestinationCidrBlock: '0.0.0.0/0', target: tgw }] }] })
    const made = pasteClipping(board.index, board.newId, copyResources(board.index, [vpc]), shift)
    const copy = board.make(made)
    expect(made.ids).toEqual([copy])
    expect(board.get('vpc', copy)).toMatchObject({ name: 'Prod 2', CidrBlocks: ['10.1.0.0/16'] })
    expect(board.get('vpc', copy)).not.toHaveProperty('awsId')
    const inside = board.index.childrenOf('subnet', copy)
    expect(inside.map((other) => [other.name, other.CidrBlock])).toEqual([['Subnet 2', '10.1.0.0/24']])
    const [host] = board.index.childrenOf('instance', inside[0]?.id as ResourceId)
    expect(host).toMatchObject({ PrivateIpAddress: '10.1.0.5' })
    expect(host).not.toHaveProperty('PublicIpAddress')
    expect(board.index.mainTableOf(copy)?.Routes, 'no route to what was not copied').toEqual([])
    expect(board.index.all('transit-gateway-vpc-attachment')).toHaveLength(1)
    expect(board.design.placements[copy]).toEqual({ x: 20, y: 20 })
  })

  it('gives blocks and ASNs that clash with nothing, the same wherever the originals are written', () => {
    const board = new DrawingBoard()
    const vpc = board.add('vpc', undefined, { CidrBlocks: ['10.0.0.0/20', '10.9.0.0/16'], Ipv6CidrBlocks: ['2001:db8::/56'] })
    const subnet = board.add('subnet', vpc, { CidrBlock: '10.9.4.0/24', Ipv6CidrBlock: '2001:db8::/64' })
    board.add('security-group', vpc, { IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '10.9.0.0/16' }, { CidrIp: '192.168.7.0/24' }] }] })
    const vgw = board.add('vpn-gateway', vpc, { AmazonSideAsn: 64_600 })
    const site = board.add('site', undefined, { prefixes: ['192.168.0.0/24'] })
    const device = board.add('customer-gateway', site, { BgpAsn: 65_010, announcedPrefixes: ['192.168.0.128/25', '203.0.113.0/24'] })
    const second = board.add('customer-gateway', site, { BgpAsn: 65_010 })
    board.link(device, vgw)
    const one = board.make(pasteClipping(board.index, board.newId, copyResources(board.index, [device]), shift))
    expect(board.get('customer-gateway', one).BgpAsn, 'devices of one site share theirs').toBe(65_010)
    const made = pasteClipping(board.index, board.newId, copyResources(board.index, [vpc, site]), shift)
    board.perform(made.edit)
    const [site2, vpc2] = [...made.ids].sort() as [ResourceId, ResourceId]
    const blocks = board.get('vpc', vpc2).CidrBlocks
    expect(blocks).toEqual(['10.0.16.0/20', '10.1.0.0/16'])
    expect(board.get('vpc', vpc2).Ipv6CidrBlocks).toEqual([])
    const [inside] = board.index.childrenOf('subnet', vpc2)
    expect([inside?.CidrBlock, inside?.Ipv6CidrBlock]).toEqual(['10.1.4.0/24', undefined])
    expect(board.index.childrenOf('security-group', vpc2)[0]?.IpPermissions[0]?.IpRanges?.map(({ CidrIp }) => CidrIp)).toEqual(['10.1.0.0/16', '192.168.7.0/24'])
    expect(board.index.childrenOf('vpn-gateway', vpc2)[0]?.AmazonSideAsn).not.toBe(64_600)
    const prefix = board.get('site', site2).prefixes[0] ?? ''
    expect(prefix).not.toBe('192.168.0.0/24')
    const devices = board.index.childrenOf('customer-gateway', site2)
    expect(new Set(devices.map(({ BgpAsn }) => BgpAsn)).size).toBe(1)
    expect(devices[0]?.BgpAsn).not.toBe(65_010)
    expect(devices.flatMap(({ announcedPrefixes }) => announcedPrefixes)).toContain(prefix.replace('.0/24', '.128/25'))
    expect(board.get('customer-gateway', second).BgpAsn).toBe(65_010)
    expect(board.get('subnet', subnet).CidrBlock).toBe('10.9.4.0/24')
  })

  it('keeps the numbers of what clashes with nothing: cut here, pasted there', () => {
    const board = new DrawingBoard()
    const vpc = board.add('vpc', undefined, { CidrBlocks: ['10.7.0.0/16'] })
    board.add('subnet', vpc, { CidrBlock: '10.7.3.0/24' })
    const other = new DrawingBoard()
    const copy = other.make(pasteClipping(other.index, other.newId, copyResources(board.index, [vpc]), shift))
    expect(other.get('vpc', copy).CidrBlocks).toEqual(['10.7.0.0/16'])
    expect(other.index.childrenOf('subnet', copy)[0]?.CidrBlock).toBe('10.7.3.0/24')
  })

  it('gives an interface copied within its subnet a free address of it', () => {
    const board = new DrawingBoard()
    const subnet = board.add('subnet', board.add('vpc'))
    const hosts = [board.add('instance', subnet), board.add('instance', subnet)]
    const made = pasteClipping(board.index, board.newId, copyResources(board.index, hosts), shift)
    board.perform(made.edit)
    const addresses = board.index.childrenOf('instance', subnet).map(({ PrivateIpAddress }) => PrivateIpAddress)
    expect(new Set(addresses).size).toBe(4)
    expect(addresses).not.toContain(undefined)
  })

  it('gives a subnet copied within its VPC a free block and the same route table', () => {
    const board = new DrawingBoard()
    const vpc = board.add('vpc')
    const subnet = board.add('subnet', vpc)
    const table = board.add('route-table', vpc, { Associations: [{ SubnetId: subnet }] })
    const copy = board.make(pasteClipping(board.index, board.newId, copyResources(board.index, [subnet]), shift))
    expect(board.get('subnet', copy)).toMatchObject({ VpcId: vpc, CidrBlock: '10.0.1.0/24' })
    expect(board.index.routeTableOf(board.get('subnet', copy))?.id).toBe(table)
  })

  it('pastes into the container asked for, and leaves the old surroundings behind', () => {
    const board = new DrawingBoard()
    const [a, b] = [board.add('vpc'), board.add('vpc')]
    const group = board.add('security-group', a)
    const subnet = board.add('subnet', a)
    board.add('instance', subnet, { SecurityGroupIds: [group] })
    const copy = board.make(pasteClipping(board.index, board.newId, copyResources(board.index, [subnet]), { ...shift, holder: b }))
    expect(board.get('subnet', copy)).toMatchObject({ VpcId: b, CidrBlock: '10.1.0.0/24' })
    expect(board.index.childrenOf('instance', copy)[0]?.SecurityGroupIds).toEqual([])
  })

  it('duplicates a VPN connection between the same ends, but no second peering', () => {
    const board = new DrawingBoard()
    const [a, b] = [board.add('vpc'), board.add('vpc')]
    const vpn = board.link(board.add('customer-gateway'), board.add('transit-gateway'))
    const peering = board.link(a, b)
    const paste = (id: ResourceId) => pasteClipping(board.index, board.newId, copyResources(board.index, [id]), shift)
    expect(board.get('vpn-connection', board.make(paste(vpn))).CustomerGatewayId).toBe(board.get('vpn-connection', vpn).CustomerGatewayId)
    expect(paste(peering)).toMatchObject({ edit: { changes: [] }, ids: [] })
  })

  it('does not attach a copied gateway, and pastes into another design what can live there', () => {
    const board = new DrawingBoard()
    const vpc = board.add('vpc')
    const [vgw, subnet] = [board.add('vpn-gateway', vpc), board.add('subnet', vpc)]
    const clipping = copyResources(board.index, [vgw, subnet])
    board.design = emptyDesign('Other')
    const made = pasteClipping(board.index, board.newId, clipping, shift)
    board.perform(made.edit)
    expect(Object.values(board.design.resources)).toMatchObject([{ kind: 'vpn-gateway', VpcAttachments: [] }])
    expect(parseDesign(board.design).ok).toBe(true)
  })

  it('copies all of a site to VPC network as a network of its own', () => {
    const board = new DrawingBoard()
    const [site, vpc] = [board.add('site'), board.add('vpc')]
    board.link(board.add('customer-gateway', site), board.add('vpn-gateway', vpc))
    board.perform(pasteClipping(board.index, board.newId, copyResources(board.index, [site, vpc]), shift).edit)
    const [first, second] = board.index.all('vpn-connection')
    expect(board.index.all('vpn-connection')).toHaveLength(2)
    expect(first?.CustomerGatewayId).not.toBe(second?.CustomerGatewayId)
    expect(first?.VpnGatewayId).not.toBe(second?.VpnGatewayId)
    expect(board.index.all('vpn-gateway').map((gateway) => gateway.VpcAttachments[0]?.VpcId).sort()).toEqual(board.index.all('vpc').map((other) => other.id).sort())
  })
})
