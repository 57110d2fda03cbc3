import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../../../src/shared/document/design.ts'
import { applyEdit } from '../../../../src/shared/document/edit.ts'
import { holderOf } from '../../../../src/shared/document/groups.ts'
import { indexOf } from '../../../../src/shared/document/query.ts'
import { type Rect, rectOf } from '../../../../src/shared/drawing/rects.ts'
import { minimumSize, NODE_SIZE } from '../../../../src/shared/drawing/sizes.ts'
import { layoutDesign } from '../../../../src/shared/layout/index.ts'
import { makeResourceId, type ResourceId } from '../../../../src/shared/model/id.ts'
import { definitionOf, KINDS } from '../../../../src/shared/model/index.ts'
import { designArbitrary } from '../../arbitraries/design.ts'
import { wildDesign } from '../../arbitraries/wild.ts'
import { DrawingBoard } from '../document/commands/drawing-board.ts'
import { HUB, HYBRID, laidOut, sketched } from '../drawing/designs.ts'
import { Sketch } from '../simulation/sketch.ts'
import { faults } from './faults.ts'

function reversed(design: Design): Design {
  return { ...design, resources: Object.fromEntries(Object.entries(design.resources).reverse()) as Design['resources'] }
}

function without(design: Design, gone: (id: string) => boolean): Design {
  const keep = <T>(entries: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(entries).filter(([id]) => !gone(id)))
  return { ...design, placements: keep(design.placements) as Design['placements'], boxes: keep(design.boxes) as Design['boxes'] }
}

const bare = (design: Design): Design => without(design, () => true)

describe('zones with routers', () => {
  it('stand below each other, so that a link to one does not cross another', () => {
    const board = new DrawingBoard()
    const vpc = board.add('vpc')
    const [a, b] = ['a', 'b'].map((letter) => board.add('subnet', vpc, { AvailabilityZone: `us-east-1${letter}` })) as [ResourceId, ResourceId]
    const routers = [a, b].map((subnet) => board.add('instance', subnet, { role: 'vpn-appliance' }))
    const at = (id: ResourceId) => rectOf(indexOf(laidOut(bare(board.design))), id)
    expect(at(a)?.y).toBe(at(b)?.y)
    const device = board.add('customer-gateway', board.add('site'))
    for (const router of routers) board.link(device, router)
    expect(at(a)?.x).toBe(at(b)?.x)
    expect(at(b)?.y).toBeGreaterThan((at(a)?.y ?? 0) + (at(a)?.height ?? 0))
  })
})

describe('layout of a whole design', () => {
  it('places everything inside its holder without overlaps, in any sensible design', () => {
    fc.assert(fc.property(designArbitrary(3), (design) => { expect(faults(laidOut(bare(design)))).toEqual([]) }), { seed: 7, numRuns: 60 })
  })

  it('places everything inside its holder without overlaps, in any valid design', () => {
    fc.assert(fc.property(wildDesign(3), (design) => { expect(faults(laidOut(bare(design)))).toEqual([]) }), { seed: 8, numRuns: 60 })
  })

  it('depends on the design alone, not on the order of its parts', () => {
    fc.assert(fc.property(designArbitrary(3), (design) => { expect(laidOut(reversed(design)).placements).toEqual(laidOut(design).placements) }), { seed: 9, numRuns: 20 })
  })

  it('has nothing to do when everything has its place', () => {
    fc.assert(fc.property(designArbitrary(3), (design) => { expect(layoutDesign(laidOut(design)).changes).toEqual([]) }), { seed: 10, numRuns: 20 })
  })

  it('stands the customer at the left of AWS, and zones side by side with their tiers in line', () => {
    const index = indexOf(laidOut(sketched('Hybrid', HYBRID)))
    const [site, region, zoneA, zoneB] = ['site:hq', 'region:-@eu-central-1', 'zone:prod@eu-central-1a', 'zone:prod@eu-central-1b'].map((id) => rectOf(index, id) as Rect)
    const [open, openB, closed, closedB] = ['pub-a', 'pub-b', 'app-a', 'app-b'].map((id) => rectOf(index, `subnet:${id}`) as Rect)
    expect(site?.x).toBeLessThan(region?.x ?? 0)
    expect(zoneA?.y).toBe(zoneB?.y)
    expect([open?.y, closed?.y]).toEqual([openB?.y, closedB?.y])
    expect(open?.y).toBeLessThan(closed?.y ?? 0)
  })

  it('places every node that a VPC can hold', () => {
    const sketch = new Sketch()
    const { vpc } = sketch.vpc('prod', '10.0.0.0/16', ['a'])
    const kinds = KINDS.filter((kind) => definitionOf(kind).appearance === 'node' && definitionOf(kind).parents.includes('vpc'))
    for (const kind of kinds) sketch.add(kind, 'x', { [definitionOf(kind).parentField ?? '']: kind === 'vpn-gateway' || kind === 'internet-gateway' ? [{ VpcId: vpc }] : vpc })
    const placed = laidOut(sketch.design())
    expect(kinds.filter((kind) => !placed.placements[makeResourceId(kind, 'x')])).toEqual([])
    expect(kinds).toContain('load-balancer')
    expect(faults(placed)).toEqual([])
  })

  it('puts gateways on the border of their VPC: the VGW at the left, the IGW at the top', () => {
    const index = indexOf(laidOut(sketched('Hybrid', HYBRID)))
    const vpc = rectOf(index, 'vpc:prod') as Rect
    expect((rectOf(index, 'vpn-gateway:prod') as Rect).x + NODE_SIZE.width / 2).toBe(vpc.x)
    expect((rectOf(index, 'internet-gateway:prod') as Rect).y).toBeLessThan(vpc.y)
  })

  it('levels the columns, so that a lone VPN runs straight', () => {
    const { placements } = laidOut(sketched('Hybrid', HYBRID))
    expect(placements['customer-gateway:hq' as ResourceId]?.y).toBe(placements['vpn-gateway:prod' as ResourceId]?.y)
  })
})

describe('layout of what is new', () => {
  const hub = laidOut(sketched('Hub', HUB))

  it.each(['instance:shared-1', 'subnet:shared-b', 'vpc:shared', 'site:branch', 'zone:staging@us-east-1b', 'direct-connect-gateway:g'])('%s alone comes back without touching the things beside it', (gone) => {
    const index = indexOf(hub)
    const inside = (id: string): boolean => id === gone || (holderOf(index, id) !== undefined && inside(holderOf(index, id) ?? ''))
    const holey = without(hub, inside)
    const edit = layoutDesign(holey)
    const again = applyEdit(holey, edit)
    expect(again.ok && faults(again.value)).toEqual([])
    expect(edit.changes.map(({ op }) => op)).not.toContain('set')
    const moved = edit.changes.filter((change) => change.op === 'put' && change.before !== undefined && index.get(change.id as ResourceId)?.kind === 'instance')
    expect(moved.map((change) => 'id' in change && change.id).filter((id) => id !== false && !inside(String(id)))).toEqual([])
  })

  it('grows the frames around a thing that does not fit, and keeps them apart', () => {
    const more = { ...hub, resources: { ...hub.resources } as Record<string, unknown> }
    for (let at = 0; at < 9; at++) more.resources[`instance:new-${at}`] = { kind: 'instance', id: `instance:new-${at}`, name: `new-${at}`, SubnetId: 'subnet:shared-a', SecurityGroupIds: [], SourceDestCheck: true }
    const after = laidOut(more as Design)
    const height = (design: Design) => design.placements['vpc:shared' as ResourceId]?.height ?? 0
    expect(faults(after)).toEqual([])
    expect(height(after)).toBeGreaterThan(height(hub))
  })

  it('keeps everything apart when any of the nodes come new', () => {
    fc.assert(
      fc.property(designArbitrary(2), fc.nat(7), (design, pick) => {
        const placed = laidOut(bare(design))
        const nodes = Object.keys(placed.placements).filter((id) => rectOf(indexOf(placed), id)?.height === NODE_SIZE.height)
        const holey = without(placed, (id) => nodes.includes(id) && nodes.indexOf(id) % 8 === pick)
        expect(faults(laidOut(holey))).toEqual([])
      }),
      { seed: 11, numRuns: 40 },
    )
  })

  it('arranges one frame anew at its corner', () => {
    const moved: Design = { ...hub, placements: { ...hub.placements, ['instance:shared-1' as ResourceId]: { x: -900, y: -900 } } }
    const result = applyEdit(moved, layoutDesign(moved, ['vpc:shared']))
    expect(result.ok && result.value.placements['instance:shared-1' as ResourceId]).toEqual(hub.placements['instance:shared-1' as ResourceId])
    expect(result.ok && result.value.placements['vpc:shared' as ResourceId]).toEqual(hub.placements['vpc:shared' as ResourceId])
  })
})

it('never makes a frame smaller than its minimum', () => {
  const index = indexOf(laidOut(sketched('Small', [['vpc:a', {}], ['subnet:a', { VpcId: 'vpc:a' }], ['site:s', {}]])))
  for (const kind of ['vpc', 'subnet', 'site'] as const) {
    const rect = rectOf(index, kind === 'site' ? 'site:s' : `${kind}:a`) as Rect
    expect(rect.width).toBeGreaterThanOrEqual(minimumSize(kind).width)
    expect(rect.height).toBeGreaterThanOrEqual(minimumSize(kind).height)
  }
})

it('puts things in the order people count in, whatever their ids', () => {
  const names = ['web-10', 'web-2', 'web-1', 'app', 'web-2b', 'web-02']
  const design = laidOut(sketched('Names', [['vpc:v', {}], ['subnet:s', { VpcId: 'vpc:v' }], ...names.map((name, at) => [`instance:${at}`, { name, SubnetId: 'subnet:s' }] as const)]))
  const placed = names.map((name, at) => ({ name, ...(design.placements[`instance:${at}` as ResourceId] ?? { x: 0, y: 0 }) }))
  expect(placed.sort((a, b) => a.y - b.y || a.x - b.x).map(({ name }) => name)).toEqual(['app', 'web-1', 'web-2', 'web-2b', 'web-02', 'web-10'])
})
