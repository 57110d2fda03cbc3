import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupThings } from '../../../../src/shared/document/commands/groupings.ts'
import { placeAll } from '../../../../src/shared/document/commands/move.ts'
import { type HolderId, holderOf, membersOf } from '../../../../src/shared/document/groups.ts'
import { isOnBorder, encloses, overlap, rectOf, type Rect } from '../../../../src/shared/drawing/rects.ts'
import { ownersOf } from '../../../../src/shared/drawing/index.ts'
import { align, type Alignment, whyNoAlignment } from '../../../../src/shared/layout/align.ts'
import { distribute, whyNoDistribution } from '../../../../src/shared/layout/distribute.ts'
import { layoutDesign } from '../../../../src/shared/layout/index.ts'
import { setLocked } from '../../../../src/shared/layout/lock.ts'
import { restack } from '../../../../src/shared/layout/stacking.ts'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { DrawingBoard } from '../document/commands/drawing-board.ts'

function rect(board: DrawingBoard, id: HolderId): Rect {
  const found = rectOf(board.index, id)
  if (!found) throw new Error(`no place for ${id}`)
  return found
}

function put(board: DrawingBoard, id: HolderId, x: number, y: number, size?: { readonly width: number; readonly height: number }): void {
  board.perform(placeAll(board.index, new Map([[id, { x, y, ...size }]]), 'Put'))
}

/** A VPC of 1000 x 600 at the origin with three instances' worth of gateways on the bare canvas and three subnets inside. */
function scene() {
  const board = new DrawingBoard()
  const vpc = board.add('vpc')
  put(board, vpc, 0, 0, { width: 1000, height: 600 })
  const subnets = [board.add('subnet', vpc), board.add('subnet', vpc), board.add('subnet', vpc)] as const
  for (const [at, subnet] of subnets.entries()) put(board, subnet, [40, 300, 700][at] ?? 0, [80, 220, 100][at] ?? 0, { width: 200, height: 160 })
  const host = board.add('instance', subnets[1])
  put(board, host, 320, 270)
  const gateways = [board.add('transit-gateway'), board.add('transit-gateway'), board.add('transit-gateway')] as const
  for (const [at, gateway] of gateways.entries()) put(board, gateway, -400 + at * 13, at * 100)
  return { board, vpc, subnets, host, gateways }
}

describe('align', () => {
  it('lines up the edge of what is selected, containers with all they hold, in one edit', () => {
    const { board, subnets, host } = scene()
    const before = rect(board, host)
    board.perform(align(board.index, subnets, 'top'))
    expect(subnets.map((id) => rect(board, id).y)).toEqual([80, 80, 80])
    expect(rect(board, host)).toEqual({ ...before, y: before.y - 140 })
    board.perform(align(board.index, subnets, 'bottom'))
    expect(new Set(subnets.map((id) => rect(board, id).y + rect(board, id).height)).size).toBe(1)
  })

  it('takes apart what would come to lie over each other, along the other axis', () => {
    const { board, subnets } = scene()
    board.perform(align(board.index, subnets, 'left'))
    expect(subnets.map((id) => rect(board, id).x)).toEqual([40, 40, 40])
    for (const [a, b] of [[0, 1], [0, 2], [1, 2]] as const) expect(overlap(rect(board, subnets[a]), rect(board, subnets[b]))).toBe(false)
  })

  it('centres one thing alone in its container, and one on the bare canvas not at all', () => {
    const { board, subnets, gateways } = scene()
    board.perform(align(board.index, [subnets[0]], 'centre'))
    expect(rect(board, subnets[0]).x).toBe(400)
    expect(whyNoAlignment(board.index, [gateways[0]])).toBe('Select two or more things to line them up.')
  })

  it('lines up with what is locked, and a group keeps its shape', () => {
    const { board, gateways } = scene()
    const [a, b, c] = gateways
    board.perform(groupThings(board.index, board.newId, [a, b]))
    board.perform(setLocked(board.index, [c], true))
    const [one, two, three] = gateways.map((id) => rect(board, id))
    board.perform(align(board.index, gateways, 'left'))
    expect(rect(board, c)).toEqual(three)
    expect(rect(board, a).x).toBe(three?.x)
    expect(rect(board, b).x - rect(board, a).x).toBe((two?.x ?? 0) - (one?.x ?? 0))
  })

  it('never leaves anything outside of its container, whatever is lined up with whatever', () => {
    const hows: Alignment[] = ['left', 'right', 'top', 'bottom', 'centre', 'middle']
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...hows), fc.nat(255), fc.boolean()), { minLength: 1, maxLength: 6 }), (steps) => {
        const { board, vpc, subnets, host, gateways } = scene()
        const vgw = board.add('vpn-gateway', vpc)
        put(board, vgw, -64, 200)
        const all = [vpc, vgw, host, ...subnets, ...gateways]
        for (const [how, bits, spaces] of steps) {
          const ids = all.filter((_, at) => bits & (1 << at))
          board.perform(spaces ? distribute(board.index, ids, how === 'left' ? 'x' : 'y') : align(board.index, ids, how))
          for (const id of all) {
            const holder = holderOf(board.index, id)
            if (holder === undefined) continue
            const [inner, outer] = [rect(board, id), rect(board, holder)]
            expect(isOnBorder(board.index, id) ? overlap(inner, outer) : encloses(outer, inner), `${id} in ${holder} after ${how}`).toBe(true)
          }
        }
      }),
      { seed: 4711, numRuns: 150 },
    )
  })
})

describe('distribute', () => {
  it('gives equal gaps between the first and the last, which stay', () => {
    const { board, subnets } = scene()
    board.perform(distribute(board.index, subnets, 'x'))
    const [a, b, c] = subnets.map((id) => rect(board, id))
    expect([a?.x, b?.x, c?.x]).toEqual([40, 370, 700])
    expect(whyNoDistribution(board.index, subnets.slice(1))).toContain('three or more')
  })

  it('without room between the outermost things follow each other closely', () => {
    const { board, gateways } = scene()
    board.perform(distribute(board.index, gateways, 'x'))
    const xs = gateways.map((id) => rect(board, id).x)
    expect(xs).toEqual([-400, -264, -128])
  })
})

describe('locked', () => {
  it('stays through automatic layout, with its place kept through other edits', () => {
    const { board, vpc, subnets } = scene()
    board.perform(setLocked(board.index, [subnets[2]], true))
    const before = rect(board, subnets[2])
    board.perform(layoutDesign(board.design, [vpc]))
    expect(rect(board, subnets[2])).toEqual(before)
    put(board, subnets[2], 650, 90, { width: 200, height: 120 })
    expect(board.design.placements[subnets[2]]).toMatchObject({ locked: true, x: 650 })
    board.perform(setLocked(board.index, [subnets[2]], false))
    expect(board.design.placements[subnets[2]]).toEqual({ x: 650, y: 90, width: 200, height: 120 })
  })

  it('is not pushed aside by a growing neighbour', () => {
    const { board, vpc } = scene()
    const other = board.add('vpc')
    put(board, other, 1040, 0, { width: 300, height: 200 })
    board.perform(setLocked(board.index, [other], true))
    const gateway = board.add('internet-gateway')
    put(board, gateway, 2000, 0)
    const third = board.add('vpc')
    put(board, third, 1040, 300, { width: 300, height: 200 })
    board.perform(align(board.index, [vpc, gateway], 'right'))
    expect(rect(board, other)).toEqual({ x: 1040, y: 0, width: 300, height: 200 })
  })
})

describe('stacking', () => {
  const front = (board: DrawingBoard, ids: readonly ResourceId[]) => ownersOf(board.index).filter((id) => (ids as readonly string[]).includes(id))

  it('steps past the next overlapping sibling or goes all the way, and what is in the middle again is stored as nothing', () => {
    const board = new DrawingBoard()
    const ids = ['a', 'b', 'c', 'd'].map(() => board.add('transit-gateway'))
    const [a, b, c, d] = ids as [ResourceId, ResourceId, ResourceId, ResourceId]
    for (const [at, id] of ids.entries()) put(board, id, at === 1 ? 5000 : at * 10, 0)
    expect(front(board, ids)).toEqual([a, b, c, d])
    board.perform(restack(board.index, [a], 'forward'))
    expect(front(board, ids)).toEqual([b, c, a, d])
    board.perform(restack(board.index, [a], 'front'))
    expect(front(board, ids)).toEqual([b, c, d, a])
    expect(restack(board.index, [a], 'forward').changes).toEqual([])
    board.perform(restack(board.index, [d, c], 'back'))
    expect(front(board, ids)).toEqual([c, d, b, a])
    board.perform(restack(board.index, [a], 'backward'))
    expect(front(board, ids)).toEqual([c, a, d, b])
    expect(restack(board.index, [b], 'backward').changes).toEqual([])
  })

  it('notes lie over nodes until they are sent back, containers are left alone', () => {
    const board = new DrawingBoard()
    const vpc = board.add('vpc')
    const [note, second, tgw] = [board.add('note'), board.add('note'), board.add('transit-gateway')]
    expect(membersOf(board.index)).toContain(vpc)
    expect(restack(board.index, [vpc], 'front').changes).toEqual([])
    for (const id of [note, second, tgw]) put(board, id, 0, 0)
    expect(front(board, [note, second, tgw])).toEqual([tgw, note, second])
    board.perform(restack(board.index, [second], 'back'))
    expect(front(board, [note, second, tgw])).toEqual([second, tgw, note])
  })
})
