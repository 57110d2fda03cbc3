import { describe, expect, it } from 'vitest'
import { moveBy, placeAll } from '../../../../src/shared/document/commands/move.ts'
import { hiddenIn, isCollapsed } from '../../../../src/shared/document/collapsed.ts'
import { boxesOf, holdersOf } from '../../../../src/shared/document/groups.ts'
import { serializeDesign } from '../../../../src/shared/document/serialize.ts'
import { drawDesign, drawResource, ownersOf } from '../../../../src/shared/drawing/index.ts'
import { encloses, overlap, rectOf } from '../../../../src/shared/drawing/rects.ts'
import { sceneOf } from '../../../../src/shared/drawing/scene.ts'
import { canCollapse, setCollapsed } from '../../../../src/shared/layout/collapse.ts'
import { growHolders, layoutDesign, type Places } from '../../../../src/shared/layout/index.ts'
import { placesEdit } from '../../../../src/shared/layout/places-edit.ts'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { DrawingBoard } from '../document/commands/drawing-board.ts'

/** Two VPCs of a Region with a subnet and a host each, a gateway on the border of the first, a peering and a transit gateway. */
function scene() {
  const board = new DrawingBoard()
  const fields = { Region: 'eu-west-1' }
  const [a, b] = [board.add('vpc', undefined, fields), board.add('vpc', undefined, fields)]
  const subnets = [board.add('subnet', a), board.add('subnet', b)] as const
  const host = board.add('instance', subnets[0])
  const vgw = board.add('vpn-gateway', a)
  const tgw = board.add('transit-gateway', undefined, fields)
  const peering = board.link(a, b)
  const attachment = board.link(b, tgw)
  const vpn = board.link(board.add('customer-gateway'), vgw)
  board.perform(layoutDesign(board.design, [...ownersOf(board.index)]))
  return { board, a, b, subnets, host, vgw, tgw, peering, attachment, vpn }
}

describe('a collapsed container', () => {
  it('is one small box with a count, its links end at it, and expanding it gives back the very same design', () => {
    const { board, a, host, vgw, vpn, peering } = scene()
    const open = serializeDesign(board.design)
    board.perform(setCollapsed(board.index, [a], true))
    expect(rectOf(board.index, a)).toMatchObject({ width: 200, height: 44 })
    expect([rectOf(board.index, host), rectOf(board.index, vgw), hiddenIn(board.index, host)]).toEqual([undefined, undefined, a])
    expect(ownersOf(board.index)).not.toContain(host)
    const words = drawResource(board.index, a, { inside: new Map([[a, 2]]) }).flatMap((item) => (item.type === 'text' ? [item.text] : []))
    expect(words).toContain('3 inside · 2 findings')
    const frame = rectOf(board.index, a)
    for (const link of [vpn, peering]) {
      const resource = board.index.get(link)
      const ends = (resource ? sceneOf(board.index).paths(resource) : []).flatMap((points) => [points[0], points.at(-1)])
      expect(ends.some((end) => frame && end && encloses({ x: frame.x - 1, y: frame.y - 1, width: frame.width + 2, height: frame.height + 2 }, { ...end, width: 0, height: 0 })), link).toBe(true)
    }
    board.perform(setCollapsed(board.index, [a], false))
    expect(serializeDesign(board.design)).toBe(open)
  })

  it('takes its contents along when it is moved or pushed aside, and keeps its size', () => {
    const { board, a, b, host } = scene()
    const before = [rectOf(board.index, a), rectOf(board.index, host)]
    board.perform(setCollapsed(board.index, [a], true))
    board.perform(moveBy(board.index, [a], 70, 30))
    const places: Places = new Map()
    const shut = rectOf(board.index, a)
    const other = rectOf(board.index, b)
    if (!shut || !other) throw new Error('no place')
    places.set(b, { ...other, x: shut.x - other.width + 40, y: shut.y })
    growHolders(board.index, places, b)
    const pushed = places.get(a)
    board.perform(placesEdit(board.index, places))
    board.perform(setCollapsed(board.index, [a], false))
    const after = [rectOf(board.index, a), rectOf(board.index, host)]
    expect(pushed).toBeDefined()
    expect([after[0]?.width, after[0]?.height]).toEqual([before[0]?.width, before[0]?.height])
    expect((after[1]?.x ?? 0) - (after[0]?.x ?? 0)).toBe((before[1]?.x ?? 0) - (before[0]?.x ?? 0))
    expect(after[0] && after[1] && encloses(after[0], after[1])).toBe(true)
  })

  it('makes room for itself when it is opened', () => {
    const { board, a, b } = scene()
    board.perform(setCollapsed(board.index, [a], true))
    const shut = rectOf(board.index, a)
    const other = rectOf(board.index, b)
    board.perform(placeAll(board.index, new Map([[b, { x: (shut?.x ?? 0) + 220, y: shut?.y ?? 0, width: other?.width, height: other?.height }]]), 'Put'))
    board.perform(setCollapsed(board.index, [a], false))
    const [one, two] = [rectOf(board.index, a), rectOf(board.index, b)]
    expect(one && two && overlap(one, two)).toBe(false)
  })

  it('a Region too, with links that leave it; a link all inside is not drawn', () => {
    const { board, a, peering, vpn, tgw } = scene()
    const region = boxesOf(board.index).find(({ kind }) => kind === 'region')?.id
    if (!region) throw new Error('no Region')
    const open = serializeDesign(board.design)
    expect(canCollapse(board.index, region)).toBe(true)
    expect(canCollapse(board.index, tgw)).toBe(false)
    board.perform(setCollapsed(board.index, [a], true))
    board.perform(setCollapsed(board.index, [region], true))
    const path = (id: ResourceId) => {
      const link = board.index.get(id)
      return link ? sceneOf(board.index).paths(link) : []
    }
    expect([path(peering).length, path(vpn).length]).toEqual([0, 1])
    expect(drawDesign(board.design).items.some((item) => item.owner === region)).toBe(true)
    board.perform(setCollapsed(board.index, holdersOf(board.index, a), false))
    expect([isCollapsed(board.index, region), isCollapsed(board.index, a)]).toEqual([false, true])
    board.perform(setCollapsed(board.index, [a], false))
    expect(serializeDesign(board.design)).toBe(open)
  })
})
