import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SpatialGrid } from '../../../../src/renderer/canvas/grid.ts'
import { frameAt, hitTest, inMarquee } from '../../../../src/renderer/canvas/hit.ts'
import { Stage } from '../../../../src/renderer/canvas/stage.ts'
import { placeAll, shifted } from '../../../../src/shared/document/commands/move.ts'
import { layoutDesign } from '../../../../src/shared/layout/index.ts'
import { drawDesign, drawResource } from '../../../../src/shared/drawing/index.ts'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { DrawingBoard } from '../../shared/document/commands/drawing-board.ts'

function network() {
  const board = new DrawingBoard()
  const site = board.add('site')
  const device = board.add('customer-gateway', site)
  const vpc = board.add('vpc', undefined, { Region: 'us-east-1' })
  const subnet = board.add('subnet', vpc)
  const host = board.add('instance', subnet)
  const vgw = board.add('vpn-gateway', vpc)
  const vpn = board.link(device, vgw)
  board.design = { ...board.design, placements: {} }
  board.perform(layoutDesign(board.design))
  return { board, site, device, vpc, subnet, host, vgw, vpn, stage: new Stage(board.index, {}) }
}

const middle = (stage: Stage, id: ResourceId) => {
  const rect = stage.boundsOf(id)
  if (!rect) throw new Error('no place')
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 }
}

describe('SpatialGrid', () => {
  it('answers at least everything that touches the area', () => {
    const area = fc.record({ x: fc.integer({ min: -5000, max: 5000 }), y: fc.integer({ min: -5000, max: 5000 }), width: fc.nat(20_000), height: fc.nat(20_000) })
    fc.assert(
      fc.property(fc.array(area, { maxLength: 40 }), area, (areas, asked) => {
        const grid = new SpatialGrid()
        for (const [id, own] of areas.entries()) grid.add(String(id), own)
        const found = grid.query(asked)
        const touching = areas.flatMap((own, id) => (own.x <= asked.x + asked.width && asked.x <= own.x + own.width && own.y <= asked.y + asked.height && asked.y <= own.y + own.height ? [String(id)] : []))
        expect(touching.filter((id) => !found.has(id))).toEqual([])
      }),
      { seed: 5 },
    )
  })
})

describe('Stage', () => {
  it('paints what the picture export draws, item for item', () => {
    const { board, stage } = network()
    const whole = drawDesign(board.design).items
    const painted = stage.owners.flatMap((id) => stage.itemsOf(id))
    expect(painted).toHaveLength(whole.length)
    expect(new Set(painted.map((item) => JSON.stringify(item)))).toEqual(new Set(whole.map((item) => JSON.stringify(item))))
  })

  it('draws what is moved, and the links that hang on it, as they will be when it is let go', () => {
    const { board, stage, site, device, vpn, subnet } = network()
    const moved = shifted(board.index, [site], 160, 80)
    stage.setMoved(moved)
    const shown = [site, device, vpn, subnet].map((id) => stage.itemsOf(id))
    board.perform(placeAll(board.index, moved, 'move'))
    expect(shown).toEqual([site, device, vpn, subnet].map((id) => drawResource(board.index, id)))
    stage.setMoved(undefined)
    expect(stage.boundsOf(site)).not.toEqual(new Stage(board.index, {}).boundsOf(site))
  })

  it('a group box that nobody placed follows what is moved in it', () => {
    const board = new DrawingBoard()
    const vpc = board.add('vpc', undefined, { Region: 'us-east-1' })
    const stage = new Stage(board.index, {})
    const box = stage.owners[0] as string
    const before = stage.boundsOf(box)
    stage.setMoved(shifted(board.index, [vpc], 100, 0))
    expect(stage.boundsOf(box)).toEqual({ ...before, x: (before?.x ?? 0) + 100 })
  })

  it('shows findings without forgetting places', () => {
    const { stage, host } = network()
    const before = stage.itemsOf(host).length
    stage.setOverlay({ findings: new Map([[host, 'error']]) })
    expect(stage.itemsOf(host).length).toBeGreaterThan(before)
  })
})

describe('hit test', () => {
  it('finds the topmost thing: the node before the subnet, the subnet before its VPC', () => {
    const { stage, host, subnet, vpc } = network()
    expect(hitTest(stage, middle(stage, host), 2)).toEqual({ id: host, part: 'node', grip: true })
    const [inner, outer] = [stage.boundsOf(subnet), stage.boundsOf(vpc)]
    if (!inner || !outer) throw new Error('no place')
    expect(hitTest(stage, { x: inner.x + 60, y: inner.y + 10 }, 2)).toEqual({ id: subnet, part: 'frame', grip: true })
    expect(hitTest(stage, { x: outer.x + outer.width - 12, y: outer.y + outer.height - 12 }, 2)?.id).toBe(vpc)
    expect(hitTest(stage, { x: inner.x + inner.width - 12, y: inner.y + inner.height - 12 }, 2)).toMatchObject({ id: subnet, grip: false })
    expect(hitTest(stage, { x: -900, y: -900 }, 2)).toBeUndefined()
  })

  it('finds a link along its line, within reach and not beyond', () => {
    const { stage, vpn } = network()
    const line = stage.itemsOf(vpn).find((item) => item.type === 'line')
    const [a, b] = line?.type === 'line' ? line.points : []
    if (!a || !b) throw new Error('no line')
    const along = { x: a.x * 0.7 + b.x * 0.3, y: a.y * 0.7 + b.y * 0.3 }
    const off = a.y === b.y ? { x: along.x, y: along.y + 7 } : { x: along.x + 7, y: along.y }
    expect(hitTest(stage, along, 3)?.id).toBe(vpn)
    expect(hitTest(stage, off, 12)?.id).toBe(vpn)
    expect(hitTest(stage, off, 1)?.id).not.toBe(vpn)
  })

  it('looks through what is being dragged', () => {
    const { stage, host, subnet, vpc } = network()
    expect(frameAt(stage, middle(stage, host))).toBe(subnet)
    expect(frameAt(stage, middle(stage, host), new Set([subnet]))).toBe(vpc)
  })

  it('a marquee takes nodes that it touches and frames that it encloses', () => {
    const { stage, host, subnet, vpc } = network()
    const inner = stage.boundsOf(subnet)
    const whole = stage.extent()
    if (!inner || !whole) throw new Error('no place')
    const at = middle(stage, host)
    expect(inMarquee(stage, { x: at.x, y: at.y, width: 4, height: 4 })).toEqual([host])
    expect(inMarquee(stage, { x: inner.x - 2, y: inner.y - 2, width: inner.width + 4, height: inner.height + 4 })).toEqual([subnet, host])
    expect(inMarquee(stage, { x: whole.x - 5, y: whole.y - 5, width: whole.width + 10, height: whole.height + 10 })).toContain(vpc)
  })
})
