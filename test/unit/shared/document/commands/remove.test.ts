import { describe, expect, it } from 'vitest'
import { createBox } from '../../../../../src/shared/document/commands/boxes.ts'
import { removeResources } from '../../../../../src/shared/document/commands/remove.ts'
import { routesForLink } from '../../../../../src/shared/document/commands/routes/for-link.ts'
import type { IntentId } from '../../../../../src/shared/model/id.ts'
import { parseDesign } from '../../../../../src/shared/document/parse.ts'
import { DrawingBoard } from './drawing-board.ts'

describe('removeResources', () => {
  it('takes a VPC with its subnets, tables, links, places, zone boxes and intents, and leaves the rest', () => {
    const board = new DrawingBoard()
    const site = board.add('site')
    const device = board.add('customer-gateway', site)
    const vpc = board.add('vpc')
    board.perform(createBox(board.index, 'zone', { x: 0, y: 0, width: 9, height: 9 }, vpc).edit)
    const subnet = board.add('subnet', vpc)
    board.link(vpc, board.add('transit-gateway'))
    board.link(device, board.add('vpn-gateway', vpc))
    const intent = { id: 'intent:a', from: site, to: subnet, expect: 'reach', direction: 'both', status: 'accepted' }
    board.perform({ label: 'intent', changes: [{ op: 'put', collection: 'intents', id: 'intent:a', after: intent }] })
    board.perform(removeResources(board.index, [vpc]))
    expect(Object.values(board.design.resources).map((resource) => resource.kind).sort()).toEqual(['customer-gateway', 'site', 'transit-gateway'])
    expect(board.design.intents['intent:a' as IntentId]).toBeUndefined()
    expect(board.design.boxes).toEqual({})
    expect(Object.keys(board.design.placements)).toHaveLength(3)
  })

  it('turns routes to what goes into blackholes and drops it from propagation lists', () => {
    const board = new DrawingBoard()
    const vpc = board.add('vpc')
    const vgw = board.add('vpn-gateway', vpc)
    const igw = board.add('internet-gateway', vpc)
    board.add('subnet', vpc)
    board.link(board.add('customer-gateway', board.add('site')), vgw)
    for (const id of [vgw, igw]) board.perform(routesForLink(board.index, board.newId, id)?.edit ?? { label: '', changes: [] })
    board.perform(removeResources(board.index, [vgw, igw]))
    const tables = board.index.childrenOf('route-table', vpc)
    expect(tables.flatMap((table) => table.PropagatingVgws)).toEqual([])
    expect(tables.flatMap((table) => table.Routes)).toEqual([{ DestinationCidrBlock: '0.0.0.0/0' }])
    expect(parseDesign(board.design).ok).toBe(true)
  })

  it('removes a Region box with all it holds', () => {
    const board = new DrawingBoard()
    const region = createBox(board.index, 'region', { x: 0, y: 0, width: 9, height: 9 }, undefined)
    board.perform(region.edit)
    board.add('subnet', board.add('vpc', region.ids[0]))
    board.add('site')
    board.perform(removeResources(board.index, region.ids))
    expect(Object.values(board.design.resources).map((resource) => resource.kind)).toEqual(['site'])
    expect(board.design.boxes).toEqual({})
  })
})
