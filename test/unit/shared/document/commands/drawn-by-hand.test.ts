import { describe, expect, it } from 'vitest'
import { routesForLink } from '../../../../../src/shared/document/commands/routes/for-link.ts'
import { paletteFor } from '../../../../../src/renderer/canvas/palette-items.ts'
import { createResource } from '../../../../../src/shared/document/commands/create.ts'
import type { ResourceId } from '../../../../../src/shared/model/id.ts'
import type { Kind } from '../../../../../src/shared/model/index.ts'
import { simulate } from '../../../../../src/shared/simulation/index.ts'
import { DrawingBoard } from './drawing-board.ts'

/** Makes what the palette calls by a name. */
function put(board: DrawingBoard, label: string, holder?: ResourceId, fields = {}): ResourceId {
  const item = paletteFor(label).flatMap(({ items }) => items).find((entry) => entry.label === label)
  if (!item) throw new Error(`no ${label} in the palette`)
  return board.make(createResource(board.index, board.newId, item.kind as Kind, { holder, variant: item.variant, fields, placement: { x: 0, y: 0 } }))
}

/** Draws a link and takes the routes that are offered. */
function join(board: DrawingBoard, from: ResourceId, to: ResourceId, choice = 0): ResourceId {
  const id = board.link(from, to, choice)
  const offer = routesForLink(board.index, board.newId, id)
  if (offer) board.perform(offer.edit)
  expect(routesForLink(board.index, board.newId, id), 'nothing more is needed').toBeUndefined()
  return id
}

const works = (board: DrawingBoard, from: ResourceId, to: ResourceId): boolean => simulate(board.design).trace({ from, to, protocol: 'some' }).works

/** A VPC with a subnet in each of two zones of a Region. */
function vpcWith(board: DrawingBoard, Region = 'us-east-1'): { readonly vpc: ResourceId; readonly a: ResourceId; readonly b: ResourceId } {
  const vpc = board.add('vpc', undefined, { Region })
  const [a, b] = ['a', 'b'].map((letter) => board.add('subnet', vpc, { AvailabilityZone: `${Region}${letter}` })) as [ResourceId, ResourceId]
  return { vpc, a, b }
}

describe('drawn by hand, with the routes that are offered', () => {
  it('a software VPN carries a site to both subnets, and needs the internet gateway', () => {
    const board = new DrawingBoard()
    const { vpc, a, b } = vpcWith(board)
    const site = board.add('site')
    const device = board.add('customer-gateway', site)
    const appliance = put(board, 'VPN appliance', a)
    join(board, device, appliance)
    expect(works(board, site, b)).toBe(false)
    const igw = board.add('internet-gateway', vpc)
    const offer = routesForLink(board.index, board.newId, igw)
    if (offer) board.perform(offer.edit)
    for (const subnet of [a, b]) expect([works(board, site, subnet), works(board, subnet, site)]).toEqual([true, true])
  })

  it.each([true, false])('appliances in two zones serve a zone each, and stand in for each other with a monitor (%s)', (hasMonitor) => {
    const board = new DrawingBoard()
    const { vpc, a, b } = vpcWith(board)
    board.add('internet-gateway', vpc)
    const open = ['a', 'b'].map((letter) => board.add('subnet', vpc, { AvailabilityZone: `us-east-1${letter}` }))
    const site = board.add('site')
    const line = board.add('isp-link', site)
    const device = board.add('customer-gateway', site)
    const appliances = open.map((subnet) => put(board, 'VPN appliance', subnet))
    for (const appliance of appliances) join(board, device, appliance)
    if (hasMonitor) expect(board.get('instance', put(board, 'VPN monitor', open[0]))).toMatchObject({ watches: appliances, PublicIpAddress: expect.any(String) as string })
    const targets = [a, b, ...open].map((subnet) => board.index.routeTableOf(board.get('subnet', subnet))?.Routes.find(({ DestinationCidrBlock }) => DestinationCidrBlock === '192.168.0.0/24')?.target)
    expect(targets).toEqual([...appliances, ...appliances])
    const simulation = simulate(board.design)
    expect(simulation.intents.map(({ from, to }) => [from, to])).toEqual([[site, vpc]])
    const [verdict] = simulation.verdicts()
    expect(verdict).toMatchObject({ holds: true })
    const single = verdict?.singlePointsOfFailure.flatMap(({ resource }) => resource ?? []) ?? []
    expect([...new Set(single)].sort()).toEqual([device, line, ...(hasMonitor ? [] : appliances)].sort())
  })

  it('Client VPN users reach the VPC after one link', () => {
    const board = new DrawingBoard()
    const { vpc, a } = vpcWith(board)
    const users = put(board, 'User group')
    const endpoint = put(board, 'Client VPN endpoint', vpc)
    board.link(users, endpoint)
    expect(works(board, users, a)).toBe(false)
    board.perform(routesForLink(board.index, board.newId, board.index.all('remote-access')[0]?.id as ResourceId)?.edit ?? { label: '', changes: [] })
    expect(works(board, users, a)).toBe(true)
  })

  it('a remote-access server takes users in, and so does a device of a site', () => {
    const board = new DrawingBoard()
    const { vpc, a, b } = vpcWith(board)
    board.add('internet-gateway', vpc)
    const users = put(board, 'User group')
    join(board, users, put(board, 'Remote-access server', a))
    expect(works(board, users, b)).toBe(true)
    const site = board.add('site')
    const others = put(board, 'User group')
    join(board, others, board.add('customer-gateway', site))
    expect(works(board, others, site)).toBe(true)
  })

  it('two peered transit gateways carry VPCs and the site behind the far one', () => {
    const board = new DrawingBoard()
    const [east, west] = [vpcWith(board), vpcWith(board, 'us-west-2')]
    const [one, two] = [board.add('transit-gateway', undefined, { Region: 'us-east-1' }), board.add('transit-gateway', undefined, { Region: 'us-west-2' })]
    const site = board.add('site')
    join(board, east.vpc, one)
    join(board, west.vpc, two)
    join(board, board.add('customer-gateway', site), two)
    join(board, one, two)
    expect([works(board, east.a, west.a), works(board, west.b, east.b), works(board, site, east.a)]).toEqual([true, true, true])
  })

  it('a core network joins two VPCs through a segment that it is given', () => {
    const board = new DrawingBoard()
    const [east, west] = [vpcWith(board), vpcWith(board, 'eu-west-1')]
    const core = board.add('core-network')
    join(board, east.vpc, core)
    join(board, west.vpc, core)
    expect(board.index.all('core-network-segment')).toHaveLength(1)
    expect(board.get('core-network', core).EdgeLocations.map(({ Location }) => Location)).toEqual(['us-east-1', 'eu-west-1'])
    expect([works(board, east.a, west.a), works(board, west.b, east.b)]).toEqual([true, true])
  })

  it('an endpoint reaches the hosts behind a service of another VPC', () => {
    const board = new DrawingBoard()
    const [provider, consumer] = [vpcWith(board), vpcWith(board)]
    const balancer = put(board, 'Network Load Balancer', provider.vpc)
    const service = put(board, 'Endpoint service', provider.vpc)
    const endpoint = put(board, 'Interface endpoint', consumer.vpc)
    for (const subnet of [provider.a, provider.b]) join(board, balancer, board.add('instance', subnet))
    join(board, service, balancer)
    join(board, endpoint, service)
    expect(simulate(board.design).trace({ from: consumer.a, to: endpoint, protocol: 6, port: 443 }).works).toBe(true)
  })
})
