import { describe, expect, it } from 'vitest'
import { routesForLink } from '../../../../../src/shared/document/commands/routes/for-link.ts'
import { setFields } from '../../../../../src/shared/document/commands/set-fields.ts'
import type { ResourceId } from '../../../../../src/shared/model/id.ts'
import { DrawingBoard } from './drawing-board.ts'

/** Takes the offer and answers its steps; a second offer must not come. */
function accept(board: DrawingBoard, link: ResourceId, subnets?: readonly ResourceId[]): readonly string[] {
  const offer = routesForLink(board.index, board.newId, link, subnets)
  if (offer) board.perform(offer.edit)
  expect(routesForLink(board.index, board.newId, link, subnets), 'nothing more is needed').toBeUndefined()
  return offer?.steps ?? []
}

function routesOf(board: DrawingBoard, vpc: ResourceId): string[] {
  return board.index.childrenOf('route-table', vpc).flatMap((table) => table.Routes.map((route) => `${route.DestinationCidrBlock} ${board.index.get(route.target)?.name}`))
}

function siteWithDevice(board: DrawingBoard, bgp = true): ResourceId {
  return board.add('customer-gateway', board.add('site'), { bgp })
}

describe('routesForLink', () => {
  it('VPN to a VGW: propagation in every subnet table, and the main table where the VPC has none', () => {
    const board = new DrawingBoard()
    const vpc = board.add('vpc')
    const vgw = board.add('vpn-gateway', vpc)
    board.perform({ label: 'no table', changes: board.index.childrenOf('route-table', vpc).map((table) => ({ op: 'put', collection: 'resources', id: table.id, before: table })) })
    const steps = accept(board, board.link(siteWithDevice(board), vgw))
    expect(steps).toEqual(['Make the main route table of VPC 1', 'VPC 1 main: propagate routes from VGW 1'])
    expect(board.index.mainTableOf(vpc)?.PropagatingVgws).toEqual([vgw])
  })

  it("static VPN to a VGW: the site's prefixes as the connection's static routes", () => {
    const board = new DrawingBoard()
    const vpn = board.link(siteWithDevice(board, false), board.add('vpn-gateway', board.add('vpc')))
    expect(board.get('vpn-connection', vpn).StaticRoutesOnly).toBe(true)
    accept(board, vpn)
    expect(board.get('vpn-connection', vpn).Routes).toEqual([{ DestinationCidrBlock: '192.168.0.0/24' }])
  })

  it('VPN to a transit gateway: table, association, propagation, and routes in the attached VPCs', () => {
    const board = new DrawingBoard()
    const [tgw, vpc] = [board.add('transit-gateway'), board.add('vpc')]
    accept(board, board.link(vpc, tgw))
    const vpn = board.link(siteWithDevice(board), tgw)
    accept(board, vpn)
    const [table] = board.index.childrenOf('transit-gateway-route-table', tgw)
    expect(table?.Associations).toContain(vpn)
    expect(table?.Propagations).toContain(vpn)
    expect(board.get('transit-gateway', tgw).AssociationDefaultRouteTableId).toBe(table?.id)
    expect(routesOf(board, vpc)).toEqual(['192.168.0.0/24 TGW 1'])
  })

  it('static VPN to a transit gateway: static routes in its table, no propagation', () => {
    const board = new DrawingBoard()
    const tgw = board.add('transit-gateway')
    const vpn = board.link(siteWithDevice(board, false), tgw)
    accept(board, vpn)
    const [table] = board.index.childrenOf('transit-gateway-route-table', tgw)
    expect(table).toMatchObject({ Associations: [vpn], Propagations: [], Routes: [{ DestinationCidrBlock: '192.168.0.0/24', attachment: vpn }] })
  })

  it('VPC attachments: one subnet per zone, and routes to each other and to the sites', () => {
    const board = new DrawingBoard()
    const tgw = board.add('transit-gateway')
    accept(board, board.link(siteWithDevice(board), tgw))
    const [a, b] = [board.add('vpc'), board.add('vpc')]
    for (const zone of ['a', 'a', 'b']) board.add('subnet', a, { AvailabilityZone: `us-east-1${zone}` })
    const attachment = board.link(a, tgw)
    expect(board.get('transit-gateway-vpc-attachment', attachment).SubnetIds).toHaveLength(2)
    accept(board, attachment)
    accept(board, board.link(tgw, b))
    expect(routesOf(board, a)).toEqual(['192.168.0.0/24 TGW 1', '10.1.0.0/16 TGW 1'])
    expect(routesOf(board, b)).toEqual(['10.0.0.0/16 TGW 1', '192.168.0.0/24 TGW 1'])
  })

  it('peering: routes both ways, and none between VPCs that overlap', () => {
    const board = new DrawingBoard()
    const [a, b, c] = [board.add('vpc'), board.add('vpc'), board.add('vpc', undefined, { CidrBlocks: ['10.0.0.0/20'] })]
    accept(board, board.link(a, b))
    expect([routesOf(board, a), routesOf(board, b)]).toEqual([['10.1.0.0/16 Peering 1'], ['10.0.0.0/16 Peering 1']])
    expect(accept(board, board.link(a, c))).toEqual([])
  })

  it('Direct Connect: allowed prefixes, association and propagation, and VPC routes, whichever link comes last', () => {
    const board = new DrawingBoard()
    const [router, dxgw, tgw, vpc] = [siteWithDevice(board), board.add('direct-connect-gateway'), board.add('transit-gateway'), board.add('vpc')]
    accept(board, board.link(vpc, tgw))
    const association = board.link(dxgw, tgw)
    accept(board, association)
    expect(board.get('direct-connect-gateway-association', association).AllowedPrefixes).toEqual(['10.0.0.0/16'])
    expect(board.index.childrenOf('transit-gateway-route-table', tgw)[0]).toMatchObject({ Associations: [expect.anything(), association], Propagations: [expect.anything(), association] })
    const vif = board.link(router, dxgw)
    expect(board.get('virtual-interface', vif)).toMatchObject({ VirtualInterfaceType: 'transit', Asn: 65_000, Vlan: 100 })
    accept(board, vif)
    expect(routesOf(board, vpc)).toEqual(['192.168.0.0/24 TGW 1'])
    accept(board, board.link(board.add('vpc'), tgw))
    expect(board.get('direct-connect-gateway-association', association).AllowedPrefixes).toEqual(['10.0.0.0/16', '10.1.0.0/16'])
  })

  it('internet gateway: a public table for the chosen subnets, the main table stays private', () => {
    const board = new DrawingBoard()
    const vpc = board.add('vpc')
    const [publicSubnet] = [board.add('subnet', vpc), board.add('subnet', vpc)]
    board.perform(setFields(board.index, publicSubnet as ResourceId, { MapPublicIpOnLaunch: true }))
    const igw = board.add('internet-gateway', vpc)
    expect(accept(board, igw)).toEqual(['Make VPC 1 public for Subnet 1', 'VPC 1 public: 0.0.0.0/0 to IGW 1'])
    expect(board.index.mainTableOf(vpc)?.Routes).toEqual([])
    expect(board.index.routeTableOf(board.get('subnet', publicSubnet as ResourceId))?.Routes).toEqual([{ DestinationCidrBlock: '0.0.0.0/0', target: igw }])
  })

  it('makes no route into the VPC itself, where the local route wins', () => {
    const board = new DrawingBoard()
    const [tgw, vpc] = [board.add('transit-gateway'), board.add('vpc')]
    accept(board, board.link(vpc, tgw))
    const device = board.add('customer-gateway', board.add('site', undefined, { prefixes: ['10.0.4.0/24', '172.20.0.0/16'] }))
    accept(board, board.link(device, tgw))
    expect(routesOf(board, vpc)).toEqual(['172.20.0.0/16 TGW 1'])
  })

  it('leaves a working route alone and replaces one that leads nowhere', () => {
    const board = new DrawingBoard()
    const [a, b] = [board.add('vpc'), board.add('vpc')]
    const nat = board.add('internet-gateway', a)
    const table = board.index.mainTableOf(a)
    board.perform(setFields(board.index, table?.id as ResourceId, { Routes: [{ DestinationCidrBlock: '10.1.0.0/16', target: nat }] }))
    const peering = board.link(a, b)
    accept(board, peering)
    expect(routesOf(board, a)).toEqual(['10.1.0.0/16 IGW 1'])
    board.perform(setFields(board.index, table?.id as ResourceId, { Routes: [{ DestinationCidrBlock: '10.1.0.0/16' }] }))
    accept(board, peering)
    expect(routesOf(board, a)).toEqual(['10.1.0.0/16 Peering 1'])
  })
})
